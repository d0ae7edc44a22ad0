public import Legislation

/// A State of the register.
public struct RegisteredState: Sendable, Hashable {
    /// What the State is to the United Nations.
    public enum Membership: String, Sendable, Hashable, Codable, CaseIterable {
        case member
        case observer
        /// No State: of a sample, for the tour and for tests.
        case fictional
    }

    /// A name, or codes, that the State or one before it had.
    public struct FormerName: Sendable, Hashable {
        /// The names, the chief one first.
        public var names: [String]
        /// ISO 3166-3: the alpha-2 code that went with it, where no State has it now.
        public var alpha2: String?
        /// The alpha-3 code that went with it.
        public var alpha3: String?
        /// Year in which it ended.
        public var until: Int?
        /// The States of today, several where it fell apart.
        public var heirs: [Jurisdiction]
    }

    /// The State.
    public var jurisdiction: Jurisdiction
    /// ISO 3166-1 alpha-3; nil for a fictional State.
    public var alpha3: String?
    /// Member, observer, or of a sample.
    public var membership: Membership
    /// Regional group; nil for observers and for the United States, which is of none.
    public var group: RegionalGroup?
    /// Short English name in use at the United Nations, as `Viet Nam`.
    public var name: String
    /// Further names by language; those of CLDR are not among them.
    public var otherNames: [String: [String]]
    /// Earlier names and codes, also of States that fell apart.
    public var formerNames: [FormerName]

    /// Alpha-2 code.
    public var code: String { jurisdiction.code }

    /// A State that does not exist, for a sample.
    public init(fictional jurisdiction: Jurisdiction, name: String) {
        self.init(
            jurisdiction: jurisdiction, alpha3: nil, membership: .fictional, group: nil, name: name, otherNames: [:],
            formerNames: [])
    }

    init(
        jurisdiction: Jurisdiction, alpha3: String?, membership: Membership, group: RegionalGroup?, name: String,
        otherNames: [String: [String]], formerNames: [FormerName]
    ) {
        self.jurisdiction = jurisdiction
        self.alpha3 = alpha3
        self.membership = membership
        self.group = group
        self.name = name
        self.otherNames = otherNames
        self.formerNames = formerNames
    }

    /// The name in a language, English as the United Nations writes it.
    public func name(in language: String) -> String {
        membership == .fictional || language == "en" ? name : jurisdiction.name(in: language)
    }

    /// Name and code, as `Viet Nam (VN)`.
    public var label: String { "\(name) (\(code))" }
}
