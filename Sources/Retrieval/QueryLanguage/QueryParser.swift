/// Reads the query language.
///
/// | written | means |
/// |---|---|
/// | `export licence` | best match: words ranked together, not all need occur |
/// | `"export licence"` | exactly these words side by side; also `“ ” „ « » 「 」 『 』 《 》` |
/// | `licen*` | words that begin so; at least 2 letters, 1 for Han |
/// | `sarin~1`, `licence~` | words one or two edits away; unstated: one up to five letters, else two |
/// | `a NEAR/5 b`, `a NEAR b` | at most 5 (unstated 10) words apart, in either order |
/// | `NOT a`, `-a` | leaves out |
/// | `+a` | must occur |
/// | `a AND b`, `a OR b` | both; at least one |
/// | `heading:a`, `title:"a b"`, `text:(a OR b)` | only in this field |
/// | `country:CA,CH`, `year:2004..2012`, … | restricts; values between commas are alternatives |
/// | `\AND`, `\-5`, `a\:b` | the sign or word behind the backslash is no syntax |
///
/// Operators are in capitals; `and` is a word. What binds tighter comes first: NEAR, then NOT and the signs, AND, OR,
/// and last mere juxtaposition:
///
/// | written | read as |
/// |---|---|
/// | `a b AND c` | `a (b AND c)`: ranked by both, either suffices |
/// | `a OR b AND c` | `a OR (b AND c)` |
/// | `a b OR c d` | `a (b OR c) d` |
/// | `NOT a AND b` | `(NOT a) AND b` |
/// | `a NOT b` | `a -b` |
/// | `+a b -c` | must hold a, must not hold c, ranked by a and b |
/// | `a country:CA` | of Canada, ranked by a |
///
/// Full-width letters and signs are read as their ASCII counterparts. References are words: `3(d)(ii)`,
/// `S/RES/1540`, `107-44-8`, `l'article`, and of a paragraph's label (`20a)`) the parenthesis is passed over. Punctuation alone is passed over.
public enum QueryParser {
    /// Most words, phrases and filter values in one query.
    public static let maximumClauses = 1024
    /// Deepest nesting of parentheses.
    public static let maximumDepth = 64
    /// Longest query in UTF-8 bytes.
    public static let maximumBytes = 65_536
    /// Distances that NEAR takes, in words.
    public static let nearDistances = 1...1000
    /// Distance of NEAR without a number, in words.
    public static let usualNearDistance = 10

    /// Reads a query.
    ///
    /// - Throws: ``QuerySyntaxError`` with the place and, where one is plain, a query that parses.
    public static func parse(_ text: String) throws(QuerySyntaxError) -> Query {
        do throws(QueryFault) {
            return try read(text)
        } catch {
            throw syntaxError(error, in: text)
        }
    }

    /// Takes everything as words, for questions in natural language. No sign is syntax; nothing is refused. A text
    /// without words gives `.words([])`.
    public static func plain(_ text: String) -> Query {
        let scalars = QueryText(text)
        var words: [QueryWord] = []
        var place = 0
        while place < scalars.count {
            var scanner = WordScanner(text: scalars, place: place, isLiteral: true)
            guard case .word(let word) = scanner.scan(), word.end > place else {
                place += 1
                continue
            }
            if word.scalars.contains(where: QueryText.isSearchable) {
                words.append(QueryWord(word.string, span: QuerySpan(scalars.range(place, word.end))))
            }
            place = word.end
        }
        return Query(.words(words))
    }

    private static func read(_ text: String) throws(QueryFault) -> Query {
        let length = text.utf8.count
        guard length <= maximumBytes else {
            throw QueryFault(
                .tooLong, "the query has \(length) bytes; at most \(maximumBytes) are read", 0..<0)
        }
        var grammar = QueryGrammar(try QueryLexer.tokens(text), length: length)
        return Query(try grammar.query())
    }

    private static func syntaxError(_ fault: QueryFault, in text: String) -> QuerySyntaxError {
        let offset = fault.range.lowerBound
        let before = String(decoding: text.utf8.prefix(offset), as: UTF8.self)
        return QuerySyntaxError(
            problem: fault.problem, message: fault.message, query: text, utf8Offset: offset,
            characterOffset: min(before.count, text.count), suggestion: mended(text, fault))
    }

    /// The query with the fault mended, and those that come to light behind it; nil where a fault has no mend.
    private static func mended(_ text: String, _ fault: QueryFault) -> String? {
        guard text.utf8.count <= 4096 else { return nil }
        var bytes = Array(text.utf8)
        var fix = fault.fix
        for _ in 0..<16 {
            guard let change = fix, change.range.upperBound <= bytes.count else { return nil }
            bytes.replaceSubrange(change.range, with: change.replacement.utf8)
            let candidate = String(decoding: bytes, as: UTF8.self)
            do throws(QueryFault) {
                _ = try read(candidate)
                return trimmed(candidate)
            } catch {
                fix = error.fix
            }
        }
        return nil
    }

    private static func trimmed(_ text: String) -> String {
        text.unicodeScalars.split(whereSeparator: QueryText.isSpace).map { String($0) }.joined(separator: " ")
    }
}
