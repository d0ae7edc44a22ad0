public import Catalog
import Legislation
import Obligations

/// The facts of States in the record of a catalog.
public struct StateRecord {
    private let catalog: Catalog

    /// The facts in a catalog; to write, it has to be open for writing.
    public init(catalog: Catalog) { self.catalog = catalog }

    /// What is recorded.
    ///
    /// - Parameter until: the last day whose entries count; nil for all.
    /// - Throws: `CatalogError` when reading fails, `ReviewError.damagedRecord`.
    public func ledger(until: Day? = nil) throws -> StateLedger {
        try StateLedger(catalog.events(subject: "state"), until: until)
    }

    /// Records entries in one transaction: all or none.
    ///
    /// - Parameter who: under which name; by default that of the session.
    /// - Throws: `CatalogError`.
    public func add(_ entries: [EventDraft], by who: String? = nil) throws {
        guard !entries.isEmpty else { return }
        try catalog.write(by: EventAuthor.name(who)) { session in
            for entry in entries { try session.record(entry) }
        }
    }

    /// What experts decided about cells of States, now and when a day began, left out what an audience may not see.
    ///
    /// - Throws: `CatalogError` when reading fails, `ReviewError.damagedRecord`.
    public func decidedCells(
        of states: [RegisteredState], before day: Day?, shownBy filter: inout SharingFilter
    ) throws -> DecidedCells {
        let chosen = Set(states.map(\.jurisdiction))
        var last: [Jurisdiction: [Cell: ExpertDecision]] = [:]
        var former: [Jurisdiction: [Cell: ExpertDecision]] = [:]
        try DecisionLog(catalog: catalog).forEachDecision { state, cell, decision in
            guard chosen.contains(state) else { return }
            last[state, default: [:]][cell] = decision
            if let day, decision.when < day.description { former[state, default: [:]][cell] = decision }
        }
        var decided = DecidedCells(now: [:])
        for (state, decisions) in last {
            for (cell, decision) in decisions
            where filter.admits(decision.visibility, of: state, subject: DecisionLog.subject(state)) {
                decided.now[state, default: [:]][cell] = decision.value
                guard let earlier = former[state]?[cell],
                    SharingRule.allows(
                        earlier.visibility, of: state, to: filter.audience, consents: filter.consents)
                else { continue }
                decided.earlier[state, default: [:]][cell] = earlier.value
            }
        }
        return decided
    }
}
