import Foundation
import Testing

@testable import Publishers

private let law = "<law><article>No person keeps a toxin without a licence.</article></law>"

/// A way in which a publisher may misbehave, and how it shows.
private struct Mischief: Sendable, CustomTestStringConvertible {
    var testDescription: String
    var reply: @Sendable (LoopbackPublisher.Request) -> LoopbackPublisher.Reply
    var limits: @Sendable (inout TransferLimits) -> Void = { _ in }
    var isExpected: @Sendable (FetchFailure) -> Bool

    static let bomb = Packing.gzip([UInt8](repeating: 0x20, count: 50_000_000))
    static let zeros = [UInt8](repeating: UInt8(ascii: "<"), count: 1 << 16)

    static let all: [Mischief] = [
        Mischief(testDescription: "says nothing") { _ in
            .init([], end: .silence)
        } limits: {
            $0.stall = .milliseconds(150)
        } isExpected: {
            $0 == .stalled(seconds: 0.15)
        },
        Mischief(testDescription: "stops in the middle") { _ in
            .answer(200, [], Array("<law>".utf8), length: 5000, end: .silence)
        } limits: {
            $0.stall = .milliseconds(150)
        } isExpected: {
            $0 == .stalled(seconds: 0.15)
        },
        Mischief(testDescription: "sends a byte now and then") { _ in
            .answer(200, [], [], length: 5000, end: .drip(Array(zeros.prefix(5000)), milliseconds: 20))
        } limits: {
            $0.total = .milliseconds(400)
        } isExpected: {
            $0 == .tooSlow(seconds: 0.4)
        },
        Mischief(testDescription: "sends without end") { _ in
            .init(Array("HTTP/1.1 200 OK\r\n\r\n".utf8), end: .endless(zeros))
        } isExpected: {
            $0 == .tooLarge(limit: 1_000_000)
        },
        Mischief(testDescription: "sends without end in chunks") { _ in
            .init(
                Array("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n".utf8),
                end: .endless(Array("10000\r\n".utf8) + zeros + Array("\r\n".utf8)))
        } isExpected: {
            $0 == .tooLarge(limit: 1_000_000)
        },
        Mischief(testDescription: "announces ten gigabytes") { _ in
            .answer(200, [], Array("<law>".utf8), length: 10_000_000_000, end: .endless(zeros))
        } isExpected: {
            $0 == .tooLarge(limit: 1_000_000)
        },
        Mischief(testDescription: "sends fields without end") { _ in
            .init(
                Array("HTTP/1.1 200 OK\r\n".utf8),
                end: .endless(Array("X-Field: \(String(repeating: "x", count: 4000))\r\n".utf8)))
        } isExpected: {
            if case .connection = $0 { true } else { false }
        },
        Mischief(testDescription: "sends one field without end") { _ in
            .init(Array("HTTP/1.1 200 OK\r\nX-Field: ".utf8), end: .endless([UInt8](repeating: 0x78, count: 1 << 16)))
        } isExpected: {
            if case .connection = $0 { true } else { false }
        },
        Mischief(testDescription: "speaks no HTTP") { _ in
            .init(Array("220 mail.example ready\r\n".utf8))
        } isExpected: {
            if case .connection = $0 { true } else { false }
        },
        Mischief(testDescription: "hangs up") { _ in
            .init([])
        } isExpected: {
            if case .connection = $0 { true } else { false }
        },
        Mischief(testDescription: "cuts a document short, again and again") { _ in
            .answer(200, [], Array("<law>".utf8), length: 5000)
        } isExpected: {
            if case .connection = $0 { true } else { false }
        },
        Mischief(testDescription: "sends a gzip bomb") { _ in
            .answer(200, [("Content-Encoding", "gzip")], bomb)
        } isExpected: {
            $0 == .tooLarge(limit: 1_000_000)
        },
        Mischief(testDescription: "cuts the packing short") { _ in
            .answer(200, [("Content-Encoding", "gzip")], Packing.gzip(Array(law.utf8)).dropLast(9))
        } isExpected: {
            if case .coding = $0 { true } else { false }
        },
        Mischief(testDescription: "says gzip and sends none") { _ in
            .answer(200, [("Content-Encoding", "gzip")], Array(law.utf8))
        } isExpected: {
            if case .coding = $0 { true } else { false }
        },
        Mischief(testDescription: "packs in a way that was not asked for") { _ in
            .answer(200, [("Content-Encoding", "br")], Array(law.utf8))
        } isExpected: {
            if case .coding = $0 { true } else { false }
        },
        Mischief(testDescription: "shows a page where a law was promised") { _ in
            .text("\n<!DOCTYPE html><html><body>Are you a robot?</body></html>")
        } isExpected: {
            $0 == .content("it is a web page", format: .xml)
        },
        Mischief(testDescription: "shows nothing") { _ in
            .answer(200)
        } isExpected: {
            $0 == .content("it is empty", format: .xml)
        },
        Mischief(testDescription: "has trouble for ever") { _ in
            .answer(503)
        } isExpected: {
            $0 == .status(503)
        },
        Mischief(testDescription: "asks to come again tomorrow") { _ in
            .answer(429, [("Retry-After", "86400")])
        } isExpected: {
            $0 == .askedToWait(seconds: 86400)
        },
        Mischief(testDescription: "says not modified where nothing was asked") { _ in
            .answer(304)
        } isExpected: {
            $0 == .status(304)
        },
        Mischief(testDescription: "sends a part that was not asked for") { _ in
            .answer(206, [("Content-Range", "bytes 5-9/10")], Array("<law>".utf8))
        } isExpected: {
            if case .cutShort = $0 { true } else { false }
        },
        Mischief(testDescription: "redirects in a circle") { request in
            .redirect(request.path)
        } isExpected: {
            $0 == .redirects(limit: 5)
        },
        Mischief(testDescription: "redirects nowhere") { _ in
            .answer(301)
        } isExpected: {
            $0 == .noLocation(status: 301)
        },
        Mischief(testDescription: "redirects to a file") { _ in
            .redirect("file:///etc/passwd")
        } isExpected: {
            if case .address = $0 { true } else { false }
        },
        Mischief(testDescription: "redirects to a name that leads inside") { _ in
            .redirect("http://inner.example/")
        } isExpected: {
            $0 == .privateAddress(host: "inner.example", address: "10.0.0.7")
        },
        Mischief(testDescription: "redirects to a name that also leads inside") { _ in
            .redirect("http://mixed.example/")
        } isExpected: {
            $0 == .privateAddress(host: "mixed.example", address: "169.254.169.254")
        },
        Mischief(testDescription: "redirects to another loopback address") { _ in
            .redirect("//127.0.0.2/")
        } isExpected: {
            $0 == .privateAddress(host: "127.0.0.2", address: "127.0.0.2")
        },
    ]
}

