import Foundation
import Testing

@testable import Publishers

private let law = "<law><article>No person keeps a toxin without a licence.</article></law>"

@Suite("robots.txt")
struct RobotsTests {
    private static func bench(_ robots: LoopbackPublisher.Reply) async throws -> FetchBench {
        let bench = try await FetchBench { _ in .text(law) }
        bench.publisher.now { $0.path == "/robots.txt" ? robots : .text(law) }
        return bench
    }

    @Test("what it forbids is not asked for, and it is read once a run")
    func forbids() async throws {
        let bench = try await Self.bench(.text("User-agent: *\nDisallow: /secret\n"))
        let result = try await bench.fetch(bench.source("/secret/1", "/open/1", "/open/2"))
        #expect(result.words == ["failed", "new", "new"])
        guard case .robots? = result.failures[0] else {
            Issue.record("\(String(describing: result.failures[0]))")
            return
        }
        #expect(bench.publisher.requests.map(\.path) == ["/open/1", "/open/2"])
        #expect(bench.publisher.robotsRequests == 1)
    }

    @Test("a redirect to what it forbids is not followed")
    func redirect() async throws {
        let bench = try await FetchBench { _ in .text(law) }
        bench.publisher.now { request in
            switch request.path {
            case "/robots.txt": .text("User-agent: concord\nDisallow: /secret\n")
            case "/open": .redirect("/secret")
            default: .text(law)
            }
        }
        #expect(try await bench.fetch(bench.source("/open")).words == ["failed"])
        #expect(bench.publisher.requests.map(\.path) == ["/open"])
    }

    @Test(
        "where it is missing all is allowed; where it cannot be had, nothing",
        arguments: [401, 403, 404, 410, 500, 503])
    func unavailable(status: Int) async throws {
        let bench = try await Self.bench(.answer(status))
        let result = try await bench.fetch(bench.source("/a"))
        #expect(result.words == [status < 500 ? "new" : "failed"])
        #expect(bench.publisher.requests.isEmpty == (status >= 500))
    }

    @Test("a file without end is cut, and its beginning holds")
    func endless() async throws {
        let head = Array("HTTP/1.1 200 OK\r\n\r\nUser-agent: *\nDisallow: /a\n".utf8)
        let bench = try await Self.bench(
            .init(head, end: .endless(Array(String(repeating: "# x\n", count: 9000).utf8))))
        #expect(try await bench.fetch(bench.source("/a", "/b")).words == ["failed", "new"])
    }

    @Test("the delay that it or the source asks for lies between requests", arguments: [(2, 5), (9, 3)])
    func delay(crawl: Int, own: Int) async throws {
        let bench = try await Self.bench(.text("User-agent: *\nCrawl-delay: \(crawl)\n"))
        _ = try await bench.fetch(bench.source("/a", "/b", "/c", delay: .seconds(own)))
        let longest = Duration.seconds(max(crawl, own))
        // Waits do not take place here and the clock stands, so that the second turn is two delays away.
        #expect(bench.waits == [longest, longest * 2])
    }

    @Test(
        "the longest match decides, and of two as long the one that allows",
        arguments: [
            ("Disallow: /", "/x", false), ("Disallow:", "/x", true), ("Disallow: /\nAllow: /x", "/x/y", true),
            ("Allow: /\nDisallow: /x", "/x/y", false), ("Disallow: /x\nAllow: /x", "/x", true),
            ("Disallow: /*.pdf$", "/a/b.pdf", false), ("Disallow: /*.pdf$", "/a/b.pdf?x", true),
            ("Disallow: /a*b*c", "/a-b-c-d", false), ("Disallow: /a*b*c", "/a-c-b", true),
            ("Disallow: /a*$", "/abc", false), ("Disallow: *b", "/ab", false), ("Disallow: /ab$", "/abc", true),
            ("Disallow: /a?q=", "/a?q=1", false), ("Disallow: /caf%C3%A9", "/café", false),
            ("Disallow: /café", "/caf%c3%a9", false), ("Disallow: /%7Ejoe", "/~joe", false),
            ("Disallow: /a%2Fb", "/a/b", true), ("disallow : /x # comment", "/x", false), ("Disallow: /x", "/X", true),
            ("Disallow: /", "/robots.txt", true), ("Sitemap: /x\nNonsense\n:\nDisallow: /x", "/x", false),
            ("Disallow: /fish*", "/fish.html", false), ("Disallow: /a*bc$", "/abcbc", false),
        ])
    func rules(lines: String, path: String, isAllowed: Bool) {
        #expect(RobotsRules(Array("User-agent: *\n\(lines)\n".utf8)).allows(path) == isAllowed)
    }

