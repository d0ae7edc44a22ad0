internal import TextAnalysis

/// Scores the rules of `rules.tsv` on a provision: strength times evidence times nearness.
struct RuleScorer: Sendable {
    /// The rules of one row that fire.
    struct RowScore: Sendable, Hashable {
        var code: ObligationCode
        /// Raw score of the best rule, above 0, at most 1.
        var best: Double
        /// Raw score of the second best; 0 where one rule fires.
        var second: Double
    }

    let table: RuleTable
    let conceptIDs: [String]

    /// The rows for which a rule fires, in the order of codes.
    func scores(_ profile: ProvisionProfile) -> [RowScore] {
        var rows: [RowScore] = []
        for rule in table.rules {
            let score = score(of: rule, profile)
            guard score > 0 else { continue }
            if let place = rows.firstIndex(where: { $0.code == rule.code }) {
                rows[place].second = max(rows[place].second, min(rows[place].best, score))
                rows[place].best = max(rows[place].best, score)
            } else {
                rows.append(RowScore(code: rule.code, best: score, second: 0))
            }
        }
        return rows.sorted { $0.code < $1.code }
    }

    /// The rules that fire and the names they rest on, by falling score.
    func explain(_ profile: ProvisionProfile) -> [ClassifierEvidence] {
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
