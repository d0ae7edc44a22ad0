public import TextAnalysis

/// Tells which cells of the matrix a provision serves, by rules over the thesaurus's concepts.
///
/// The names of concepts are found in the law's title, the headings and the text; rules (`rules.tsv`) say which
/// combinations of concepts support which row. A classifier is immutable: threads may share one.
public struct ObligationClassifier: Sendable {
    /// Rows given for one provision at most.
    public static let maximumCodes = 8
    /// Cells below this confidence are left out.
    public static let minimumConfidence = 0.05

    /// Finds the concepts; may be used on its own.
    public let recognizer: ConceptRecognizer
    private let table: RuleTable
    private let weaponsOfConcept: [[Weapon]]
    private let conceptIDs: [String]

    /// Makes a classifier.
    ///
    /// - Parameter analysis: makes the analysis of names for a language; it must be the one that the texts go through.
    /// - Throws: ``ResourceError`` where the rule file is missing or names what matrix or thesaurus do not have.
    public init(
        matrix: ObligationMatrix, thesaurus: Thesaurus, resources: ResourceFolder = ResourceFolder(),
        analysis: @escaping @Sendable (String) -> ConceptRecognizer.Analysis
    ) throws(ResourceError) {
        try self.init(
            matrix: matrix, thesaurus: thesaurus, rules: try resources.text(named: RuleTable.fileName),
            analysis: analysis)
    }

    init(
        matrix: ObligationMatrix, thesaurus: Thesaurus, rules: String,
        analysis: @escaping @Sendable (String) -> ConceptRecognizer.Analysis
    ) throws(ResourceError) {
        table = try RuleTable(text: rules, matrix: matrix, thesaurus: thesaurus)
        recognizer = ConceptRecognizer(thesaurus: thesaurus, analysis: analysis)
        weaponsOfConcept = thesaurus.concepts.map { $0.weapons.sorted() }
        conceptIDs = thesaurus.concepts.map(\.id)
    }

    /// The cells that a provision serves.
    ///
    /// - Parameters:
    ///   - title: title of the law: context at lower weight; alone it supports nothing.
    ///   - heading: headings above the provision and its own.
    ///   - language: BCP 47 tag of the text; only the primary subtag counts.
    /// - Returns: cells by falling confidence, then in cell order; at most ``maximumCodes`` different rows.
    public func classify(
        title: TokenBuffer, heading: TokenBuffer, text: TokenBuffer, language: String
    ) -> [CellScore] {
        guard let profile = profile(title: title, heading: heading, text: text, language: language) else { return [] }
        var best: [(rule: ObligationRule, score: Double, second: Double)] = []
        for rule in table.rules {
            let score = score(of: rule, profile)
            guard score > 0 else { continue }
            if let place = best.firstIndex(where: { $0.rule.code == rule.code }) {
                if score > best[place].score {
                    best[place] = (rule, score, best[place].score)
                } else {
                    best[place].second = max(best[place].second, score)
                }
            } else {
                best.append((rule, score, 0))
            }
        }
        guard !best.isEmpty else { return [] }
        let spoken = profile.weapons(weaponsOfConcept)
        let aspects = aspects(of: profile)
        // A second rule for the same row makes it surer, by less than if the two were independent.
        var rows = best.map { (rule: $0.rule, raw: $0.score + (1 - $0.score) * 0.3 * $0.second) }
        rows.sort { $0.raw != $1.raw ? $0.raw > $1.raw : $0.rule.code < $1.rule.code }
        var result: [CellScore] = []
        for row in rows.prefix(Self.maximumCodes) {
            let confidence = table.confidence(of: row.raw)
            for (aspect, share) in self.aspects(of: row.rule, automatic: aspects) {
                guard confidence * share >= Self.minimumConfidence else { continue }
                for weapon in weapons(of: row.rule, spoken: spoken) {
                    result.append(
                        CellScore(
                            cell: Cell(code: row.rule.code, weapon: weapon, aspect: aspect),
                            confidence: confidence * share))
                }
            }
        }
        return result.sorted {
            $0.confidence != $1.confidence ? $0.confidence > $1.confidence : $0.cell < $1.cell
        }
    }