    @Test("groups that name Concord hold together, and those for all do not then")
    func groups() {
        let text = """
            User-agent: *
            Disallow: /all

            User-agent: other
            User-agent: CONCORD/2.0
            Disallow: /one
            Crawl-delay: 3

            User-agent: other
            Disallow: /other

            User-agent: concord
            Disallow: /two
            """
        let rules = RobotsRules(Array(text.utf8))
        #expect(rules.allows("/all"))
        #expect(!rules.allows("/one"))
        #expect(!rules.allows("/two"))
        #expect(rules.allows("/other"))
        #expect(rules.crawlDelay == .seconds(3))
        #expect(RobotsRules(Array("User-agent: concordance\nDisallow: /".utf8)).allows("/x"))
    }

    @Test(
        "whatever bytes it is made of, it is read",
        arguments: [
            [0xFF, 0xFE, 0x00], Array("\u{FEFF}User-agent: *\r\nDisallow: /x\r".utf8), Array("Disallow: /x".utf8),
            Array("User-agent: *\nCrawl-delay: -1\nCrawl-delay: nan\nCrawl-delay: 1e400".utf8),
            Array(("User-agent: *\nDisallow: /" + String(repeating: "*a", count: 900)).utf8),
        ])
    func odd(bytes: [UInt8]) {
        let rules = RobotsRules(bytes)
        #expect(rules.crawlDelay == nil)
        _ = rules.allows("/" + String(repeating: "a", count: 4000))
    }
}

@Suite("Waiting")
struct WaitingTests {
    @Test("turns at a host lie its delay apart; other hosts do not wait")
    func turns() {
        var limit = RateLimit()
        let now = ContinuousClock.now
        #expect(limit.reserve("a", delay: .seconds(3), now: now) == .zero)
        #expect(limit.reserve("a", delay: .seconds(3), now: now) == .seconds(3))
        #expect(limit.reserve("b", delay: .seconds(3), now: now) == .zero)
        #expect(limit.reserve("a", delay: .seconds(3), now: now.advanced(by: .seconds(5))) == .seconds(1))
        #expect(limit.reserve("a", delay: .zero, now: now.advanced(by: .seconds(60))) == .zero)
    }

    @Test("waits double up to a limit, a half of them at random")
    func backoff() {
        let policy = RetryPolicy()
        for attempt in 1...100 {
            let grown = min(Duration.seconds(60), .seconds(1) * (1 << min(attempt - 1, 10)))
            #expect(policy.wait(after: attempt, asked: nil, random: 0) == grown * 0.5)
            #expect(policy.wait(after: attempt, asked: nil, random: 1) == grown)
        }
        #expect(policy.wait(after: 1, asked: .seconds(30), random: 0) == .seconds(30))
        #expect(policy.wait(after: 1, asked: .seconds(-5), random: 0) == .zero)
    }

    @Test(
        "what a publisher asks for is read as seconds or as a date",
        arguments: [
            ("120", 120.0), (" 0 ", 0), ("Sun, 06 Nov 1994 08:49:37 GMT", 37), ("Sunday, 06-Nov-94 08:49:37 GMT", 37),
            ("Sun Nov  6 08:49:37 1994", 37), ("Sun, 06 Nov 1994 08:48:00 GMT", 0), ("soon", nil), ("-5", nil),
            ("", nil), ("99999999999999999999999", 1e9),
        ])
    func retryAfter(field: String, seconds: Double?) {
        let now = Date(timeIntervalSince1970: 784_111_740)  // 1994-11-06 08:49:00
        #expect(RetryPolicy.asked(field, now: now) == seconds.map { .seconds($0) })
    }
}
