/// A State that was found by a code or a name, and whether that is one of earlier times.
public struct StateMatch: Sendable, Hashable {
    /// The State.
    public var state: RegisteredState
    /// The earlier name or code by which it was found; nil where it is of today.
    public var former: RegisteredState.FormerName?
}
