public import Legislation

/// What is known of a State's law as a whole.
public struct StateProfile: Sendable, Hashable {
    /// The State.
    public var jurisdiction: Jurisdiction
    /// Its legal traditions, that which shapes legislation most first; more than one where the system is mixed.
    public var traditions: [LegalTradition]
    /// Languages that are official, or in which its laws are published (BCP 47 primary tags), the chief one first.
    public var languages: [String]

    /// A profile from its parts; the lists are taken as they are.
    public init(jurisdiction: Jurisdiction, traditions: [LegalTradition], languages: [String]) {
        self.jurisdiction = jurisdiction
        self.traditions = traditions
        self.languages = languages
    }

    /// The traditions in words: `common law`, `mixed: civil law, customary law`.
    public var traditionName: String {
        let names = traditions.map(\.name).joined(separator: ", ")
        return traditions.count > 1 ? "mixed: \(names)" : names
    }
}
