internal import Foundation

/// What the second stage knows of one cell row in one provision: how the linear model and the rules see it, and how
/// it stands among the other rows. The same few weights serve all rows, so that rows with few examples are judged by
/// what was learned on all.
struct PooledFeatures: Sendable {
    static let names = [
        "linear", "linear-gap", "linear-lead", "linear-rank", "linear-group", "linear-any",
        "rule", "rule-second", "rule-gap", "rule-silent", "rule-best", "rules-fired", "rule-group", "rule-rank",
        "prior", "penalty", "penalty-heading", "duty", "housekeeping", "off-topic", "length",
    ]

    /// What is the same for all rows of a provision.
    struct Context: Sendable {
        var hasPenalty = false
        var hasPenaltyInHeading = false
        var hasDuty = false
        var isHousekeeping = false
        var isOffTopic = false
        /// Words in the text.
        var length = 0

        init() {}

        init(_ evidence: ProvisionEvidence, table: RuleTable) {
            hasPenalty = evidence.profile.body.meets(table.penalties)
            hasPenaltyInHeading = evidence.profile.heading.meets(table.penalties)
            hasDuty = evidence.profile.body.meets(table.duties)
            isHousekeeping = evidence.profile.opens(with: table.housekeeping)
            isOffTopic = evidence.profile.title.meets(table.offTopic)
            length = evidence.lengths.text
        }
    }

    /// The features of all rows, a row of the matrix after the other, ``names``.count values each.
    static func values(
        heads: OutputHeads, logits: [Float], priors: [Double], rules: [RuleScorer.RowScore], context: Context
    ) -> [Double] {
        let count = heads.codes.count
        var best = [Double](repeating: 0, count: count)
        var second = [Double](repeating: 0, count: count)
        for rule in rules {
            guard let place = heads.place(of: rule.code) else { continue }
            best[place] = rule.best
            second[place] = rule.second
        }
        let linear = logits.prefix(count).map(Double.init)
        let top = linear.max() ?? 0
        let linearRank = ranks(linear)
        let ruleTop = best.max() ?? 0
        let ruleRank = ranks(best)
        let fired = Double(best.count { $0 > 0 })
        let groups = ObligationGroup.allCases.count
        var groupBest = [(first: Double, second: Double)](repeating: (-.infinity, -.infinity), count: groups)
        var groupRule = [Double](repeating: 0, count: groups)
        for place in 0..<count {
            let group = heads.groups[place]
            if linear[place] > groupBest[group].first {
                groupBest[group] = (linear[place], groupBest[group].first)
            } else {
                groupBest[group].second = max(groupBest[group].second, linear[place])
            }
            groupRule[group] = max(groupRule[group], best[place])
        }
        func flag(_ isSet: Bool) -> Double { isSet ? 1 : 0 }
        let common = [
            flag(context.hasPenalty), flag(context.hasPenaltyInHeading), flag(context.hasDuty),
            flag(context.isHousekeeping), flag(context.isOffTopic), log1p(Double(context.length)),
        ]
        let any = Double(logits[heads.anyHead])
        let width = names.count
        var values = [Double](repeating: 0, count: count * width)
        for place in 0..<count {
            let group = heads.groups[place]
            let rival = linear[place] >= groupBest[group].first ? groupBest[group].second : groupBest[group].first
            let base = place * width
            values[base] = linear[place]
            values[base + 1] = linear[place] - top
            values[base + 2] = rival == -.infinity ? 0 : linear[place] - rival
            values[base + 3] = min(10, linearRank[place])
            values[base + 4] = Double(logits[heads.groupHead(group)])
            values[base + 5] = any
            values[base + 6] = best[place]
            values[base + 7] = second[place]
            values[base + 8] = best[place] - ruleTop
            values[base + 9] = flag(best[place] == 0)
            values[base + 10] = ruleTop
            values[base + 11] = fired
            values[base + 12] = groupRule[group]
            values[base + 13] = best[place] == 0 ? 10 : min(10, ruleRank[place])
            values[base + 14] = priors[place]
            for (offset, value) in common.enumerated() { values[base + 15 + offset] = value }
        }
        return values
    }

    /// How many values are greater, for each.
    private static func ranks(_ values: [Double]) -> [Double] {
        let order = values.indices.sorted { values[$0] != values[$1] ? values[$0] > values[$1] : $0 < $1 }
        var ranks = [Double](repeating: 0, count: values.count)
        for (rank, place) in order.enumerated() {
            ranks[place] = rank > 0 && values[order[rank - 1]] == values[place] ? ranks[order[rank - 1]] : Double(rank)
        }
        return ranks
    }
}
