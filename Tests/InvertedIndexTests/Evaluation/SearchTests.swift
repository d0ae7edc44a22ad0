import Foundation
import TestSupport
import Testing

@testable import InvertedIndex

@Suite("Searching gives the same as looking at every document")
struct SearchTests {
    static func randomQuery(_ generator: inout SeededGenerator, depth: Int = 2) -> IndexQuery {
        func word(_ generator: inout SeededGenerator) -> [UInt8] {
            key("w", "w\(Int.random(in: 0..<62, using: &generator))")
        }
        func fields(_ generator: inout SeededGenerator) -> IndexFieldSet {
            Int.random(in: 0..<5, using: &generator) == 0
                ? [[.text], [.heading], [.title], [.heading, .title]].randomElement(using: &generator) ?? .all : .all
        }
        func certainty(_ generator: inout SeededGenerator) -> Float {
            Bool.random(using: &generator) ? 1 : .random(in: 0.02...1, using: &generator)
        }
        func some(_ range: ClosedRange<Int>, _ generator: inout SeededGenerator) -> [IndexQuery] {
            (0..<Int.random(in: range, using: &generator)).map { _ in randomQuery(&generator, depth: depth - 1) }
        }
        let kind = Int.random(in: 0..<(depth > 0 ? 15 : 4), using: &generator)
        switch kind {
        case 0, 1, 2:
            let boost = Float.random(in: 0.1...3, using: &generator)
            return .term(
                IndexTerm(
                    word(&generator), boost: boost, certainty: certainty(&generator), fields: fields(&generator)))
        case 3: return .term(IndexTerm(key("c", "cell\(Int.random(in: 0..<4, using: &generator))"), boost: 2))
        case 4: return .any(some(0...6, &generator))
        case 5: return .all(some(1...3, &generator))
        case 6:
            return .excluding(
                randomQuery(&generator, depth: depth - 1), randomQuery(&generator, depth: depth - 1))
        case 7:
            let country = ["KE", "FR", "XX"].randomElement(using: &generator) ?? "KE"
            return .filtered(randomQuery(&generator, depth: depth - 1), by: .term(IndexTerm(key("k", country))))
        case 8:
            return .preferring(
                randomQuery(&generator, depth: depth - 1), randomQuery(&generator, depth: depth - 1))
        case 9:
            let low = UInt64.random(in: 0..<400, using: &generator)
            return .filtered(
                randomQuery(&generator, depth: depth - 1), by: .number(column: "number", range: low...(low + 150)))
        case 10:
            let near = Bool.random(using: &generator)
            let slots = (0..<Int.random(in: 1...3, using: &generator)).map { index in
                IndexPhrase.Slot(
                    keys: (0..<Int.random(in: 1...2, using: &generator)).map { _ in
                        key("w", "w\(Int.random(in: 0..<8, using: &generator))")
                    }, offset: UInt32(index))
            }
            return .phrase(
                IndexPhrase(slots: slots, proximity: near ? .near(4) : .exact, boost: 1.5, fields: fields(&generator)))
        case 11:
            return .best(
                (0..<Int.random(in: 0...5, using: &generator)).map { _ in
                    IndexTerm(
                        word(&generator), boost: .random(in: 0.1...3, using: &generator),
                        certainty: certainty(&generator), fields: fields(&generator))
                })
        case 12:
            // As questions across languages are searched: words, and groups of words of one meaning.
            return .any(
                (0..<Int.random(in: 1...4, using: &generator)).map { _ in
                    .best(
                        (0..<Int.random(in: 1...6, using: &generator)).map { _ in
                            IndexTerm(
                                word(&generator), boost: .random(in: 0.1...3, using: &generator),
                                certainty: certainty(&generator))
                        })
                })
        case 13:
            // As everyday words are searched: words, and words in some fields only.
            return .any(
                (0..<Int.random(in: 1...8, using: &generator)).map { _ in
                    .term(
                        IndexTerm(
                            word(&generator), boost: .random(in: 0.1...3, using: &generator),
                            fields: Bool.random(using: &generator) ? .all : fields(&generator)))
                })
        default: return .constant(.termSet([word(&generator), word(&generator)]), score: 0.5)
        }
    }