    /// The rules that fire for a provision and the names they rest on, by falling score.
    public func explain(
        title: TokenBuffer, heading: TokenBuffer, text: TokenBuffer, language: String
    ) -> [ClassifierEvidence] {
        guard let profile = profile(title: title, heading: heading, text: text, language: language) else { return [] }
        var result: [ClassifierEvidence] = []
        for rule in table.rules {
            let score = score(of: rule, profile)
            guard score > 0 else { continue }
            var mentions: [ClassifierEvidence.Mention] = []
            func mention(_ matches: [ConceptMatch], _ field: ClassifierEvidence.Field) {
                for match in matches where rule.uses(match.concept, in: field) {
                    mentions.append(.init(concept: conceptIDs[match.concept], field: field, range: match.range))
                }
            }
            mention(profile.titleMatches, .title)
            mention(profile.headingMatches, .heading)
            mention(profile.textMatches, .text)
            result.append(
                ClassifierEvidence(code: rule.code, ruleLine: rule.line, score: score, mentions: mentions))
        }
        return result.sorted { $0.score != $1.score ? $0.score > $1.score : $0.ruleLine < $1.ruleLine }
    }

    private func profile(
        title: TokenBuffer, heading: TokenBuffer, text: TokenBuffer, language: String
    ) -> ProvisionProfile? {
        let trie = recognizer.trie(for: language)
        var inHeading: [ConceptMatch] = []
        var inText: [ConceptMatch] = []
        trie.findMatches(in: heading, into: &inHeading)
        trie.findMatches(in: text, into: &inText)
        guard !inHeading.isEmpty || !inText.isEmpty else { return nil }
        var inTitle: [ConceptMatch] = []
        trie.findMatches(in: title, into: &inTitle)
        return ProvisionProfile(title: inTitle, heading: inHeading, text: inText)
    }

    /// Strength times mean evidence times nearness; 0 where a condition fails.
    private func score(of rule: ObligationRule, _ profile: ProvisionProfile) -> Double {
        // The cheap test first: most rules fail on the sets alone.
        for condition in rule.conditions where !condition.isNegated {
            let isMet =
                switch condition.scope {
                case .body: profile.body.meets(condition.concepts)
                case .heading: profile.heading.meets(condition.concepts)
                case .title: profile.title.meets(condition.concepts)
                case .context:
                    profile.body.meets(condition.concepts) || profile.title.meets(condition.concepts)
                }
            guard isMet else { return 0 }
        }
        var (sum, count) = (0.0, 0)
        var nearness = 1.0
        var first: ConceptSet?
        for condition in rule.conditions {
            let evidence = profile.evidence(for: condition)
            guard evidence > 0 else { return 0 }
            guard !condition.isNegated, condition.scope != .title else { continue }
            sum += evidence
            count += 1
            if let first {
                nearness = min(nearness, profile.nearness(first, condition.concepts))
            } else {
                first = condition.concepts
            }
        }
        return count == 0 ? 0 : rule.strength * sum / Double(count) * nearness * discount(profile)
    }

    /// What the kind of law and provision takes from every rule: laws on other matters, definitions and the like
    /// seldom carry an obligation.
    private func discount(_ profile: ProvisionProfile) -> Double {
        (profile.title.meets(table.offTopic) ? 0.4 : 1) * (profile.opens(with: table.housekeeping) ? 0.5 : 1)
    }

    /// Aspects of `auto` rules with their share of the confidence.
    private func aspects(of profile: ProvisionProfile) -> [(aspect: Aspect, share: Double)] {
        guard profile.body.meets(table.penalties) else { return [(.framework, 1)] }
        guard profile.body.meets(table.duties) else { return [(.enforcement, 1)] }
        return profile.heading.meets(table.penalties)
            ? [(.enforcement, 1), (.framework, 0.6)] : [(.framework, 1), (.enforcement, 0.8)]
    }

    private func aspects(
        of rule: ObligationRule, automatic: [(aspect: Aspect, share: Double)]
    ) -> [(aspect: Aspect, share: Double)] {
        switch rule.aspects {
        case .fixed(let aspect): [(aspect, 1)]
        case .automatic: automatic
        }
    }

    private func weapons(of rule: ObligationRule, spoken: [Weapon]) -> [Weapon?] {
        switch rule.reach {
        case .fixed(let weapons): weapons.isEmpty ? [nil] : weapons
        case .context: spoken
        case .contextOrAll: spoken.isEmpty ? Weapon.allCases : spoken
        }
    }
}

extension ObligationRule {
    /// Whether a concept in a field is one the rule's conditions ask for.
    fileprivate func uses(_ concept: Int, in field: ClassifierEvidence.Field) -> Bool {
        conditions.contains { condition in
            guard !condition.isNegated, condition.concepts.contains(concept) else { return false }
            return switch condition.scope {
            case .body: field != .title
            case .context: true
            case .title: field == .title
            case .heading: field == .heading
            }
        }
    }
}
