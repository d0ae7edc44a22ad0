public import Catalog
public import Legislation
internal import Obligations

/// Where an expert decides about cells: a decision is recorded only if the cell is as the expert saw it.
public struct DecisionDesk {
    private let catalog: Catalog

    /// A desk over a catalog that is open for writing.
    public init(catalog: Catalog) { self.catalog = catalog }

    /// What an expert decides.
    public struct Ruling: Sendable, Hashable {
        /// Whether the proposal is taken over, refused or replaced.
        public var verdict: ExpertDecision.Verdict
        /// The value, for an edit; what follows from the proposal otherwise.
        public var value: CellValue?
        /// The reason; not empty.
        public var why: String
        /// Who may see the decision.
        public var visibility: Visibility

        /// A ruling from its parts.
        public init(
            _ verdict: ExpertDecision.Verdict, value: CellValue? = nil, why: String, visibility: Visibility = .everyone
        ) {
            self.verdict = verdict
            self.value = value
            self.why = why
            self.visibility = visibility
        }
    }

    /// Records a decision.
    ///
    /// - Parameters:
    ///   - state: The State.
    ///   - seen: The cell as the expert saw it, with its proposal.
    ///   - revision: ``MatrixCell/revision`` that the expert saw; 0 for a cell without a decision.
    ///   - ruling: What is decided.
    ///   - author: Who decides.
    /// - Returns: Number of the decision in the record.
    /// - Throws: ``ReviewError/conflict(cell:revision:who:when:value:)`` when the cell was decided meanwhile,
    ///   ``ReviewError/noReason``, ``ReviewError/nothingProposed(cell:)``; `CatalogError`. Nothing is written then.
    @discardableResult
    public func decide(
        _ state: Jurisdiction, _ seen: MatrixCell, revision: Int64, ruling: Ruling, by author: String
    ) throws -> Int64 {
        let why = ruling.why.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        guard !why.isEmpty else { throw ReviewError.noReason }
        let value: CellValue
        switch ruling.verdict {
        case .accept:
            guard seen.proposal.value != .blank else {
                throw ReviewError.nothingProposed(cell: seen.cell.description)
            }
            value = seen.proposal.value
        case .reject: value = .blank
        case .edit: value = ruling.value ?? .blank
        }
        let draft = try DecisionLog.draft(
            state, seen.cell, verdict: ruling.verdict, value: value, why: why, proposal: seen.proposal,
            visibility: ruling.visibility)
        return try catalog.write(by: author) { session in
            // Asked within the transaction: two experts who decide at once are one after the other here.
            let event = try session.lastEvent(of: DecisionLog.subject(state, seen.cell))
            if let last = try event.flatMap(DecisionLog.decision), last.revision != revision {
                throw ReviewError.conflict(
                    cell: seen.cell.description, revision: last.revision, who: last.who, when: last.when,
                    value: last.value.rawValue)
            }
            return try session.record(draft).sequence
        }
    }
}
