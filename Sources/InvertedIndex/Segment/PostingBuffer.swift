/// The postings of one term while they are written or merged: documents ascending, one frequency per field.
struct PostingBuffer {
    /// How the frequencies of a list are scored.
    struct Flags: OptionSet {
        let rawValue: UInt8
        /// The list has positions.
        static let positions = Flags(rawValue: 1)
        /// The text frequency is an impact of 1 to 255 that is the score itself, not a count of occurrences.
        static let impact = Flags(rawValue: 2)
        /// The list stores the highest impact of each window of documents. Set by the writer of the list.
        static let windows = Flags(rawValue: 4)
        /// Some blocks of the list are made of bits (see ``DocumentBits``). Set by the writer of the list.
        static let bits = Flags(rawValue: 8)
        /// The entries of the list's blocks are wide (see ``PostingBlockEntry``). Set by the writer of the list.
        static let wide = Flags(rawValue: 16)
        /// What says how a list is scored, wherever it is written; the other flags say how it was written.
        static let scoring: Flags = [.positions, .impact]
    }

    var flags: Flags = []
    var documents: [UInt32] = []
    var text: [UInt32] = []
    var heading: [UInt32] = []
    var title: [UInt32] = []
    /// Position gaps of all postings: text, then heading, then title, each field counted from 0.
    var gaps: [UInt32] = []

    mutating func removeAll() {
        flags = []
        documents.removeAll(keepingCapacity: true)
        text.removeAll(keepingCapacity: true)
        heading.removeAll(keepingCapacity: true)
        title.removeAll(keepingCapacity: true)
        gaps.removeAll(keepingCapacity: true)
    }

    mutating func append(document: UInt32, text: UInt32, heading: UInt32, title: UInt32) {
        documents.append(document)
        self.text.append(text)
        self.heading.append(heading)
        self.title.append(title)
    }

    /// The list while it is read: without a check at every number.
    ///
    /// Memory safety: good for the call of ``withView(_:)`` only; documents and frequencies are equally many, and there are as
    /// many gaps as the frequencies add up to, or none.
    struct View {
        let flags: Flags
        let documents: UnsafeBufferPointer<UInt32>
        let text: UnsafeBufferPointer<UInt32>
        let heading: UnsafeBufferPointer<UInt32>
        let title: UnsafeBufferPointer<UInt32>
        let gaps: UnsafeBufferPointer<UInt32>

        var count: Int {
            @inline(__always) get { documents.count }
        }

        /// How often the term stands in a document.
        @inline(__always)
        func occurrences(at index: Int) -> Int { Int(text[index] &+ heading[index] &+ title[index]) }

        /// Whether a posting of `range` lies in a heading or a title.
        func hasOtherFields(_ range: Range<Int>) -> Bool {
            var any: UInt32 = 0
            for index in range { any |= heading[index] | title[index] }
            return any != 0
        }
    }

    /// Lends the list for reading.
    @inline(__always)
    func withView<Result>(_ body: (View) -> Result) -> Result {
        precondition(
            text.count == documents.count && heading.count == documents.count && title.count == documents.count)
        return documents.withUnsafeBufferPointer { documents in
            text.withUnsafeBufferPointer { text in
                heading.withUnsafeBufferPointer { heading in
                    title.withUnsafeBufferPointer { title in
                        gaps.withUnsafeBufferPointer { gaps in
                            body(
                                View(
                                    flags: flags, documents: documents, text: text, heading: heading, title: title,
                                    gaps: gaps))
                        }
                    }
                }
            }
        }
    }

    /// The arrays while they are filled.
    struct Pointers {
        let documents: UnsafeMutableBufferPointer<UInt32>
        let text: UnsafeMutableBufferPointer<UInt32>
        let heading: UnsafeMutableBufferPointer<UInt32>
        let title: UnsafeMutableBufferPointer<UInt32>
        let gaps: UnsafeMutableBufferPointer<UInt32>
    }

    /// Makes room for so many postings and gaps, whose values are those of an earlier list or 0.
    mutating func resize(_ count: Int, gapCount: Int) {
        Self.resize(&documents, count)
        Self.resize(&text, count)
        Self.resize(&heading, count)
        Self.resize(&title, count)
        Self.resize(&gaps, gapCount)
    }

    /// Drops the gaps from `count` on.
    mutating func truncateGaps(_ count: Int) { Self.resize(&gaps, count) }

    private static func resize(_ values: inout [UInt32], _ count: Int) {
        if values.count > count {
            values.removeLast(values.count - count)
        } else if values.count < count {
            values.append(contentsOf: repeatElement(0, count: count - values.count))
        }
    }

    /// Lets `body` write to the arrays without checks; it keeps to their counts.
    @inline(__always)
    mutating func withPointers<Result>(_ body: (Pointers) -> Result) -> Result {
        documents.withUnsafeMutableBufferPointer { documents in
            text.withUnsafeMutableBufferPointer { text in
                heading.withUnsafeMutableBufferPointer { heading in
                    title.withUnsafeMutableBufferPointer { title in
                        gaps.withUnsafeMutableBufferPointer { gaps in
                            body(
                                Pointers(documents: documents, text: text, heading: heading, title: title, gaps: gaps))
                        }
                    }
                }
            }
        }
    }
}
