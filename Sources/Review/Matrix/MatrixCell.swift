public import Obligations

/// One cell of a State's matrix: what the program proposes, what an expert decided, and whether that still stands.
public struct MatrixCell: Sendable, Hashable {
    /// Which cell.
    public var cell: Cell
    /// What the laws in the index show now.
    public var proposal: CellProposal
    /// The last decision; nil where no expert decided yet.
    public var decision: ExpertDecision?
    /// Why the decision has to be looked at again; nil where it stands.
    public var reopening: Reopening?

    /// A cell from its parts.
    public init(cell: Cell, proposal: CellProposal, decision: ExpertDecision? = nil, reopening: Reopening? = nil) {
        self.cell = cell
        self.proposal = proposal
        self.decision = decision
        self.reopening = reopening
    }

    /// The expert's value; without one, what is proposed.
    public var value: CellValue { decision?.value ?? proposal.value }

    /// Where the value comes from.
    public var standing: Standing {
        guard decision != nil else { return .proposed }
        return reopening == nil ? .decided : .reopened
    }

    /// Number to name when the cell is decided: that of the last decision, 0 where there is none.
    public var revision: Int64 { decision?.revision ?? 0 }

    /// Where a cell's value comes from.
    public enum Standing: String, Sendable, Hashable, Codable, CaseIterable {
        /// The program proposes it; no expert looked yet.
        case proposed
        /// An expert decided, and nothing has changed since.
        case decided
        /// An expert decided, but the law changed since.
        case reopened
    }
}

/// What happened to the law after a cell was decided.
public enum Reopening: Sendable, Hashable {
    /// The words of a provision that was evidence are others now.
    case changed(iri: String)
    /// A provision that was evidence is gone from the catalog, or its law was withdrawn.
    case withdrawn(iri: String)
    /// The law of a provision that was evidence was repealed.
    case repealed(iri: String)
    /// Provisions that were not there speak for another value than the program proposed then.
    case newEvidence(iri: String)

    /// The provision it is about.
    public var iri: String {
        switch self {
        case .changed(let iri), .withdrawn(let iri), .repealed(let iri), .newEvidence(let iri): iri
        }
    }

    /// A short sentence without its full stop.
    public var words: String {
        switch self {
        case .changed(let iri): "the words of \(iri) were changed"
        case .withdrawn(let iri): "\(iri) was withdrawn"
        case .repealed(let iri): "the law of \(iri) was repealed"
        case .newEvidence(let iri): "there is new evidence: \(iri)"
        }
    }
}
