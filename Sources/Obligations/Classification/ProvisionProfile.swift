internal import TextAnalysis

/// What the recogniser found in one provision, in the form the rules ask for.
struct ProvisionProfile {
    /// Concepts by where they stand.
    private(set) var title = ConceptSet()
    private(set) var heading = ConceptSet()
    private(set) var body = ConceptSet()
    let headingMatches: [ConceptMatch]
    let textMatches: [ConceptMatch]
    let titleMatches: [ConceptMatch]

    /// Evidence of a concept that stands in the heading.
    private static let headingEvidence = 1.0
    /// Evidence of a concept named once in the text; each further mention adds `repeatEvidence`, up to two.
    private static let textEvidence = 0.75
    private static let repeatEvidence = 0.08
    /// A mention among the first words says what the provision is about.
    private static let earlyEvidence = 0.06
    private static let earlyPositions: UInt32 = 40
    /// The words with which a text opens.
    private static let openingPositions: UInt32 = 10
    /// Evidence of a concept that only the law's title names.
    private static let titleEvidence = 0.65

    init(title: [ConceptMatch], heading: [ConceptMatch], text: [ConceptMatch]) {
        titleMatches = title
        headingMatches = heading
        textMatches = text
        for match in title { self.title.insert(match.concept) }
        for match in heading { self.heading.insert(match.concept) }
        body = self.heading
        for match in text { body.insert(match.concept) }
    }

    /// How well a condition is met, 0 (not) to 1.
    func evidence(for condition: ObligationRule.Condition) -> Double {
        if condition.isNegated {
            let place = condition.scope == .title ? title : condition.scope == .heading ? heading : body
            return place.meets(condition.concepts) ? 0 : 1
        }
        switch condition.scope {
        case .title: return title.meets(condition.concepts) ? 1 : 0
        case .heading: return heading.meets(condition.concepts) ? Self.headingEvidence : 0
        case .body: return bodyEvidence(condition.concepts)
        case .context:
            let found = bodyEvidence(condition.concepts)
            guard title.meets(condition.concepts) else { return found }
            // A law about the matter makes a mention in the text surer.
            return found > 0 ? min(1, found + 0.1) : Self.titleEvidence
        }
    }

    private func bodyEvidence(_ concepts: ConceptSet) -> Double {
        guard body.meets(concepts) else { return 0 }
        if heading.meets(concepts) { return Self.headingEvidence }
        var count = 0
        var isEarly = false
        for match in textMatches where concepts.contains(match.concept) {
            count += 1
            isEarly = isEarly || match.positions.lowerBound < Self.earlyPositions
        }
        return Self.textEvidence + Self.repeatEvidence * Double(min(max(count - 1, 0), 2))
            + (isEarly ? Self.earlyEvidence : 0)
    }

    /// Whether the heading names one of the concepts, or the text begins with it.
    func opens(with concepts: ConceptSet) -> Bool {
        heading.meets(concepts)
            || textMatches.contains { $0.positions.lowerBound < Self.openingPositions && concepts.contains($0.concept) }
    }

    /// How near two sets of concepts stand to each other in the text: 1 within a clause, falling to 0.75 where a
    /// hundred words or more lie between them; 1 where one of them stands in the heading, which covers all of it.
    func nearness(_ left: ConceptSet, _ right: ConceptSet) -> Double {
        if heading.meets(left) || heading.meets(right) { return 1 }
        var last: (left: UInt32?, right: UInt32?) = (nil, nil)
        var best: UInt32 = .max
        for match in textMatches {
            let position = match.positions.lowerBound
            if left.contains(match.concept) { last.left = position }
            if right.contains(match.concept) { last.right = position }
            guard let a = last.left, let b = last.right else { continue }
            best = min(best, a > b ? a - b : b - a)
        }
        guard best != .max else { return 1 }
        let excess = Double(max(0, Int(best) - 15)) / 85
        return 1 - 0.25 * min(1, excess)
    }
}
