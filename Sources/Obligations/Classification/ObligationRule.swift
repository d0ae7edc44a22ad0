/// One rule of the classifier: where all its conditions hold, the provision serves the rule's matrix row.
struct ObligationRule: Sendable {
    /// Where a condition's concept has to stand.
    enum Scope: Sendable {
        /// In the heading or the text.
        case body
        /// In the heading or the text; or, weaker, in the law's title.
        case context
        case title
        case heading
    }

    struct Condition: Sendable {
        var scope: Scope
        var concepts: ConceptSet
        /// The condition holds where none of the concepts is there.
        var isNegated: Bool
    }

    /// Which weapon types the rule reaches.
    enum Reach: Sendable {
        /// Those of which the provision, else the title, speaks; nothing where neither speaks of any.
        case context
        /// The same, but all three where neither speaks of any.
        case contextOrAll
        /// Always these; empty for rows that are not asked per weapon type.
        case fixed([Weapon])
    }

    enum Aspects: Sendable {
        case fixed(Aspect)
        /// Enforcement where penalties are spoken of, framework where duties are or penalties are not.
        case automatic
    }

    var code: ObligationCode
    var reach: Reach
    var aspects: Aspects
    /// Raw score of the rule with perfect evidence, 0 to 1.
    var strength: Double
    var conditions: [Condition]
    /// Line in the rule file, for explanations.
    var line: Int
}