    @Test(
        "Best documents of random queries, over several segments, deletions, weights and orders of documents",
        arguments: 0..<32)
    func bruteForce(seed: Int) throws {
        var generator = SeededGenerator(seed: UInt64(seed))
        let documents = (0..<Int.random(in: 1...900, using: &generator)).map {
            var document = ReferenceDocument.random(number: $0, using: &generator)
            // Lists without other fields are looked into in ways of their own.
            if seed % 4 == 1 { (document.heading, document.title) = ([], []) }
            return document
        }
        let parameters = RankingParameters(
            k1: .random(in: 0.5...2, using: &generator), b: .random(in: 0...1, using: &generator),
            fieldWeights: [1, .random(in: 0.5...3, using: &generator), 0.5, 0])
        let directory = try TemporaryDirectory()
        let writer = try makeIndex(
            documents, perSegment: Int.random(in: 50...1000, using: &generator), in: directory.path,
            parameters: parameters, order: seed % 3 == 0 ? nil : testOrder)
        if seed % 5 == 0 {
            try writer.mergeAll()
            try writer.commit(sequence: 1)
        }
        var reference = Reference(documents: documents, parameters: parameters)
        if seed % 2 == 0 {
            reference.deleted = Set(documents.indices.filter { _ in Int.random(in: 0..<5, using: &generator) == 0 })
            try writer.delete(column: "number", in: Set(reference.deleted.map(UInt64.init)))
            try writer.commit(sequence: 2)
        }
        let searcher = try IndexSearcher(directory: directory.path)
        let known = KnownTerms(searcher)
        for _ in 0..<40 {
            let query = Self.randomQuery(&generator)
            let limit = [1, 3, 10, 1000].randomElement(using: &generator) ?? 10
            let all = try searcher.search(query, limit: documents.count + 1, exhaustive: true)
            let expected = reference.scores(query)
            #expect(Set(all.map(searcher.number)) == Set(expected.keys), "\(query)")
            for hit in all {
                let score = try #require(expected[searcher.number(of: hit)])
                #expect(abs(Double(hit.score) - score) < 1e-3 + score * 1e-4, "\(query)")
            }
            let best = try searcher.search(query, limit: limit)
            #expect(best == Array(all.prefix(limit)), "\(query)")
            #expect(try searcher.search(Self.lookedUp(query, known), limit: limit, known: known) == best, "\(query)")
            // Whoever knows what score is wanted still finds all that reach it.
            if let least = best.last?.score {
                #expect(try searcher.search(query, limit: limit, atLeast: least, known: known) == best, "\(query)")
            }
            #expect(try searcher.matches(query).reduce(0) { $0 + $1.count } == expected.count)
        }
    }

    /// The query with half of the terms of its uppermost disjunctions looked up beforehand.
    private static func lookedUp(_ query: IndexQuery, _ known: KnownTerms) throws -> IndexQuery {
        switch query {
        case .term(let term): .term(try lookedUp(term, known))
        case .any(let parts): .any(try parts.map { try lookedUp($0, known) })
        case .best(let terms): .best(try terms.map { try lookedUp($0, known) })
        default: query
        }
    }

    private static func lookedUp(_ term: IndexTerm, _ known: KnownTerms) throws -> IndexTerm {
        guard let last = term.key.last, last % 2 == 0 else { return term }
        return IndexTerm(
            try known.term(term.key), boost: term.boost, certainty: term.certainty, fields: term.fields)
    }

    @Test("Parameters given with a query change the ranking and stay exact", arguments: 0..<6)
    func overriddenParameters(seed: Int) throws {
        var generator = SeededGenerator(seed: 1000 + UInt64(seed))
        let documents = (0..<500).map { ReferenceDocument.random(number: $0, using: &generator) }
        let directory = try TemporaryDirectory()
        _ = try makeIndex(documents, perSegment: 200, in: directory.path)
        let searcher = try IndexSearcher(directory: directory.path)
        let other = RankingParameters(k1: 2, b: 0.2, fieldWeights: [1, 5, 0.1, 0])
        for _ in 0..<30 {
            let query = Self.randomQuery(&generator)
            let exact = try searcher.search(query, limit: 7, parameters: other, exhaustive: true)
            #expect(try searcher.search(query, limit: 7, parameters: other) == exact)
        }
    }

