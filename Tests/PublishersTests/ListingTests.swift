import Foundation
import Testing

@testable import Publishers

private let law = "<law><article>No person keeps a toxin without a licence.</article></law>"

@Suite("Lists of publishers")
struct ListingTests {
    private func index(
        _ bench: FetchBench, _ path: String = "/list", _ change: (inout PublisherIndex) -> Void = { _ in }
    )
        throws -> LawSource
    {
        var index = PublisherIndex(address: try bench.address(path), links: "/laws/[0-9]+\\.xml$")
        change(&index)
        return try bench.source(.index(index))
    }

    private static func page(_ numbers: [Int]) -> String {
        "<!DOCTYPE html><html><body>" + numbers.map { "<li><a href='laws/\($0).xml'>Law \($0)</a>" }.joined()
            + "<a href=/about>About</a></body></html>"
    }

    @Test("documents that a page links to are fetched; those it names no more are withdrawn")
    func followsList() async throws {
        let bench = try await FetchBench { $0.path == "/list" ? .text(Self.page([1, 2, 3])) : .text(law) }
        let source = try index(bench)
        #expect(try await bench.fetch(source).outcomes == [.new, .new, .new])
        bench.publisher.now { request in
            switch request.path {
            case "/robots.txt": .answer(404)
            case "/list": .text(Self.page([2, 3, 4]))
            default: .text(law)
            }
        }
        let second = try await bench.fetch(source)
        #expect(second.words == ["unchanged", "unchanged", "new", "withdrawn"])
        #expect(second.isWhole)
        #expect(bench.stored(second.documents[3].document) == law)
    }

    @Test("a list that names less than half of what it did is not believed")
    func shrunken() async throws {
        let bench = try await FetchBench { $0.path == "/list" ? .text(Self.page(Array(1...6))) : .text(law) }
        let source = try index(bench)
        _ = try await bench.fetch(source)
        bench.publisher.now { request in
            request.path == "/robots.txt"
                ? .answer(404) : request.path == "/list" ? .text(Self.page([1, 2])) : .text(law)
        }
        let doubted = try await bench.fetch(source)
        guard case .listing? = doubted.failure else {
            Issue.record("\(String(describing: doubted.failure))")
            return
        }
        #expect(doubted.documents.isEmpty)
        #expect(bench.store.documents(of: source).allSatisfy { $0.known.withdrawnAt == nil })
        let believed = try await bench.fetch(source) { $0.acceptsShrinking = true }
        #expect(believed.words.count { $0 == "withdrawn" } == 4)
    }

    @Test("a list of the newest withdraws nothing, and what it named before is asked for again")
    func newest() async throws {
        let bench = try await FetchBench { $0.path == "/list" ? .text(Self.page([1, 2])) : .text(law) }
        let source = try index(bench) { $0.isComplete = false }
        _ = try await bench.fetch(source)
        bench.publisher.now { request in
            switch request.path {
            case "/robots.txt", "/laws/1.xml": .answer(404)
            case "/list": .text(Self.page([3]))
            default: .text(law)
            }
        }
        let result = try await bench.fetch(source)
        #expect(Set(result.words) == ["new", "withdrawn", "unchanged"])
        #expect(result.documents[0].outcome == .new)
    }

