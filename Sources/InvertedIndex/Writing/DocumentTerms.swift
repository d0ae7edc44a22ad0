/// The terms of the document that is being added, with frequencies and position gaps.
///
/// Memory safety: places are handed out by `append(term:)` and stay below `count`; the numbers of occurrences, which
/// begin with 1, are handed out by `add` and stay below `occurrenceCount`.
struct DocumentTerms: ~Copyable {
    struct Found {
        let term: UInt32
        fileprivate(set) var text: UInt32 = 0
        fileprivate(set) var heading: UInt32 = 0
        fileprivate(set) var title: UInt32 = 0
        /// Of the last occurrence, so that positions begin anew in the next field.
        fileprivate var field: UInt8 = 0
        fileprivate var position: UInt32 = 0
        /// Gap of the first occurrence: most terms have no other.
        fileprivate(set) var firstGap: UInt32 = 0
        /// The second occurrence, or 0.
        fileprivate(set) var next: UInt32 = 0
        fileprivate var last: UInt32 = 0
    }

    struct Occurrence {
        let gap: UInt32
        /// Number of the term's next occurrence, or 0.
        fileprivate(set) var next: UInt32 = 0
    }

    private var terms: UnsafeMutablePointer<Found>
    private var capacity = 1 << 10
    private(set) var count = 0
    private var occurrences: UnsafeMutablePointer<Occurrence>
    private var occurrenceCapacity = 1 << 10
    private var occurrenceCount = 1

    init() {
        terms = .allocate(capacity: capacity)
        occurrences = .allocate(capacity: occurrenceCapacity)
    }

    deinit {
        terms.deallocate()
        occurrences.deallocate()
    }

    subscript(place: Int) -> Found {
        @inline(__always) unsafeAddress { UnsafePointer(terms + place) }
    }

    @inline(__always)
    func occurrence(_ number: UInt32) -> Occurrence { occurrences[Int(number)] }

    /// Adds a term; gives its place.
    @inline(__always)
    mutating func append(term: UInt32) -> UInt32 {
        if count == capacity {
            terms = Self.doubled(terms, capacity)
            capacity *= 2
        }
        (terms + count).initialize(to: Found(term: term))
        count &+= 1
        return UInt32(truncatingIfNeeded: count &- 1)
    }

    /// Adds an occurrence to the term at `place`.
    @inline(__always)
    mutating func add(position: UInt32, field: UInt8, to place: UInt32) {
        let found = terms + Int(place)
        let isFirst = found.pointee.text | found.pointee.heading | found.pointee.title == 0
        if found.pointee.field != field {
            found.pointee.field = field
            found.pointee.position = 0
        }
        switch field {
        case IndexField.text.rawValue: found.pointee.text &+= 1
        case IndexField.heading.rawValue: found.pointee.heading &+= 1
        default: found.pointee.title &+= 1
        }
        let gap = position &- found.pointee.position
        found.pointee.position = position
        if isFirst { found.pointee.firstGap = gap } else { addOccurrence(gap, to: found) }
    }

    @inline(__always)
    private mutating func addOccurrence(_ gap: UInt32, to found: UnsafeMutablePointer<Found>) {
        if occurrenceCount == occurrenceCapacity {
            occurrences = Self.doubled(occurrences, occurrenceCapacity)
            occurrenceCapacity *= 2
        }
        let number = UInt32(truncatingIfNeeded: occurrenceCount)
        (occurrences + occurrenceCount).initialize(to: Occurrence(gap: gap))
        occurrenceCount &+= 1
        if found.pointee.last == 0 {
            found.pointee.next = number
        } else {
            occurrences[Int(found.pointee.last)].next = number
        }
        found.pointee.last = number
    }

    /// Gives the term at `place` an impact, unless it has a higher one.
    mutating func add(impact: UInt32, to place: UInt32) {
        terms[Int(place)].text = max(terms[Int(place)].text, impact)
    }

    mutating func removeAll() {
        count = 0
        occurrenceCount = 1
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
