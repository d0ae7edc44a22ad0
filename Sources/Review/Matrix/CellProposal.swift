/// What the laws of a State show for a cell, found by the program. It stays a proposal until an expert decides.
public struct CellProposal: Sendable, Hashable, Codable {
    /// The value proposed: `X`, `?` or blank; never `NA`, which needs to know the State.
    public var value: CellValue
    /// How far the State's provisions together support the cell, 0 to 1 (see ``SupportScale``).
    public var support: Double
    /// The surest provisions, best first; empty for a blank cell.
    public var evidence: [CellEvidence]
    /// Provisions of the State that serve the cell at all.
    public var provisionCount: Int

    /// Nothing was found.
    public static let none = CellProposal(value: .blank, support: 0, evidence: [], provisionCount: 0)
}
