import TestSupport
import Testing

@testable import InvertedIndex

@Suite("Searches for many terms that take outlines in place of lists")
struct TermOutlineTests {
    /// Words of which the first stands in more documents than an outline keeps.
    private static func documents(_ count: Int, using generator: inout SeededGenerator) -> [ReferenceDocument] {
        (0..<count).map { number in
            var document = ReferenceDocument(number: UInt64(number))
            document.text = (0..<Int.random(in: 1...12, using: &generator)).map { _ in
                let rank = Double.random(in: 0..<1, using: &generator)
                return "w\(Int(rank * rank * 300))"
            }
            if number % 3 != 0 { document.text.append("w0") }
            if number % 5 == 0 { document.heading = ["w\(number % 300)"] }
            document.country = ["KE", "FR", "CN"][number * 3 / count]
            return document
        }
    }

    private static func randomTerms(_ count: Int, using generator: inout SeededGenerator) -> [IndexTerm] {
        (0..<count).map { _ in
            IndexTerm(
                key("w", "w\(Int.random(in: 0..<310, using: &generator))"),
                boost: .random(in: 0...3, using: &generator),
                certainty: [1, 0.8, 0.3].randomElement(using: &generator) ?? 1)
        }
    }

    @Test(
        "The same documents as from every score, whether outlines are made, kept, or dropped again", arguments: 0..<4)
    func exact(seed: Int) throws {
        var generator = SeededGenerator(seed: 900 + UInt64(seed))
        let directory = try TemporaryDirectory()
        let writer = try makeIndex(
            Self.documents(9000, using: &generator), perSegment: 7000, in: directory.path,
            order: seed % 2 == 0 ? nil : testOrder)
        if seed > 1 {
            try writer.delete(column: "number", in: Set((0..<9000).filter { $0 % 7 == 0 }))
            try writer.commit(sequence: 2)
        }
        let searcher = try IndexSearcher(directory: directory.path)
        let kept = KnownTerms(searcher)
        let dropped = KnownTerms(searcher, outlineLimit: 2000)
        let french = IndexQuery.term(IndexTerm(key("k", "FR")))
        for _ in 0..<12 {
            let terms = Self.randomTerms(40, using: &generator)
            var headings = terms
            for place in headings.indices { headings[place].fields = place % 2 == 0 ? .all : IndexFieldSet(.heading) }
            let groups = IndexQuery.any([
                .best(Array(terms[..<20])), .best(Array(terms[20..<38])), .term(terms[38]),
                .term(IndexTerm(key("w", "w0"))),
            ])
            for query in [
                groups, .filtered(groups, by: french), .excluding(groups, french), .best(terms), .best(headings),
                .filtered(groups, by: .number(column: "number", range: 300...2000)),
            ] {
                let all = try searcher.search(query, limit: 10_000, exhaustive: true)
                for limit in [1, 10, 100] {
                    let exact = Array(all.prefix(limit))
                    for known in [kept, dropped] {
                        #expect(try searcher.search(query, limit: limit, known: known) == exact, "\(query)")
                        if let least = exact.last?.score {
                            #expect(
                                try searcher.search(query, limit: limit, atLeast: least, known: known) == exact,
                                "\(query)")
                        }
                    }
                }
            }
        }
    }

    @Test("Outlines are of the postings, window by window")
    func windows() throws {
        var generator = SeededGenerator(seed: 5)
        let documents = Self.documents(7000, using: &generator)
        let directory = try TemporaryDirectory()
        _ = try makeIndex(documents, perSegment: 7000, in: directory.path)
        let searcher = try IndexSearcher(directory: directory.path)
        let known = KnownTerms(searcher)
        let words = (0..<20).map { "w\($0 * $0)" }
        _ = try searcher.search(.best(words.map { IndexTerm(key("w", $0)) }), limit: 10, known: known)
        let shift = TermOutline.shift(documentCount: documents.count)
        for word in words {
            let holders = documents.indices.filter { (documents[$0].text + documents[$0].heading).contains(word) }
            guard !holders.isEmpty else { continue }
            let outline = try #require(try known.term(key("w", word)).outline(segment: 0))
            // Blocks of a long list tell of a window only that one may hold the term.
            let windows = Set(holders.map { $0 >> shift })
            #expect(windows.isSubset(of: Set(outline.windows.map(\.number))))
            #expect(outline.isWhole == (holders.count <= TermOutline.mostPostings), "\(word)")
            guard outline.isWhole else { continue }
            #expect(outline.windows.map(\.number) == windows.sorted())
            #expect(outline.documents == holders.map(UInt32.init))
            for (place, window) in outline.windows.enumerated() {
                outline.withPostings(ofWindow: place) { documents, saturations, count in
                    #expect((0..<count).allSatisfy { Int(documents[$0]) >> shift == window.number })
                    #expect((0..<count).map { saturations[$0] }.max() == window.saturation)
                }
            }
        }
        #expect(try known.term(key("w", "w0")).outline(segment: 0)?.isWhole == false)
    }

    @Test("No more is kept than allowed, by one outline at most")
    func limit() throws {
        var generator = SeededGenerator(seed: 6)
        let directory = try TemporaryDirectory()
        _ = try makeIndex(Self.documents(3000, using: &generator), perSegment: 3000, in: directory.path)
        let searcher = try IndexSearcher(directory: directory.path)
        let known = KnownTerms(searcher, outlineLimit: 5000)
        var most = 0
        for start in 0..<10 {
            let words = (0..<30).map { IndexTerm(key("w", "w\(start * 30 + $0)")) }
            _ = try searcher.search(.best(words), limit: 10, known: known)
            most = max(most, known.outlineSize)
        }
        #expect(most > 1000)
        #expect(most <= 5000 + TermOutline.mostPostings + 32)
    }

    @Test("Few terms are read from their lists, and other parameters than the standard ones take no outlines")
    func notTaken() throws {
        var generator = SeededGenerator(seed: 7)
        let directory = try TemporaryDirectory()
        _ = try makeIndex(Self.documents(2000, using: &generator), perSegment: 2000, in: directory.path)
        let searcher = try IndexSearcher(directory: directory.path)
        let known = KnownTerms(searcher)
        let words = (0..<30).map { IndexTerm(key("w", "w\($0)")) }
        _ = try searcher.search(.best(Array(words.prefix(4))), limit: 10, known: known)
        let other = RankingParameters(k1: 2, b: 0.2, fieldWeights: [1, 5, 0.1, 0])
        let exact = try searcher.search(.best(words), limit: 10, parameters: other, exhaustive: true)
        #expect(try searcher.search(.best(words), limit: 10, parameters: other, known: known) == exact)
        #expect(known.outlineSize == 0)
        _ = try searcher.search(.best(words), limit: 10, known: known)
        #expect(known.outlineSize > 0)
    }

    @Test("Windows are no more than 32, of 64 documents at least", arguments: [1, 64, 2048, 2049, 500_000])
    func sizes(count: Int) {
        let shift = TermOutline.shift(documentCount: count)
        #expect(shift >= 6)
        #expect(PostingList.windowCount(count, shift: shift) <= 32)
        #expect(shift == 6 || PostingList.windowCount(count, shift: shift - 1) > 32)
    }
}
