public import Catalog
public import Legislation

/// What is recorded of all States, put together from the entries of the record.
public struct StateLedger: Sendable {
    /// By State.
    public private(set) var facts: [Jurisdiction: StateFacts] = [:]

    /// Nothing is recorded.
    public init() {}

    /// Takes the entries of the record in their order; those of other kinds are passed over.
    ///
    /// - Parameter until: the last day whose entries count; nil for all.
    /// - Throws: `ReviewError.damagedRecord` for an entry that this program did not write.
    public init(_ entries: some Sequence<Event>, until: Day? = nil) throws(ReviewError) {
        for entry in entries where entry.draft.kind == .stateFacts {
            // The time begins with the day, and such days are in the order of their letters.
            if let until, entry.time.prefix(10) > until.description { continue }
            try add(entry)
        }
    }

    /// What is recorded of a State.
    public subscript(_ state: Jurisdiction) -> StateFacts { facts[state] ?? StateFacts(state: state) }

    /// Puts what is recorded of a State in place of what was.
    public mutating func set(_ facts: StateFacts) { self.facts[facts.state] = facts }

    /// The States of samples.
    public var fictionalStates: [RegisteredState] {
        facts.values.filter { Jurisdiction(fictional: $0.state.code) != nil }.sorted { $0.state < $1.state }
            .map { RegisteredState(fictional: $0.state, name: $0.fictionalName ?? "\($0.state.code) (fictional)") }
    }

    /// Consents of all States.
    public var consents: [Jurisdiction: DonorConsent] { facts.mapValues(\.consent) }

    private mutating func add(_ recorded: Event) throws(ReviewError) {
        let event = recorded.sequence
        guard recorded.draft.subject.hasPrefix(Self.subjectPrefix) else {
            throw .damagedRecord(event: event, detail: "its subject is no State")
        }
        let code = String(recorded.draft.subject.dropFirst(Self.subjectPrefix.count))
        let detail = try StateFactsDetail(json: recorded.draft.detail ?? "", event: event)
        let state = detail.fictional == true ? Jurisdiction(fictional: code) : try? Jurisdiction(code: code)
        guard let state else { throw .damagedRecord(event: event, detail: "\(code.prefix(20)) is no State") }
        for item in detail.facts {
            let fact: StateFact
            do {
                fact = try StateFact(try StateField(item.field), item.value, visibility: item.visibility)
            } catch {
                throw .damagedRecord(event: event, detail: error.description)
            }
            facts[state, default: StateFacts(state: state)].add(
                StateFacts.Entry(
                    fact: fact, sequence: event, time: recorded.time, who: recorded.who, why: recorded.draft.why,
                    source: recorded.draft.source))
        }
    }

    static let subjectPrefix = "state/"

    /// Subject of entries about a State.
    public static func subject(_ state: Jurisdiction) -> String { subjectPrefix + state.code }
}
