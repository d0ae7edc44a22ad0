/// A State's own XML of legislation, told in a table: what its elements are called and what they mean.
///
/// `NationalXMLFormat` reads every dialect; a new one is a value of this type, not a parser.
struct XMLDialect: Sendable {
    /// How a file of a dialect is recognised.
    struct Root: Sendable {
        /// Local name of the root element.
        var name: String
        /// One of these stands near the head of the file; none is asked for where the name alone will do.
        var marks: [String] = []
    }

    var format: SourceFormat
    var roots: [Root]
    /// Whether files of this dialect come with a DOCTYPE that names a DTD. It is never loaded, and one that declares
    /// entities is refused all the same.
    var carriesDoctype = false
    /// What is known of every law of the dialect before its first element.
    var defaults = LawDraft()
    /// What elements outside provisions mean; one not named is looked through, its words taken as text.
    var roles: [String: XMLRole]
    /// Where attributes or the place decide; asked before `roles`.
    var role: (@Sendable (XMLTag, XMLPlace) -> XMLRole?)?
    /// Where a provision has its number and heading.
    var unit = XMLUnitRule()
    /// Where a provision is not what `unit` can tell of; several may come of one element.
    var readings: (@Sendable (XMLElement, ProvisionKind, XMLPlace) -> [XMLReading])?
    /// Elements between a division and its heading.
    var headingWrappers: Set<String> = []
    /// Attributes of divisions that say more than their heading does.
    var titleAttributes: [String: String] = [:]
    /// How elements make lines of text.
    var wording: XMLWording
    /// Takes facts from an element of the role `facts`, `preamble` or `opening`.
    var describe: @Sendable (XMLElement, inout LawDraft) -> Void = { _, _ in }
    /// Takes facts from the start tags that pass before the law's first provision.
    var attend: (@Sendable (XMLTag, inout LawDraft) -> Void)?

    func recognises(_ root: some StringProtocol, head: some StringProtocol) -> Bool {
        roots.contains { candidate in
            candidate.name == root && (candidate.marks.isEmpty || candidate.marks.contains { head.contains($0) })
        }
    }

    func meaning(of tag: XMLTag, at place: XMLPlace) -> XMLRole {
        if let role = role?(tag, place) { return role }
        return roles[tag.name] ?? (wording.isSilent(tag) ? .skip : .through)
    }

    func read(_ element: XMLElement, as kind: ProvisionKind, at place: XMLPlace) -> [XMLReading] {
        readings?(element, kind, place) ?? [.unit(unit.read(element, as: kind, wording))]
    }
}

extension [String: XMLRole] {
    /// The same role for several elements.
    static func all(_ role: XMLRole, _ names: String) -> Self {
        Dictionary(uniqueKeysWithValues: names.split(separator: " ").map { (String($0), role) })
    }

    func and(_ role: XMLRole, _ names: String) -> Self {
        merging(Self.all(role, names)) { _, new in new }
    }
}
