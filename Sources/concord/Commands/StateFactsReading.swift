import ArgumentParser
import Catalog
import Foundation
import Ingestion
import Legislation
import Review

/// The register with what is recorded in the index, as an audience may see it, common to the commands about States.
struct StateFactsReading {
    let register: StateRegister
    let ledger: StateLedger
    private(set) var filter: SharingFilter

    init(audience: String, index: IndexOption) throws {
        var ledger = StateLedger()
        // The register is there without any index.
        if index.folder.exists {
            ledger = try StateRecord(catalog: Catalog(directory: index.folder.path, mode: .readOnly)).ledger()
        }
        self.ledger = ledger
        register = try StateRegister().adding(fictional: ledger.fictionalStates)
        filter = SharingFilter(audience: try Audience(audience, register: register), consents: ledger.consents)
    }

    /// What is recorded of a State, without what the audience may not see.
    ///
    /// - Parameter fields: those that will be shown, nil for all: others are neither noted as read nor as left out.
    mutating func facts(_ state: RegisteredState, only fields: Set<StateField>? = nil) -> StateFacts {
        let facts = ledger[state.jurisdiction]
        return (fields.map { facts.limited(to: $0) } ?? facts).shown(by: &filter)
    }

    /// The same by its code.
    mutating func facts(_ state: Jurisdiction) -> StateFacts { ledger[state].shown(by: &filter) }

    /// A State's matrix, without the decisions that the audience may not see.
    mutating func matrix(_ matrix: StateMatrix) -> StateMatrix { matrix.shown(by: &filter) }

    /// Those decisions about a State that the audience may see.
    mutating func decisions(_ decisions: [ExpertDecision], of state: Jurisdiction) -> [ExpertDecision] {
        decisions.filter { filter.admits($0.visibility, of: state, subject: DecisionLog.subject(state)) }
    }

    /// Whether an event of the record is for the audience; those that say nothing of who may see them are for everyone.
    mutating func admits(_ event: EventDraft) -> Bool {
        let parts = event.subject.split(separator: "/")
        let named = (event.detail ?? "").matches(of: /"visibility":"([a-z]+)"/).compactMap {
            Visibility(rawValue: String($0.output.1))
        }
        // An event about several facts is as closed as the most closed of them.
        guard let visibility = named.max(), visibility != .everyone, parts.count > 1 else { return true }
        let code = String(parts[1])
        let state = (try? Jurisdiction(code: code)) ?? Jurisdiction(fictional: code) ?? .unknown
        return filter.admits(visibility, of: state, subject: parts.prefix(2).joined(separator: "/"))
    }

    /// What experts decided, without what the audience may not see.
    mutating func decidedCells(
        of states: [RegisteredState], before day: Day?, index: IndexOption
    ) throws -> DecidedCells {
        let record = StateRecord(catalog: try Catalog(directory: index.folder.path, mode: .readOnly))
        return try record.decidedCells(of: states, before: day, shownBy: &filter)
    }

    /// Notes in the record that restricted records were read, and tells what was left out.
    ///
    /// - Parameters:
    ///   - who: under which name it is noted.
    ///   - tells: whether the document itself does not say what was left out.
    func finish(command: String, who: String?, index: IndexOption, tells: Bool = true) throws {
        if tells, let notice = filter.notice { Console.note(notice) }
        let entries = filter.readEntries(command: command)
        guard !entries.isEmpty else { return }
        try StateRecord(catalog: Catalog(directory: index.folder.path, mode: .readWrite)).add(entries, by: who)
    }
}