    @Test("Documents of equal score come in the order of their numbers, however the index keeps them")
    func ties() throws {
        let documents = (0..<600).map { number in
            ReferenceDocument(
                text: ["licence"] + Array(repeating: "word", count: number % 7 == 0 ? 3 : 3 + number % 40),
                country: ["KE", "FR"][number % 2], number: UInt64(number))
        }
        let expected = (0..<600).filter { $0 % 7 == 0 || (3 + $0 % 40) == 3 }.prefix(25)
        for perSegment in [1000, 170] {
            let directory = try TemporaryDirectory()
            let writer = try makeIndex(
                documents, perSegment: perSegment, in: directory.path,
                parameters: RankingParameters(k1: 1.2, b: 0.75, fieldWeights: [1, 1, 1, 0]), order: testOrder)
            try writer.commit(sequence: 700)
            let searcher = try IndexSearcher(directory: directory.path)
            let hits = try searcher.search(.term(IndexTerm(key("w", "licence"))), limit: 25)
            #expect(hits.map(searcher.number) == Array(expected))
        }
    }

    @Test("Long lists of terms over many windows are pruned and stay exact", arguments: 0..<4)
    func windows(seed: Int) throws {
        var generator = SeededGenerator(seed: 77 + UInt64(seed))
        let documents = (0..<20_000).map { number in
            var document = ReferenceDocument(number: UInt64(number))
            document.text = (0..<Int.random(in: 1...12, using: &generator)).map { _ in
                let rank = Double.random(in: 0..<1, using: &generator)
                return "w\(Int(rank * rank * 400))"
            }
            return document
        }
        let directory = try TemporaryDirectory()
        _ = try makeIndex(
            documents, perSegment: 15_000, in: directory.path, order: seed % 2 == 0 ? nil : testOrder)
        let searcher = try IndexSearcher(directory: directory.path)
        // As large an index would have them.
        let wider = [13, 14, 16].map { searcher.withWindows(ofShift: $0) }
        for size in [1, 2, 3, 5, 9, 40] {
            let plain = (0..<size).map { _ in IndexTerm(key("w", "w\(Int.random(in: 0..<400, using: &generator))")) }
            let terms = plain.map(IndexQuery.term)
            let keys = (0..<40).map { key("w", "w\($0 * 7)") }
            // Of frequent words, one of which leads the other by little; of a frequent and a rarer one; of three.
            let phrases = [[0..<12, 0..<12], [0..<3, 20..<60], [60..<200, 0..<3], [0..<6, 0..<6, 0..<6]].map { words in
                IndexPhrase(
                    slots: words.enumerated().map { place, ranks in
                        .init(keys: [key("w", "w\(Int.random(in: ranks, using: &generator))")], offset: UInt32(place))
                    })
            }
            let narrow = IndexQuery.number(column: "number", range: 3000...9000)
            for query in phrases.flatMap({ [.phrase($0), .filtered(.phrase($0), by: narrow)] }) + [
                IndexQuery.any(terms), .filtered(.any(terms), by: .number(column: "number", range: 3000...18_000)),
                .filtered(.any(terms), by: .number(column: "number", range: 3000...3050)),
                .excluding(.any(terms), .term(IndexTerm(key("w", "w3")))), .all(Array(terms.prefix(2))),
                .all(Array(terms.prefix(3))), .filtered(.all(Array(terms.prefix(2))), by: .termSet(keys)),
                .preferring(terms[0], .any(terms)), .best(plain),
                .any([.best(Array(plain.prefix(3))), terms[0], .best(Array(plain.suffix(6)))]),
                .filtered(.any([.best(plain), terms[0]]), by: .number(column: "number", range: 3000...18_000)),
                .excluding(.phrase(phrases[0]), terms[0]),
            ] {
                for limit in [1, 10, 100] {
                    let exact = try searcher.search(query, limit: limit, exhaustive: true)
                    for searcher in [searcher] + wider {
                        #expect(try searcher.search(query, limit: limit) == exact, "\(query)")
                    }
                }
            }
        }
    }

