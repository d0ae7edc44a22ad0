/// A query that cannot be read: what is wrong, where, and a query that can.
public struct QuerySyntaxError: Error, Sendable, Hashable, CustomStringConvertible {
    /// Kinds of mistakes.
    public enum Problem: String, Sendable, Hashable, Codable, CaseIterable {
        /// Nothing to look for.
        case empty
        /// More than ``QueryParser/maximumBytes``.
        case tooLong
        /// More than ``QueryParser/maximumClauses`` words, phrases and filter values.
        case tooManyClauses
        /// Parentheses deeper than ``QueryParser/maximumDepth``.
        case tooDeep
        /// A quotation mark without its other half.
        case unbalancedQuote
        /// A parenthesis without its other half.
        case unbalancedParenthesis
        /// Parentheses or quotation marks around nothing.
        case emptyGroup
        /// An operator without something on either side.
        case danglingOperator
        /// An operator that does not fit its operands.
        case misplacedOperator
        /// A name before a colon that names neither field nor filter.
        case unknownField
        /// A field or filter with nothing behind the colon.
        case emptyField
        /// A field or filter within a field.
        case nestedField
        /// A filter value that is not one.
        case badValue
        /// NEAR/ without a number, or with one out of range.
        case nearDistance
        /// A `*` behind too few letters.
        case shortWildcard
        /// A `*` elsewhere than at the end of a word.
        case misplacedWildcard
        /// A `~` with a number other than 1 and 2, behind too few letters, or behind a phrase.
        case badEditDistance
        /// Everything is excluded and nothing is asked for.
        case onlyNegative
    }

    /// Kind of mistake.
    public var problem: Problem
    /// One sentence that says what is wrong and how to mend it.
    public var message: String
    /// The query as given.
    public var query: String
    /// Where, in UTF-8 bytes from the beginning of the query.
    public var utf8Offset: Int
    /// Where, in characters (grapheme clusters) from the beginning of the query.
    public var characterOffset: Int
    /// A corrected query, which parses; nil where none is plain.
    public var suggestion: String?

    /// The message, the query with a caret under the place, and the suggestion.
    public var description: String {
        let (line, column) = excerpt
        var text = "\(message) (at character \(characterOffset + 1))\n  \(line)\n  "
        text += String(repeating: " ", count: column) + "^"
        if let suggestion { text += "\ndid you mean: \(suggestion)" }
        return text
    }

    /// The part of the query around the place in one line, at most about 100 columns wide, and the column of the
    /// place in it.
    private var excerpt: (line: String, column: Int) {
        let characters = query.prefix(characterOffset + 60)
        let before = characters.prefix(characterOffset)
        var line = ""
        var column = 0
        if before.count > 60 { (line, column) = ("…", 1) }
        for character in before.suffix(60) {
            let shown = QuerySyntaxError.visible(character)
            line.append(shown)
            column += DisplayWidth.of(shown)
        }
        var rest = 0
        for character in characters.dropFirst(characterOffset) where rest < 40 {
            let shown = QuerySyntaxError.visible(character)
            line.append(shown)
            rest += DisplayWidth.of(shown)
        }
        return (line, column)
    }

    /// Control characters, which would move the cursor, shown as a space.
    private static func visible(_ character: Character) -> Character {
        let isSafe = character.unicodeScalars.allSatisfy {
            $0.properties.generalCategory != .control && !$0.properties.isBidiControl && !$0.properties.isWhitespace
        }
        return isSafe ? character : " "
    }
}

/// A mistake found while reading, before the place is counted in characters.
struct QueryFault: Error {
    /// A change to the query that mends it.
    struct Fix {
        var range: Range<Int>
        var replacement: String
    }

    var problem: QuerySyntaxError.Problem
    var message: String
    var range: Range<Int>
    var fix: Fix?

    init(_ problem: QuerySyntaxError.Problem, _ message: String, _ range: Range<Int>, fix: Fix? = nil) {
        self.problem = problem
        self.message = message
        self.range = range
        self.fix = fix
    }
}
