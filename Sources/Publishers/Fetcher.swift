public import Foundation

/// Fetches the documents of sources into a store.
public struct Fetcher: Sendable {
    /// How it goes about.
    public struct Configuration: Sendable {
        /// What a transfer may cost.
        public var limits = TransferLimits()
        /// How failures are tried again.
        public var retry = RetryPolicy()
        /// How names become addresses.
        public var resolver = HostResolver()
        /// Which hosts may be asked.
        public var policy = AddressPolicy.publicOnly
        /// Publishers that are asked at the same time; each of them is asked for one document after the other.
        public var hostsAtOnce = 4
        /// Whether a publisher's list may have lost more than half of its documents.
        public var acceptsShrinking = false
        /// What publishers see.
        public var userAgent: String
        /// Waits; tests put something quicker in its place.
        public var sleep: @Sendable (Duration) async throws -> Void = { try await Task.sleep(for: $0) }
        /// The clock by which turns at hosts are given.
        public var instant: @Sendable () -> ContinuousClock.Instant = { .now }
        /// The present.
        public var now: @Sendable () -> Date = { Date() }

        /// - Parameters:
        ///   - version: version of Concord, which publishers are told.
        ///   - contact: address at which they reach whoever fetches.
        public init(version: String, contact: String? = nil) {
            userAgent = "Concord/\(version) (search engine for legislation\(contact.map { "; +\($0)" } ?? ""))"
        }
    }

    private let configuration: Configuration

    /// A fetcher that goes about so.
    public init(_ configuration: Configuration) { self.configuration = configuration }

    /// Goes through sources. Trouble with one document or source does not end the run.
    ///
    /// - Parameters:
    ///   - sources: the sources.
    ///   - store: where the documents are put.
    ///   - progress: called after each document, from any thread.
    /// - Throws: ``StoreError`` when the store cannot be used, or another run is using it.
    public func run(
        _ sources: [LawSource], into store: DocumentStore,
        progress: @escaping @Sendable (FetchReport.Document) -> Void = { _ in }
    ) async throws(StoreError) -> FetchReport {
        let lock = try StoreLock(store)
        defer { withExtendedLifetime(lock) {} }
        let client = WebClient(
            limits: configuration.limits, userAgent: configuration.userAgent, resolver: configuration.resolver,
            policy: configuration.policy)
        let web = Web(
            client: client, pace: Pace(sleep: configuration.sleep, instant: configuration.instant),
            limits: configuration.limits, retry: configuration.retry, sleep: configuration.sleep)
        // Sources of one host follow each other: it should not have to serve two requests of ours at once.
        var byHost: [String: [Int]] = [:]
        for (place, source) in sources.enumerated() { byHost[source.host, default: []].append(place) }
        var chains = byHost.values.sorted { $0[0] < $1[0] }[...]
        let results = await withTaskGroup(of: [(Int, FetchReport.Source)].self) { group in
            func add(_ chain: [Int]) {
                group.addTask {
                    var done: [(Int, FetchReport.Source)] = []
                    for place in chain {
                        let run = SourceRun(
                            source: sources[place], store: store, web: web, configuration: configuration)
                        done.append((place, await run.run(progress)))
                    }
                    return done
                }
            }
            for _ in 0..<max(1, configuration.hostsAtOnce) { if let chain = chains.popFirst() { add(chain) } }
            var results: [(Int, FetchReport.Source)] = []
            while let done = await group.next() {
                results += done
                if let chain = chains.popFirst() { add(chain) }
            }
            return results
        }
        await client.shutdown()
        return FetchReport(sources: results.sorted { $0.0 < $1.0 }.map(\.1))
    }
}

extension LawSource {
    /// Host that is asked first.
    var host: String {
        switch listing {
        case .addresses(let addresses): addresses.first?.host ?? ""
        case .index(let index): index.address.host
        }
    }
}
