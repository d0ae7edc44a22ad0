/// The unit that is searched: one article, section or paragraph group of a law.
public struct Provision: Sendable, Hashable, Codable {
    /// Akoma Ntoso element id, unique within its law, for example `art_12`, `sec_3__para_2`, `preamble`.
    public var eId: String
    /// What kind of unit it is.
    public var kind: ProvisionKind
    /// Number as printed, without the word before it: `12a`, `一百二十三`, `5 bis`; nil where it has none.
    public var number: String?
    /// Heading of the provision itself; nil where it has none.
    public var heading: String?
    /// Headings above it, outermost first: part, chapter, section.
    public var path: [String]
    /// The words of the provision, without its heading.
    public var text: String
    /// Identifier given by the source (JSON Lines), handed back unchanged; nil where there is none.
    public var externalID: String?
    /// Obligation tags carried by the source itself (model texts): code, weapons, aspect. Mostly empty.
    public var obligationTags: [ObligationTag]

    /// A provision from its parts. That the eId is unique within the law is for the reader to see to.
    public init(
        eId: String, kind: ProvisionKind, number: String? = nil, heading: String? = nil, path: [String] = [],
        text: String, externalID: String? = nil, obligationTags: [ObligationTag] = []
    ) {
        self.eId = eId
        self.kind = kind
        self.number = number
        self.heading = heading
        self.path = path
        self.text = text
        self.externalID = externalID
        self.obligationTags = obligationTags
    }
}

/// What kind of unit a provision is.
public enum ProvisionKind: String, Sendable, Hashable, Codable, CaseIterable {
    case article, section, rule, regulation, paragraph
    /// What stands before the first article.
    case preamble
    /// A group of paragraphs of a law in which no structure was found.
    case paragraphGroup = "paragraph-group"
    /// Schedule, annex, appendix, control list.
    case schedule
    case definition, footnote, other
}

/// An obligation that a model text declares a provision to serve.
public struct ObligationTag: Sendable, Hashable, Codable {
    /// Matrix code, for example `op3cd.transit`.
    public var code: String
    /// Weapon types reached: any of `NW`, `CW`, `BW`.
    public var weapons: [String]
    /// `framework` or `enforcement`.
    public var aspect: String

    /// A tag as the source declares it; that the code is one of the matrix is not checked here.
    public init(code: String, weapons: [String], aspect: String) {
        self.code = code
        self.weapons = weapons
        self.aspect = aspect
    }
}
