public import Catalog

extension EventKind {
    /// Facts of a State were entered or imported.
    public static let stateFacts = EventKind(rawValue: "state.facts")
    /// Records that are not for everyone were shown to somebody.
    public static let recordRead = EventKind(rawValue: "record.read")
}