@Suite("Publishers that misbehave")
struct HostilePublisherTests {
    @Test("a document fails with its reason, and what was stored stays", arguments: Mischief.all)
    private func harmless(_ mischief: Mischief) async throws {
        let bench = try await FetchBench { _ in .text(law) }
        let source = try bench.source("/a")
        #expect(try await bench.fetch(source).outcomes == [.new])
        // What is known has no validators, so that the request is without conditions.
        let before = bench.publisher.bytesSent
        bench.publisher.now { $0.path == "/robots.txt" ? .answer(404) : mischief.reply($0) }
        let result = try await bench.fetch(source) { mischief.limits(&$0.limits) }
        let failure = try #require(result.failures[0])
        #expect(mischief.isExpected(failure), "\(failure)")
        #expect(!result.isWhole)
        #expect(try bench.stored(source, "/a") == law)
        #expect(try bench.store.provenance(PlannedDocument(address: bench.address("/a"), source: source)) != nil)
        // What was dropped was dropped early; four attempts, and what networks hold on the way.
        #expect(bench.publisher.bytesSent - before < 60_000_000)
        if !failure.isPassing { #expect(bench.parts.isEmpty) }
        // One that mends its ways is served by.
        bench.publisher.now { $0.path == "/robots.txt" ? .answer(404) : .text(law) }
        #expect(try await bench.fetch(source).outcomes == [.unchanged])
        #expect(bench.parts.isEmpty)
    }

    @Test(
        "an address that leads inside is not asked at all, however it is written",
        arguments: [
            "http://127.0.0.1", "http://2130706433", "http://0x7f.1", "http://0177.0.0.1", "http://[::1]",
            "http://[::ffff:127.0.0.1]", "http://localhost", "http://0/", "http://127.1",
        ])
    func inside(text: String) async throws {
        let bench = try await FetchBench { _ in .text(law) }
        let address = try WebAddress(text.hasSuffix("/") ? text : "\(text):\(bench.publisher.port)/a")
        let result = try await bench.fetch(bench.source(.addresses([address]))) {
            $0.policy = .publicOnly
            $0.resolver = HostResolver()
        }
        guard case .privateAddress = result.failures[0] else {
            // A machine without IPv6, or a resolver that does not read such numbers, refuses earlier.
            guard case .unknownHost = result.failures[0] else {
                Issue.record("\(String(describing: result.failures[0]))")
                return
            }
            return
        }
        #expect(bench.publisher.requests.isEmpty)
        #expect(bench.publisher.robotsRequests == 0)
    }

    @Test("an unknown host is named")
    func unknownHost() async throws {
        let bench = try await FetchBench { _ in .text(law) }
        let address = try WebAddress("http://nowhere.example/")
        let result = try await bench.fetch(bench.source(.addresses([address])))
        #expect(result.failures == [.unknownHost("nowhere.example", reason: "it is in no table")])
    }
}
