public import Catalog
internal import Foundation
public import Legislation
public import Obligations

/// The decisions of experts in the record of a catalog: read back cell by cell, and appended.
///
/// A decision is an event that is never changed; a later one about the same cell takes its place, and both stay in the
/// history.
public struct DecisionLog {
    private let catalog: Catalog

    /// The log of a catalog.
    public init(catalog: Catalog) { self.catalog = catalog }

    /// Subject of the events of a State's matrix, as `matrix/CA`; those of a cell have `/` and the cell's name behind.
    public static func subject(_ state: Jurisdiction, _ cell: Cell? = nil) -> String {
        "matrix/\(state.code)" + (cell.map { "/\($0)" } ?? "")
    }

    /// The last decision of each cell that was decided.
    ///
    /// - Throws: `CatalogError` when reading fails, ``ReviewError/damagedRecord(event:detail:)``.
    public func decisions(of state: Jurisdiction) throws -> [Cell: ExpertDecision] {
        let start = Self.subject(state) + "/"
        var decisions: [Cell: ExpertDecision] = [:]
        try catalog.forEachEvent(subject: Self.subject(state)) { event in
            if let decision = try Self.decision(event) {
                decisions[try Self.cell(event.draft.subject.dropFirst(start.count), event)] = decision
            }
            return true
        }
        return decisions
    }

    /// All decisions about a cell, the oldest first.
    ///
    /// - Throws: As ``decisions(of:)``.
    public func history(of state: Jurisdiction, _ cell: Cell) throws -> [ExpertDecision] {
        try catalog.events(subject: Self.subject(state, cell)).compactMap(Self.decision)
    }

    /// All decisions about all States in the order recorded: one walk, where a question for each State would be many.
    ///
    /// - Throws: As ``decisions(of:)``; what `body` throws.
    func forEachDecision(_ body: (Jurisdiction, Cell, ExpertDecision) throws -> Void) throws {
        try catalog.forEachEvent(subject: "matrix") { event in
            guard let decision = try Self.decision(event) else { return true }
            let parts = event.draft.subject.split(separator: "/", maxSplits: 2)
            guard parts.count == 3,
                let state = (try? Jurisdiction(code: String(parts[1]))) ?? Jurisdiction(fictional: String(parts[1]))
            else {
                throw ReviewError.damagedRecord(event: event.sequence, detail: "“\(event.draft.subject)” names no cell")
            }
            try body(state, try Self.cell(parts[2], event), decision)
            return true
        }
    }

    // MARK: Form in the record

    /// What a decision's event carries besides who, when and why.
    private struct Detail: Codable {
        var value: CellValue
        var proposed: CellValue
        var basis: [ExpertDecision.Basis]
        var visibility: Visibility
    }

    private static let kinds: [ExpertDecision.Verdict: EventKind] = [
        .accept: .decisionAccepted, .reject: .decisionRejected, .edit: .decisionEdited,
    ]

    static func draft(
        _ state: Jurisdiction, _ cell: Cell, verdict: ExpertDecision.Verdict, value: CellValue, why: String,
        proposal: CellProposal, visibility: Visibility
    ) throws -> EventDraft {
        let detail = Detail(
            value: value, proposed: proposal.value,
            basis: proposal.evidence.map { .init(iri: $0.iri, fingerprint: $0.fingerprint) }, visibility: visibility)
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return EventDraft(
            kinds[verdict] ?? .decisionEdited, subject: subject(state, cell), why: why,
            detail: String(decoding: try encoder.encode(detail), as: UTF8.self))
    }

    /// The decision that an event tells of; nil for an event of another kind.
    static func decision(_ event: Event) throws(ReviewError) -> ExpertDecision? {
        guard let verdict = kinds.first(where: { $0.value == event.draft.kind })?.key else { return nil }
        let detail: Detail
        do {
            detail = try JSONDecoder().decode(Detail.self, from: Data((event.draft.detail ?? "").utf8))
        } catch {
            throw ReviewError.damagedRecord(event: event.sequence, detail: "its detail is of another form")
        }
        return ExpertDecision(
            verdict: verdict, value: detail.value, who: event.who, when: event.time, why: event.draft.why ?? "",
            basis: detail.basis, proposed: detail.proposed, revision: event.sequence, visibility: detail.visibility)
    }

    private static func cell(_ name: Substring, _ event: Event) throws -> Cell {
        let parts = name.split(separator: "/")
        guard parts.count == 3, let aspect = Aspect(rawValue: String(parts[2])) else {
            throw ReviewError.damagedRecord(event: event.sequence, detail: "“\(name)” names no cell")
        }
        return Cell(code: ObligationCode(String(parts[0])), weapon: Weapon(rawValue: String(parts[1])), aspect: aspect)
    }
}
