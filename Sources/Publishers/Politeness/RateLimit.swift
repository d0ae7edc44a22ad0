/// When each host may next be asked.
struct RateLimit {
    private var free: [String: ContinuousClock.Instant] = [:]

    /// Takes the next turn at a host.
    ///
    /// - Parameters:
    ///   - host: the host that is to be asked.
    ///   - delay: least time to the turn after this one.
    ///   - now: the present.
    /// - Returns: how long to wait for the turn.
    mutating func reserve(
        _ host: String, delay: Duration, now: ContinuousClock.Instant
    ) -> Duration {
        let turn = max(free[host] ?? now, now)
        free[host] = turn.advanced(by: delay)
        return now.duration(to: turn)
    }
}
