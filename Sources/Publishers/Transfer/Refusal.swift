/// A failure, with what the publisher asks for besides.
struct Refusal: Error {
    var failure: FetchFailure
    /// Time after which to ask again.
    var retryAfter: Duration?

    init(_ failure: FetchFailure, retryAfter: Duration? = nil) {
        self.failure = failure
        self.retryAfter = retryAfter
    }
}
