import Retrieval
import Testing

@Suite("Mistakes in queries")
struct QuerySyntaxErrorTests {
    @Test(
        "are named, placed and mended",
        arguments: [
            ("", .empty, 0, nil),
            (" ?! ", .empty, 0, nil),
            ("a \"b c", .unbalancedQuote, 2, "a \"b c\""),
            ("化学 「武器", .unbalancedQuote, 3, "化学 「武器」"),
            ("a 」", .unbalancedQuote, 2, "a"),
            ("\"\" a", .emptyGroup, 0, "a"),
            ("(a OR b", .unbalancedParenthesis, 0, "(a OR b)"),
            ("a OR b)", .unbalancedParenthesis, 6, "a OR b"),
            ("a ()", .emptyGroup, 2, "a"),
            ("a AND", .danglingOperator, 2, "a"),
            ("OR a", .danglingOperator, 0, "a"),
            ("a AND OR b", .danglingOperator, 6, "a AND b"),
            ("(a AND", .danglingOperator, 3, "(a )"),
            ("NOT", .danglingOperator, 0, nil),
            ("heading: x", .emptyField, 0, "heading:x"),
            ("a heading:", .emptyField, 2, "a"),
            ("(country:) a", .emptyField, 1, "a"),
            ("country:CA, CH", .emptyField, 10, "country:CA,CH"),
            ("headin:x", .unknownField, 0, "heading:x"),
            ("contry:CA", .unknownField, 0, "country:CA"),
            ("quux:bar", .unknownField, 0, "quux\\:bar"),
            ("heading:(a lang:fr)", .nestedField, 11, nil),
            ("heading:title:a", .nestedField, 8, "title:a"),
            ("b heading:-a", .misplacedOperator, 10, "b -heading:a"),
            ("a year:2012..2004", .badValue, 7, "a year:2004..2012"),
            ("year:20x4", .badValue, 5, nil),
            ("year:..", .badValue, 5, nil),
            ("year:99999999999999999999", .badValue, 5, nil),
            ("weapon:chemcal", .badValue, 7, "weapon:chemical"),
            ("status:abolished", .badValue, 7, nil),
            ("obligation:op3cd.*x", .badValue, 11, nil),
            ("a NEAR/ b", .nearDistance, 2, "a NEAR/10 b"),
            ("a NEAR/0 b", .nearDistance, 2, "a NEAR/10 b"),
            ("a NEAR/99999999999999999999 b", .nearDistance, 2, "a NEAR/10 b"),
            ("NEAR/5 b", .danglingOperator, 0, "b"),
            ("a NEAR/5", .danglingOperator, 2, "a"),
            ("a NEAR b NEAR c", .misplacedOperator, 9, "a NEAR b AND c"),
            ("(a b) NEAR c", .misplacedOperator, 0, nil),
            ("a*", .shortWildcard, 0, "a"),
            ("*ab", .misplacedWildcard, 0, "\"*ab\""),
            ("wo*rd", .misplacedWildcard, 0, "\"wo*rd\""),
            ("\"a b\"*", .misplacedWildcard, 5, "\"a b\""),
            ("\"a b\"~3", .badEditDistance, 5, "\"a b\""),
            ("sarin~3", .badEditDistance, 0, "sarin~2"),
            ("ab~2", .badEditDistance, 0, "ab"),
            ("-a", .onlyNegative, 0, nil),
            ("NOT a AND NOT b", .onlyNegative, 0, nil),
            ("-country:CA", .onlyNegative, 0, nil),
            ("a OR NOT b", .misplacedOperator, 5, nil),
            ("+a OR b", .misplacedOperator, 0, "a OR b"),
        ] as [(String, QuerySyntaxError.Problem, Int, String?)])
    func areNamed(query: String, problem: QuerySyntaxError.Problem, character: Int, suggestion: String?) throws {
        let error = try #require(throws: QuerySyntaxError.self) { try QueryParser.parse(query) }
        #expect(error.problem == problem)
        #expect(error.characterOffset == character)
        #expect(error.suggestion == suggestion)
        #expect(error.query == query)
        #expect(query.utf8.prefix(error.utf8Offset).count == error.utf8Offset)
        #expect(query.prefix(error.characterOffset).utf8.count == error.utf8Offset)
        if let suggestion { _ = try QueryParser.parse(suggestion) }
    }

    @Test("bound nesting, clauses and length")
    func boundSize() throws {
        let deep = { (depth: Int) in
            String(repeating: "(", count: depth) + "a" + String(repeating: ")", count: depth)
        }
        #expect(try QueryParser.parse(deep(64)) == QueryParser.parse("a"))
        #expect(problem(deep(65)) == .tooDeep)
        #expect(problem(String(repeating: "(", count: 60_000)) == .tooDeep)
        #expect(problem(String(repeating: "heading:(", count: 7_000)) == .nestedField)
        let words = { (count: Int) in Array(repeating: "a", count: count).joined(separator: " ") }
        #expect(try QueryParser.parse(words(1024)).wantedWords.count == 1024)
        #expect(problem(words(1025)) == .tooManyClauses)
        #expect(problem("country:" + Array(repeating: "CA", count: 2000).joined(separator: ",")) == .tooManyClauses)
        #expect(problem(String(repeating: "a", count: 65_537)) == .tooLong)
        #expect(problem(String(repeating: "NOT ", count: 16_000)) == .danglingOperator)
        #expect(problem(String(repeating: "a(", count: 32_000)) == .tooManyClauses)
    }

    private func problem(_ query: String) -> QuerySyntaxError.Problem? {
        do throws(QuerySyntaxError) {
            _ = try QueryParser.parse(query)
            return nil
        } catch {
            return error.problem
        }
    }

    @Test(
        "show a caret under the place, counting wide characters twice",
        arguments: [("a AND", 2), ("化学 AND", 5), ("한국 e\u{301} AND", 7), ("a\tb\u{1B} AND", 5)])
    func showCaret(query: String, column: Int) throws {
        let error = try #require(throws: QuerySyntaxError.self) { try QueryParser.parse(query) }
        let lines = error.description.split(separator: "\n", omittingEmptySubsequences: false)
        #expect(lines[2] == String(repeating: " ", count: column + 2) + "^")
        #expect(!lines[1].unicodeScalars.contains { $0.value < 0x20 })
    }

    @Test("show only the part around the place of a long query")
    func shortenLongQueries() throws {
        let query = Array(repeating: "word", count: 200).joined(separator: " ") + " AND OR " + "tail tail"
        let error = try #require(throws: QuerySyntaxError.self) { try QueryParser.parse(query) }
        let lines = error.description.split(separator: "\n")
        #expect(lines[1].count < 120)
        let caret = try #require(lines[2].firstIndex(of: "^"))
        let column = lines[2].distance(from: lines[2].startIndex, to: caret)
        #expect(lines[1].dropFirst(column).hasPrefix("OR tail"))
    }
}
