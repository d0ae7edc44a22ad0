import Review

/// What is recorded of a State as JSON; `docs/metrics.md` describes the keys.
struct StateFactsDocument: Encodable {
    struct Fact: Encodable {
        var field: String
        var value: String
        var visibility: String
        var recorded: String
        var who: String
        var why: String?
        var source: String?

        init(_ entry: StateFacts.Entry) {
            field = entry.fact.field.description
            value = entry.fact.value
            visibility = entry.fact.visibility.rawValue
            recorded = entry.time
            who = entry.who
            why = entry.why
            source = entry.source
        }
    }

    var state: StateEntry
    var reporting: String
    var firstReport: String?
    var additionalReports: [String]
    var facts: [Fact]
    var history: [Fact]?
    var withheld: Int

    init(_ state: StateEntry, _ facts: StateFacts, withheld: Int, history: Bool) {
        self.state = state
        reporting = facts.reporting.name
        firstReport = facts.reporting.first?.description
        additionalReports = facts.reporting.additional.map(\.description)
        self.facts = facts.current.map { Fact($0) }
        let all = facts.history.values.joined().sorted {
            ($0.sequence, $0.fact.field) < ($1.sequence, $1.fact.field)
        }
        self.history = history ? all.map { Fact($0) } : nil
        self.withheld = withheld
    }
}
