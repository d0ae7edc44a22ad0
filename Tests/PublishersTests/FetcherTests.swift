import Foundation
import Testing

@testable import Publishers

private let law = "<law><article>No person keeps a toxin without a licence.</article></law>"
private let amended = "<law><article>No person keeps or sells a toxin without a licence.</article></law>"

@Suite("Fetching")
struct FetcherTests {
    @Test("a document is stored by State and language, with where it comes from")
    func stores() async throws {
        let bench = try await FetchBench { _ in .text(law, [("ETag", "\"1\""), ("Content-Type", "application/xml")]) }
        let source = try bench.source("/laws/7.xml")
        let result = try await bench.fetch(source)
        #expect(result.outcomes == [.new])
        let document = result.documents[0].document
        #expect(document.location.hasPrefix("KE/en/laws--laws-7-"))
        #expect(bench.stored(document) == law)
        let known = try #require(bench.store.provenance(document))
        #expect(known.address == document.address.text)
        #expect(known.publisher == "Invented Press")
        #expect(known.etag == "\"1\"")
        #expect(known.contentType == "application/xml")
        #expect(known.size == law.utf8.count)
        #expect(known.sha256 == Digest.sha256(law.utf8))
        #expect(known.withdrawnAt == nil)
        #expect(bench.parts.isEmpty)
        #expect(bench.logLines.count == 1)
        #expect(bench.store.lastRun(of: source) != nil)
    }

    @Test("the publisher is told who asks")
    func userAgent() async throws {
        let bench = try await FetchBench { _ in .text(law) }
        _ = try await bench.fetch(bench.source("/a"))
        let request = try #require(bench.publisher.requests.first)
        #expect(request["user-agent"]?.hasPrefix("Concord/9.9 (") == true)
        #expect(request["user-agent"]?.contains("desk@law.example") == true)
        #expect(request["host"] == "law.example:\(bench.publisher.port)")
    }

    @Test("a second run transfers nothing that is unchanged")
    func conditional() async throws {
        let bench = try await FetchBench { request in
            if request["if-none-match"] == "\"1\"" { return .answer(304, [("ETag", "\"1\"")]) }
            if request["if-modified-since"] != nil { return .answer(304) }
            return request.path == "/dated"
                ? .text(law, [("Last-Modified", "Sun, 06 Nov 1994 08:49:37 GMT")]) : .text(law, [("ETag", "\"1\"")])
        }
        let source = try bench.source("/tagged", "/dated")
        #expect(try await bench.fetch(source).outcomes == [.new, .new])
        let sent = bench.publisher.bytesSent
        let second = try await bench.fetch(source)
        #expect(second.outcomes == [.unchanged, .unchanged])
        #expect(second.documents.map(\.status) == [304, 304])
        #expect(second.documents.map(\.bytes) == [0, 0])
        // Heads of three answers (robots.txt among them), and no body.
        #expect(bench.publisher.bytesSent - sent < 3 * 120)
        #expect(try bench.stored(source, "/tagged") == law)
    }

    @Test("a document without validators is told by its digest")
    func digest() async throws {
        let bench = try await FetchBench { _ in .text(law) }
        let source = try bench.source("/a")
        let first = try await bench.fetch(source)
        let path = bench.store.filePath(first.documents[0].document)
        let number = try FileManager.default.attributesOfItem(atPath: path)[.systemFileNumber] as? Int
        #expect(try await bench.fetch(source).outcomes == [.unchanged])
        #expect(try FileManager.default.attributesOfItem(atPath: path)[.systemFileNumber] as? Int == number)
        bench.publisher.now { $0.path == "/robots.txt" ? .answer(404) : .text(amended) }
        #expect(try await bench.fetch(source).outcomes == [.changed])
        #expect(try bench.stored(source, "/a") == amended)
    }

    @Test("a stored file that is not the one that is known is asked for without conditions")
    func damaged() async throws {
        let bench = try await FetchBench { request in
            request["if-none-match"] == nil ? .text(law, [("ETag", "\"1\"")]) : .answer(304)
        }
        let source = try bench.source("/a")
        let document = try await bench.fetch(source).documents[0].document
        try Data("damaged".utf8).write(to: URL(fileURLWithPath: bench.store.filePath(document)))
        #expect(try await bench.fetch(source).outcomes == [.changed])
        #expect(bench.stored(document) == law)
        try FileManager.default.removeItem(atPath: bench.store.filePath(document))
        #expect(try await bench.fetch(source).outcomes == [.changed])
        #expect(bench.stored(document) == law)
    }

