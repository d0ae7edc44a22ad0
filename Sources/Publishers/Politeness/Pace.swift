/// Lets requests go to each host one at a time, with the time between them that the host is owed.
actor Pace {
    private var limit = RateLimit()
    private let sleep: @Sendable (Duration) async throws -> Void

    private let instant: @Sendable () -> ContinuousClock.Instant

    init(
        sleep: @escaping @Sendable (Duration) async throws -> Void,
        instant: @escaping @Sendable () -> ContinuousClock.Instant
    ) {
        self.sleep = sleep
        self.instant = instant
    }

    /// Waits for the next turn at a host.
    func turn(at host: String, delay: Duration) async throws(FetchFailure) {
        let wait = limit.reserve(host, delay: delay, now: instant())
        guard wait > .zero else { return }
        do {
            try await sleep(wait)
        } catch {
            throw .tooSlow(seconds: wait.inSeconds)
        }
    }
}
