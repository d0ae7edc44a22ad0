internal import InvertedIndex

extension IndexHit {
    /// The best of all documents where some of them score more.
    ///
    /// Two searches, one of them filtered, are faster than one that asks of every document whether it is preferred, and
    /// find the same: what is among the best with its bonus is among the best of the preferred, or of all.
    ///
    /// - Parameters:
    ///   - all: the best of all, in order.
    ///   - preferred: the best of the preferred, in order, as many.
    ///   - bonus: gives the raised score; it must not turn the order of two scores round.
    static func merged(
        _ all: [IndexHit], preferred: [IndexHit], limit: Int, bonus: (Float) -> Float
    ) -> [IndexHit] {
        let raised = preferred.map { IndexHit(document: $0.document, score: bonus($0.score)) }
        let documents = Set(raised.map(\.document))
        let others = all.filter { !documents.contains($0.document) }
        // Both are in order, and places keep it among equals.
        let sorted = (raised + others).enumerated().sorted {
            $0.element.score != $1.element.score ? $0.element.score > $1.element.score : $0.offset < $1.offset
        }
        return Array(sorted.prefix(limit).map(\.element))
    }
}
