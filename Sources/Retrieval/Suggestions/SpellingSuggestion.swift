/// A question as it was probably meant.
public struct SpellingSuggestion: Sendable, Equatable {
    /// The whole question with the words corrected; it parses.
    public var question: String
    /// What was corrected, in the order of the question; never empty.
    public var corrections: [WordCorrection]
    /// Primary subtag of the language whose provisions the corrections were counted in.
    public var language: String
    /// Whether the index holds a word that was corrected not even once.
    public var hasUnknownWord: Bool

    /// Fewer provisions than this are little.
    private static let few = 10

    /// Whether someone who was shown that many provisions needs to be told.
    func isWorthShowing(hits: Int) -> Bool { hasUnknownWord || hits < Self.few }
}

/// A word of a question and what it was probably meant to be.
public struct WordCorrection: Sendable, Equatable {
    /// The word as written.
    public var written: String
    /// A word of the index, as it is indexed but for capitals, which follow the word as written.
    public var correction: String
    /// Insertions, deletions, replacements and swaps of neighbours between the two, 1 or 2.
    public var edits: Int
    /// Provisions of the language that hold the correction.
    public var provisions: Int
    /// UTF-8 range of the word in the question.
    public var range: Range<Int>
}
