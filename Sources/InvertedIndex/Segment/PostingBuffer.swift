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
}