    @Test("More lists than there is room kept for, and few again after them")
    func manyLists() throws {
        let documents = (0..<3000).map { number in
            var document = ReferenceDocument(number: UInt64(number))
            document.text = (0..<5).map { "w\((number * 7 + $0 * $0 * 131) % 1500)" }
            return document
        }
        let directory = try TemporaryDirectory()
        _ = try makeIndex(documents, perSegment: 2000, in: directory.path)
        let searcher = try IndexSearcher(directory: directory.path)
        for count in [1500, 3, 1100, 40] {
            let terms = (0..<count).map { IndexTerm(key("w", "w\($0)"), boost: 1 + Float($0 % 9) / 10) }
            for query in [IndexQuery.any(terms.map(IndexQuery.term)), .any([.best(terms), .term(terms[2])])] {
                let exact = try searcher.search(query, limit: 10, exhaustive: true)
                #expect(exact.count == 10)
                #expect(try searcher.search(query, limit: 10) == exact)
            }
        }
    }

    @Test("Searches at the same time do not meddle with each other")
    func atTheSameTime() async throws {
        var generator = SeededGenerator(seed: 31)
        let documents = (0..<6000).map { ReferenceDocument.random(number: $0, using: &generator) }
        let directory = try TemporaryDirectory()
        _ = try makeIndex(documents, perSegment: 4000, in: directory.path)
        let searcher = try IndexSearcher(directory: directory.path)
        let queries = (0..<60).map { _ in Self.randomQuery(&generator) }
        let alone = try queries.map { try searcher.search($0, limit: 10) }
        try await withThrowingTaskGroup(of: [[IndexHit]].self) { group in
            for _ in 0..<4 {
                group.addTask { try queries.map { try searcher.search($0, limit: 10) } }
            }
            for try await found in group { #expect(found == alone) }
        }
    }

    @Test("Windows are larger, and no more than 64, where there are many documents")
    func windowSizes() {
        for (count, shift) in [(0, 12), (1, 12), (262_144, 12), (262_145, 13), (1_000_000, 14), (3_000_000, 16)] {
            #expect(WindowClauses.shift(documentCount: count) == shift, "\(count)")
        }
        #expect(WindowClauses.shift(documentCount: 1_000_000_000) == 16, "scores of a window stay in the cache")
    }

    @Test("Cells rank by confidence, alone and with words")
    func impacts() throws {
        let directory = try TemporaryDirectory()
        let documents = [10, 200, 90].enumerated().map { index, impact in
            ReferenceDocument(text: ["transit"], cells: ["op3cd.transit": UInt8(impact)], number: UInt64(index))
        }
        _ = try makeIndex(documents, perSegment: 10, in: directory.path)
        let searcher = try IndexSearcher(directory: directory.path)
        let cell = IndexQuery.term(IndexTerm(key("c", "op3cd.transit")))
        #expect(try searcher.search(cell, limit: 5).map(\.document) == [1, 2, 0])
        let both = IndexQuery.all([cell, .term(IndexTerm(key("w", "transit")))])
        #expect(try searcher.search(both, limit: 2).map(\.document) == [1, 2])
    }

    @Test("Asking for nothing, or of nothing, gives nothing")
    func edges() throws {
        let directory = try TemporaryDirectory()
        _ = try makeIndex([], perSegment: 10, in: directory.path)
        let searcher = try IndexSearcher(directory: directory.path)
        #expect(try searcher.search(.everything, limit: 10).isEmpty)
        #expect(try searcher.search(.any([]), limit: 10).isEmpty)
        #expect(try searcher.search(.all([]), limit: 10).isEmpty)
        #expect(try searcher.search(.everything, limit: 0).isEmpty)
        #expect(try searcher.search(.phrase(IndexPhrase(slots: [])), limit: 10).isEmpty)
    }
}

extension IndexSearcher {
    /// The same with windows of another size.
    fileprivate func withWindows(ofShift shift: Int) -> IndexSearcher {
        IndexSearcher(
            self,
            segments: segments.map { segment in
                var segment = segment
                segment.windowShift = shift
                return segment
            })
    }
}