    @Test("a document that is gone stays in the store, marked, until it is back", arguments: [404, 410])
    func withdrawn(status: Int) async throws {
        let bench = try await FetchBench { _ in .text(law, [("ETag", "\"1\"")]) }
        let source = try bench.source("/a")
        let document = try await bench.fetch(source).documents[0].document
        bench.publisher.now { _ in .answer(status) }
        let gone = try await bench.fetch(source)
        #expect(gone.words == ["withdrawn"])
        #expect(gone.isWhole)
        #expect(bench.stored(document) == law)
        let file = bench.store.filePath(document)
        let since = try #require(DocumentStore.provenance(ofFile: file)?.withdrawnAt)
        #expect(try await bench.fetch(source).outcomes == [.withdrawn(since: since)])
        bench.publisher.now { $0.path == "/robots.txt" ? .answer(404) : .answer(304) }
        #expect(try await bench.fetch(source).outcomes == [.changed])
        #expect(DocumentStore.provenance(ofFile: file)?.withdrawnAt == nil)
    }

    @Test("a document that never was there has failed, and others are fetched all the same")
    func missing() async throws {
        let bench = try await FetchBench { $0.path == "/no" ? .answer(404) : .text(law) }
        let source = try bench.source("/no", "/yes")
        let result = try await bench.fetch(source)
        #expect(result.failures == [.status(404), nil])
        #expect(!result.isWhole)
        #expect(bench.store.lastRun(of: source) == nil)
    }

    @Test("what was left by a run that was killed does no harm")
    func killed() async throws {
        let bench = try await FetchBench { request in
            request["if-none-match"] == nil ? .text(amended, [("ETag", "\"2\"")]) : .answer(304)
        }
        let source = try bench.source("/a")
        let document = PlannedDocument(address: try bench.address("/a"), source: source)
        // Before the file is put in its place: a finished part lies about.
        try bench.store.prepare(for: document)
        try Data("half a la".utf8).write(to: URL(fileURLWithPath: bench.store.partPath(document)))
        try Data("half a la".utf8).write(to: URL(fileURLWithPath: bench.store.partPath(document) + ".unpacked"))
        #expect(bench.stored(document) == nil)
        #expect(try await bench.fetch(source).outcomes == [.new])
        #expect(bench.stored(document) == amended)
        #expect(bench.parts.isEmpty)
        // After it, and before what is known of it is written: the file is new, what is known is old.
        var known = try #require(bench.store.provenance(document))
        known.sha256 = Digest.sha256(law.utf8)
        known.size = law.utf8.count
        known.etag = "\"1\""
        try bench.store.record(known, of: document)
        #expect(try await bench.fetch(source).outcomes == [.changed])
        #expect(bench.store.provenance(document)?.etag == "\"2\"")
        // In the middle of a line of the log.
        try Data("{\"half\":".utf8).write(to: URL(fileURLWithPath: bench.store.logPath))
        _ = try await bench.fetch(source)
        #expect(bench.logLines.count == 2)
        #expect(bench.logLines.last?.hasPrefix("{\"address\":") == true)
    }

    @Test("two runs do not share a store")
    func locked() async throws {
        let bench = try await FetchBench { _ in .text(law) }
        let lock = try StoreLock(bench.store)
        await #expect(throws: StoreError.busy(bench.store.path)) { try await bench.fetch(bench.source("/a")) }
        withExtendedLifetime(lock) {}
    }

    @Test("a store that cannot be written is named")
    func unusable() async throws {
        let bench = try await FetchBench { _ in .text(law) }
        await #expect(throws: StoreError.self) {
            try await Fetcher(bench.configuration).run([], into: DocumentStore("/proc/concord"))
        }
    }

    @Test("sources of several hosts come back in the order of the list")
    func order() async throws {
        let bench = try await FetchBench { _ in .text(law) }
        let sources = try (0..<7).map { number in
            try bench.source(
                .addresses([bench.address("/\(number)", host: number % 2 == 0 ? "law.example" : "other.example")]),
                id: "laws-\(number)")
        }
        let report = try await Fetcher(bench.configuration).run(sources, into: bench.store)
        #expect(report.sources.map(\.source.id) == sources.map(\.id))
        #expect(report.isWhole)
        #expect(bench.publisher.robotsRequests == 2)
    }
}
