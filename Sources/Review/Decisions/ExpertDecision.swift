/// What an expert decided about a cell.
public struct ExpertDecision: Sendable, Hashable {
    /// How the decision relates to the proposal.
    public enum Verdict: String, Sendable, Hashable, Codable, CaseIterable {
        /// The proposed value was taken over.
        case accept
        /// The proposal was not borne out: the cell is blank.
        case reject
        /// The expert set another value.
        case edit
    }

    /// A provision that the expert had before them.
    public struct Basis: Sendable, Hashable, Codable {
        /// Expression IRI, `#` and eId.
        public var iri: String
        /// ``CellEvidence/fingerprint`` at that time.
        public var fingerprint: String
    }

    /// How the decision relates to the proposal.
    public var verdict: Verdict
    /// The value decided.
    public var value: CellValue
    /// Who decided.
    public var who: String
    /// When, in UTC: `2026-11-25T22:04:05.123Z`.
    public var when: String
    /// The reason given.
    public var why: String
    /// The provisions that were proposed as evidence then.
    public var basis: [Basis]
    /// The value that was proposed then.
    public var proposed: CellValue
    /// Number of the decision in the record; grows with every decision.
    public var revision: Int64
    /// Who may see it.
    public var visibility: Visibility
}
