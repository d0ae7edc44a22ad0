/// The terms of the document that is being added, with frequencies and position gaps.
///
/// Occurrences are kept in the order of the text, each with the place of its term, and dealt out to the terms when the
/// document ends. Nothing here depends on whether a term was met before in the document, which nobody can foresee: a
/// processor that guesses wrong loses more time than the work takes. Not taken: a chain of occurrences for each term.
///
/// Memory safety: places are handed out by `place(of:known:)` and stay below `count`; where a term's gaps begin and end is
/// added up from how many occurrences each has, so that all of them lie below `occurrenceCount`.
struct DocumentTerms: ~Copyable {
    struct Found {
        let term: UInt32
        fileprivate(set) var text: UInt32 = 0
        fileprivate(set) var heading: UInt32 = 0
        fileprivate(set) var title: UInt32 = 0
        /// Of the last occurrence, so that positions begin anew in the next field.
        fileprivate var field: UInt32 = 0
        fileprivate var position: UInt32 = 0
        /// Of all fields.
        fileprivate(set) var occurrences: UInt32 = 0
        /// Behind the term's last gap, once they are dealt out.
        fileprivate var gapEnd: UInt32 = 0
    }

    private struct Occurrence {
        let place: UInt32
        let gap: UInt32
    }

    private var terms: UnsafeMutablePointer<Found>
    private var capacity = 1 << 10
    private(set) var count = 0
    private var occurrences: UnsafeMutablePointer<Occurrence>
    /// The gaps term by term; as much room as there is for occurrences.
    private var gaps: UnsafeMutablePointer<UInt32>
    private var occurrenceCapacity = 1 << 10
    private var occurrenceCount = 0

    init() {
        terms = .allocate(capacity: capacity)
        occurrences = .allocate(capacity: occurrenceCapacity)
        gaps = .allocate(capacity: occurrenceCapacity)
    }

    deinit {
        terms.deallocate()
        occurrences.deallocate()
        gaps.deallocate()
    }

    subscript(place: Int) -> Found {
        @inline(__always) unsafeAddress { UnsafePointer(terms + place) }
    }

    /// The place of a term: `known`, or a new one where that is nil (as 0 stands for nil, it is one more than the place).
    @inline(__always)
    mutating func place(of term: UInt32, known: UInt32) -> UInt32 {
        if count == capacity {
            terms = Self.doubled(terms, capacity)
            capacity *= 2
        }
        // Written whether the term is new or not; if not, the next new one is written over it.
        (terms + count).initialize(to: Found(term: term))
        let next = UInt32(truncatingIfNeeded: count)
        count &+= known == 0 ? 1 : 0
        return known == 0 ? next : known &- 1
    }

    /// Adds an occurrence to the term at `place`.
    @inline(__always)
    mutating func add(position: UInt32, field: UInt8, to place: UInt32) {
        if occurrenceCount == occurrenceCapacity { growOccurrences() }
        let found = terms + Int(place)
        let field = UInt32(field)
        let previous = found.pointee.field == field ? found.pointee.position : 0
        found.pointee.field = field
        found.pointee.position = position
        found.pointee.text &+= field == UInt32(IndexField.text.rawValue) ? 1 : 0
        found.pointee.heading &+= field == UInt32(IndexField.heading.rawValue) ? 1 : 0
        found.pointee.title &+= field > UInt32(IndexField.heading.rawValue) ? 1 : 0
        found.pointee.occurrences &+= 1
        (occurrences + occurrenceCount).initialize(to: Occurrence(place: place, gap: position &- previous))
        occurrenceCount &+= 1
    }

    /// Gives the term at `place` an impact, unless it has a higher one.
    mutating func add(impact: UInt32, to place: UInt32) {
        terms[Int(place)].text = max(terms[Int(place)].text, impact)
    }

    /// Gives each term its gaps; only then does ``gaps(at:)`` have them.
    mutating func dealOut() {
        var sum: UInt32 = 0
        for place in 0..<count {
            terms[place].gapEnd = sum
            sum &+= terms[place].occurrences
        }
        for index in 0..<occurrenceCount {
            let found = terms + Int(occurrences[index].place)
            gaps[Int(found.pointee.gapEnd)] = occurrences[index].gap
            found.pointee.gapEnd &+= 1
        }
    }

    /// The gaps of the term at `place`; good until the next change.
    @inline(__always)
    func gaps(at place: Int) -> UnsafeBufferPointer<UInt32> {
        let found = terms + place
        return UnsafeBufferPointer(
            start: gaps + Int(found.pointee.gapEnd &- found.pointee.occurrences), count: Int(found.pointee.occurrences))
    }

    mutating func removeAll() {
        count = 0
        occurrenceCount = 0
    }

    @inline(never)
    private mutating func growOccurrences() {
        occurrences = Self.doubled(occurrences, occurrenceCapacity)
        // Gaps are dealt out when the document has ended: nothing is in there yet.
        gaps.deallocate()
        occurrenceCapacity *= 2
        gaps = .allocate(capacity: occurrenceCapacity)
    }

    private static func doubled<Element>(
        _ elements: UnsafeMutablePointer<Element>, _ capacity: Int
    ) -> UnsafeMutablePointer<Element> {
        let larger = UnsafeMutablePointer<Element>.allocate(capacity: capacity * 2)
        larger.moveInitialize(from: elements, count: capacity)
        elements.deallocate()
        return larger
    }
}
