import Publishers
import Synchronization

/// Counts documents as they are fetched, from any thread.
final class FetchCounter: Sendable {
    private let count = Mutex(0)

    /// The line of progress after one more document.
    func next(_ document: FetchReport.Document) -> String {
        let done = count.withLock {
            $0 += 1
            return $0
        }
        return "\(done) documents, last \(document.document.address)"
    }
}
