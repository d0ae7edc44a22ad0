/// Goes through the documents that a part of a query matches, in ascending order, and scores them.
///
/// A class, because query trees nest freely; the hot case, a disjunction of terms, does not run through it (see
/// ``DisjunctionSearch``). A new iterator stands on its first document.
class DocumentIterator {
    /// The current document, or ``PostingCursor/end``.
    var document: UInt32 { PostingCursor.end }
    /// About how many documents it goes through.
    var cost: Int { 0 }
    /// No document scores more.
    var maximumScore: Float { 0 }
    /// True when damage was met in the segment; the search then ends in an error.
    var isDamaged: Bool { false }

    /// Goes to the next document. Not called at the end.
    func next() {}
    /// Goes to the first document that is not below `target`.
    func advance(to target: UInt32) {}
    /// The score of the current document.
    func score() -> Float { 0 }
    /// Tells that documents with this score or less are of no use, so that they may be passed over.
    func raise(threshold: Float) {}
}
