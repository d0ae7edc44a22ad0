public import Legislation
public import Obligations
public import Retrieval

/// A State with which experience can be shared.
public struct Peer: Sendable {
    /// The State.
    public var state: Jurisdiction
    /// From 0 to 1: half closeness in tradition, language and region, half likeness of gaps.
    public var score: Double
    /// What both share.
    public var closeness: StateCloseness
    /// Cells that neither has, in the order of the matrix.
    public var sharedGaps: [Cell]
    /// Cells that the other has documented and the State that is reviewed has not, in the order of the matrix.
    public var ahead: [Cell]
}
