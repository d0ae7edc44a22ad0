/// What an event of the record tells. Open: other parts of the program add kinds of their own.
public struct EventKind: RawRepresentable, Sendable, Hashable, Codable {
    /// The name that is stored, words of small letters with dots between.
    public let rawValue: String

    /// The kind of this name.
    public init(rawValue: String) { self.rawValue = rawValue }

    /// A law came into the catalog.
    public static let lawAdded = EventKind(rawValue: "law.added")
    /// A file that was read again gives other words or facts for the law.
    public static let lawChanged = EventKind(rawValue: "law.changed")
    /// A file that was read again does not give the law any more; its text left the catalog.
    public static let lawRemoved = EventKind(rawValue: "law.removed")
    /// The law's file is gone or its publisher took it back; its text stays.
    public static let lawWithdrawn = EventKind(rawValue: "law.withdrawn")
    /// A law that was withdrawn is there again.
    public static let lawRestored = EventKind(rawValue: "law.restored")
    /// A file or a law was not taken.
    public static let refused = EventKind(rawValue: "law.refused")
    /// An older catalog was brought up to date.
    public static let catalogMigrated = EventKind(rawValue: "catalog.migrated")
    /// An expert agrees with what was found.
    public static let decisionAccepted = EventKind(rawValue: "decision.accepted")
    /// An expert disagrees with what was found.
    public static let decisionRejected = EventKind(rawValue: "decision.rejected")
    /// An expert puts something else in the place of what was found.
    public static let decisionEdited = EventKind(rawValue: "decision.edited")

    /// Kinds after which the catalog holds the law with the digest that the event's detail gives.
    static let holding: [EventKind] = [.lawAdded, .lawChanged, .lawRestored]
}
