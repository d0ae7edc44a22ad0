/// The rules of each host, asked for once a run.
actor RobotsCache {
    private var rules: [String: Task<Result<RobotsRules, FetchFailure>, Never>] = [:]

    /// Rules for an address.
    ///
    /// - Parameter load: reads the rules where they are not known yet.
    func rules(
        for address: WebAddress, load: @escaping @Sendable () async -> Result<RobotsRules, FetchFailure>
    ) async throws(FetchFailure) -> RobotsRules {
        let task = rules[address.origin] ?? Task { await load() }
        rules[address.origin] = task
        return try await task.value.get()
    }
}
