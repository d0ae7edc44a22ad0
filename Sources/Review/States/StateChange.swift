public import Catalog
import Legislation

/// Facts of one State that are to be recorded.
public struct StateChange: Sendable, Hashable {
    /// The State.
    public var state: RegisteredState
    /// The facts; none that is recorded already.
    public var facts: [StateFact]

    /// Checks facts of one State against what is recorded, and keeps those that are new.
    ///
    /// - Throws: ``StatesError/value(field:reason:)`` where all of them cannot be true.
    public init(_ state: RegisteredState, _ facts: [StateFact], known: StateFacts, today: Day = .today)
        throws(StatesError)
    {
        let faults = Self.faults(facts, known: known, today: today)
        if let fault = faults.first { throw .value(field: fault.field.description, reason: fault.reason) }
        self.init(unchecked: facts, of: state, known: known)
    }

    /// Keeps the facts that are new; whether they can be true was checked before.
    init(unchecked facts: [StateFact], of state: RegisteredState, known: StateFacts) {
        self.state = state
        self.facts = facts.filter { known.history[$0.field]?.last?.fact != $0 }
    }

    /// What cannot be true of facts together with what is recorded; faults that were there before are not told again.
    static func faults(_ facts: [StateFact], known: StateFacts, today: Day) -> [(field: StateField, reason: String)] {
        var later = known
        for fact in facts {
            later.add(StateFacts.Entry(fact: fact, sequence: 0, time: "", who: "", why: nil, source: nil))
        }
        let before = known.contradictions(today: today).map(\.reason)
        return later.contradictions(today: today).filter { !before.contains($0.reason) }
    }

    /// The entry for the record; nil where nothing is new.
    public func entry(why: String?, source: String? = nil, checksum: String? = nil) -> EventDraft? {
        guard !facts.isEmpty else { return nil }
        let detail = StateFactsDetail(facts, isFictional: state.membership == .fictional)
        return EventDraft(
            .stateFacts, subject: StateLedger.subject(state.jurisdiction), why: why, source: source,
            checksum: checksum, detail: detail.json)
    }
}
