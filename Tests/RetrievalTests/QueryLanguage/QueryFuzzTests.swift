import Retrieval
import TestSupport
import Testing

@Suite("Any text as a query")
struct QueryFuzzTests {
    private static let parts: [String] = [
        " ", " ", " ", " ", "a", "bc", "licence", "核", "出口", "é", "e\u{301}", "ש", "٢", "5", "1,0", "Ａ", "\u{3000}",
        "\"", "“", "”", "«", "»", "「", "」", "『", "』", "《", "》", "＂", "(", ")", "（", "）", ":", "：", ",", "，", "、", "،",
        "+", "-", "－", "−", "*", "＊", "~", "~1", "～", "\\", "'", "’", "/", ".", "..", "?", "!", ";", "。", "§",
        " AND ", " OR ", " NOT ", "NOT", "AND", " NEAR/5 ", " NEAR ", "NEAR/", "heading:", "title:", "text:(",
        "country:",
        "country:CA", "lang:fr,ru", "year:2004..2012", "year:", "obligation:op3cd.*", "weapon:核", "http://", "urn:",
        "foo:", "国家：", "\u{200F}", "\u{200B}", "\u{FEFF}", "\0", "\n", "\u{1F3F3}\u{FE0F}\u{200D}\u{1F308}", "\u{301}",
    ]

    @Test("is read or refused with a place; what is read prints and reads back as itself", arguments: 0..<8)
    func readsBack(seed: Int) throws {
        var generator = SeededGenerator(seed: UInt64(seed))
        var readCount = 0
        for _ in 0..<3_000 {
            let length = Int.random(in: 1...14, using: &generator)
            var text = ""
            for _ in 0..<length { text += Self.parts.randomElement(using: &generator) ?? "" }
            do throws(QuerySyntaxError) {
                let query = try QueryParser.parse(text)
                readCount += 1
                let canonical = query.description
                do throws(QuerySyntaxError) {
                    let again = try QueryParser.parse(canonical)
                    #expect(again == query, "\(text.debugDescription) as \(canonical.debugDescription)")
                    #expect(again.description == canonical)
                } catch {
                    Issue.record("\(text.debugDescription) prints as \(canonical.debugDescription): \(error)")
                }
                Self.expectLawful(query.root, text)
            } catch {
                #expect((0...text.utf8.count).contains(error.utf8Offset))
                #expect((0...text.count).contains(error.characterOffset))
                #expect(!error.description.isEmpty)
                if let suggestion = error.suggestion {
                    #expect(throws: Never.self, "\(text.debugDescription) mended") { try QueryParser.parse(suggestion) }
                }
            }
            let plain = QueryParser.plain(text)
            if !plain.wantedWords.isEmpty {
                let again = try? QueryParser.parse(plain.description)
                #expect(again == plain, "\(text.debugDescription)")
            }
        }
        #expect(readCount > 300)
    }

    /// What QueryNode says of a parsed tree.
    private static func expectLawful(_ node: QueryNode, _ text: String) {
        switch node {
        case .words(let words):
            #expect(!words.isEmpty && words.allSatisfy { !$0.text.isEmpty })
            for word in words { #expect(word.span.range.upperBound <= text.utf8.count && !word.span.range.isEmpty) }
        case .phrase, .prefix, .filter: break
        case .fuzzy(_, let edits): #expect((1...2).contains(edits))
        case .near(let left, let right, let distance):
            #expect((1...1000).contains(distance))
            expectLawful(left, text)
            expectLawful(right, text)
        case .scoped(_, let inner): expectLawful(inner, text)
        case .all(let nodes):
            #expect(nodes.count > 1)
            #expect(nodes.contains { if case .not = $0 { false } else { true } }, "\(text.debugDescription)")
            for inner in nodes {
                if case .not(let excluded) = inner { expectLawful(excluded, text) } else { expectLawful(inner, text) }
            }
        case .any(let nodes):
            #expect(nodes.count > 1)
            for inner in nodes { expectLawful(inner, text) }
        case .not: Issue.record("a NOT outside AND in \(text.debugDescription)")
        case .clauses(let clauses):
            #expect(clauses.count > 1)
            #expect(clauses.contains { $0.occurrence != .mustNot })
            for clause in clauses { expectLawful(clause.node, text) }
        }
    }
}
