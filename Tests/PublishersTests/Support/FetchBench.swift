import Foundation
import Legislation
import Synchronization

@testable import Publishers

/// A publisher, a store, and a fetcher that waits for nothing.
final class FetchBench: Sendable {
    let publisher: LoopbackPublisher
    let store: DocumentStore
    private let root: String
    private let waited = Mutex<[Duration]>([])

    /// Waits that were asked for, none of which took place.
    var waits: [Duration] { waited.withLock { $0 } }

    init(_ script: @escaping @Sendable (LoopbackPublisher.Request) -> LoopbackPublisher.Reply) async throws {
        root = NSTemporaryDirectory() + "concord-fetch-" + UUID().uuidString
        store = DocumentStore(root + "/store")
        publisher = try await LoopbackPublisher { request in
            request.path == "/robots.txt" ? .answer(404) : script(request)
        }
    }

    deinit {
        publisher.stop()
        try? FileManager.default.removeItem(atPath: root)
    }

    /// Address of a path at the publisher's, under a name that only the fetcher's table knows.
    func address(_ path: String, host: String = "law.example") throws -> WebAddress {
        try WebAddress("http://\(host):\(publisher.port)\(path)")
    }

    func source(
        _ paths: String..., id: String = "laws", format: DocumentFormat = .xml, delay: Duration = .zero,
        sizeLimit: Int? = nil
    ) throws -> LawSource {
        try source(
            .addresses(try paths.map { try address($0) }), id: id, format: format, delay: delay, sizeLimit: sizeLimit)
    }

    func source(
        _ listing: Listing, id: String = "laws", format: DocumentFormat = .xml, delay: Duration = .zero,
        sizeLimit: Int? = nil
    ) throws -> LawSource {
        LawSource(
            id: id, state: try Jurisdiction(code: "KE"), language: try LanguageTag("en"),
            publisher: "Invented Press", licence: "invented", format: format, schedule: .daily, listing: listing,
            delay: delay, sizeLimit: sizeLimit)
    }

    var configuration: Fetcher.Configuration {
        var configuration = Fetcher.Configuration(version: "9.9", contact: "desk@law.example")
        // Loopback, but no other private address.
        configuration.policy = .publicAnd([HostAddress(bytes: [127, 0, 0, 1])])
        configuration.resolver = HostResolver(table: [
            "law.example": [HostAddress(bytes: [127, 0, 0, 1])],
            "other.example": [HostAddress(bytes: [127, 0, 0, 1])],
            "inner.example": [HostAddress(bytes: [10, 0, 0, 7])],
            "mixed.example": [HostAddress(bytes: [127, 0, 0, 1]), HostAddress(bytes: [169, 254, 169, 254])],
            "127.0.0.2": [HostAddress(bytes: [127, 0, 0, 2])],
        ])
        // Times that a busy machine does not reach; tests about time set their own.
        configuration.limits = TransferLimits(
            size: 1_000_000, connect: .seconds(300), stall: .seconds(300), total: .seconds(600), redirects: 5)
        let start = ContinuousClock.now
        configuration.instant = { start }
        configuration.sleep = { [self] wait in waited.withLock { $0.append(wait) } }
        return configuration
    }

    func fetch(
        _ source: LawSource, _ change: (inout Fetcher.Configuration) -> Void = { _ in }
    ) async throws -> FetchReport.Source {
        var configuration = configuration
        change(&configuration)
        let report = try await Fetcher(configuration).run([source], into: store)
        return report.sources[0]
    }

    /// Text of a stored document.
    func stored(_ document: PlannedDocument) -> String? {
        FileManager.default.contents(atPath: store.filePath(document)).map { String(decoding: $0, as: UTF8.self) }
    }

    func stored(_ source: LawSource, _ path: String) throws -> String? {
        stored(PlannedDocument(address: try address(path), source: source))
    }

    /// Names of parts that are waiting to be completed.
    var parts: [String] { (try? FileManager.default.contentsOfDirectory(atPath: store.partsPath)) ?? [] }

    var logLines: [String] {
        let data = FileManager.default.contents(atPath: store.logPath) ?? Data()
        return String(decoding: data, as: UTF8.self).split(separator: "\n").map(String.init)
    }
}

extension FetchReport.Source {
    var outcomes: [FetchReport.Outcome] { documents.map(\.outcome) }
    var words: [String] { documents.map(\.outcome.word) }
    var failures: [FetchFailure?] { documents.map(\.outcome.failure) }
}