    @Test("pages that name a next one are followed as far as the source says")
    func pages() async throws {
        @Sendable func feed(_ number: Int, next: Int?) -> String {
            let link = next.map { "<link rel='next' href='/feed?page=\($0)'/>" } ?? ""
            return
                "<feed xmlns='http://www.w3.org/2005/Atom'>\(link)<entry><link href='/laws/\(number).xml'/></entry></feed>"
        }
        let bench = try await FetchBench { request in
            switch request.path {
            case "/feed": .text(feed(1, next: 2))
            case "/feed?page=2": .text(feed(2, next: 3))
            case "/feed?page=3": .text(feed(3, next: 3))
            default: .text(law)
            }
        }
        #expect(try await bench.fetch(index(bench, "/feed") { $0.pageLimit = 9 }).outcomes.count == 3)
        #expect(
            try await bench.fetch(index(bench, "/feed") { $0.pageLimit = 2 }).words == [
                "unchanged", "unchanged", "unchanged",
            ])
    }

    @Test(
        "a list that cannot be used is named, and nothing is withdrawn",
        arguments: [
            "<html><body>Under repair</body></html>", "", "<feed><entry><link href='/laws/1.xml'/></ent",
            "{\"laws\": [\"/laws/1.xml\"", "<!DOCTYPE feed [<!ENTITY a 'b'>]><feed><link href='/laws/1.xml'/></feed>",
        ])
    func unusable(text: String) async throws {
        let bench = try await FetchBench { $0.path == "/list" ? .text(Self.page([1])) : .text(law) }
        let source = try index(bench)
        _ = try await bench.fetch(source)
        bench.publisher.now { $0.path == "/robots.txt" ? .answer(404) : .text(text) }
        let result = try await bench.fetch(source)
        guard case .listing? = result.failure else {
            Issue.record("\(String(describing: result.failure))")
            return
        }
        #expect(bench.store.documents(of: source).allSatisfy { $0.known.withdrawnAt == nil })
        #expect(bench.logLines.last?.contains("\"failed\"") == true)
    }

    @Test("a list that names too many documents is refused")
    func tooMany() async throws {
        let bench = try await FetchBench { _ in .text(Self.page(Array(1...50))) }
        let result = try await bench.fetch(index(bench) { $0.documentLimit = 49 })
        guard case .listing? = result.failure else {
            Issue.record("\(String(describing: result.failure))")
            return
        }
    }

    @Test("the address of a document may be made from what the list names")
    func rewritten() async throws {
        let bench = try await FetchBench { request in
            request.path == "/list" ? .text("{\"items\": [{\"id\": \"407AC065\", \"name\": \"a b\"}]}") : .text(law)
        }
        let template = try bench.address("/data/$1?as=xml").text
        let source = try index(bench) {
            $0.links = "^([0-9]{3}AC[0-9]+)$"
            $0.document = template
        }
        #expect(try await bench.fetch(source).outcomes == [.new])
        #expect(bench.publisher.requests.last?.path == "/data/407AC065?as=xml")
    }
}

@Suite("Links")
struct LinkExtractorTests {
    private static func links(_ text: String) throws -> LinkExtractor {
        try LinkExtractor(Array(text.utf8), at: WebAddress("https://law.example/acts/list"))
    }

    @Test(
        "links are found in pages, feeds, sitemaps, lists in XML and JSON, and plain text",
        arguments: [
            "<html><base href='https://law.example/x/'><a href='1.xml'>1</a></html>",
            "<html><p><A HREF=\"/x/1.xml#top\">1</A><a name=none>",
            "<feed><link rel='alternate' href='../x/1.xml'/></feed>",
            "<?xml version='1.0'?><urlset><url><loc>\n https://law.example/x/1.xml\n</loc></url></urlset>",
            "<items><item><link>https://law.example/x/1.xml</link></item></items>",
            "{\"a\": [1, null, {\"b\": \"https://law.example/x/1.xml\"}]}", "# acts\nhttps://law.example/x/1.xml\n",
            "<!-- <a href='/no.xml'> --><html><script>'<a href=\"/no.xml\">'</script><a href=/x/1.xml></a></html>",
        ])
    func found(text: String) throws {
        let candidates = try Self.links(text).candidates
        #expect(candidates.contains("https://law.example/x/1.xml"))
        #expect(!candidates.contains { $0.contains("no.xml") })
    }

    @Test("deep nesting is gone through")
    func deep() throws {
        let text = "<html>" + String(repeating: "<div>", count: 100_000) + "<a href='/x'>"
        _ = try? Self.links(text)
        let json = String(repeating: "[", count: 100_000)
        #expect(throws: FetchFailure.self) { try Self.links(json) }
    }

    @Test("links that are none, or lead out of the web, are passed over")
    func passedOver() throws {
        let text =
            "<html><a href='javascript:x'>a</a><a href='mailto:a@b'>b</a><a href=''>c</a><a href='ftp://x/y'>d</a>"
        #expect(try Self.links(text).candidates.isEmpty)
    }
}
