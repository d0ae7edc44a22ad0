/// One law on its way into an Akoma Ntoso file: metadata, then provisions under the headings above them.
struct AkomaNtosoDocument {
    private let law: Law
    /// Ids of the file; the schema wants each once.
    private var ids = EIdAllocator()
    private var own: Set<String>
    private var headings = 0
    /// Headings that are open, outermost first.
    private var path: [String] = []

    init(_ law: Law, eIds: some Sequence<String>) {
        self.law = law
        own = Set(eIds)
    }

    mutating func write(_ provisions: some Collection<Provision>, to xml: inout XMLWriter) throws(LegislationWriteError)
    {
        try xml.startDocument()
        try xml.start(
            "akomaNtoso", ["xmlns": AkomaNtosoWriter.akomaNtoso, "xmlns:c": AkomaNtosoWriter.namespace])
        try xml.start("act", ["name": "act", "contains": law.version == nil ? "originalVersion" : "singleVersion"])
        let source = fresh("concord")
        try xml.start("meta")
        try AkomaNtosoIdentification(law, source: source).write(to: &xml)
        try xml.start("references", ["source": "#\(source)"])
        try xml.element(
            "TLCOrganization",
            ["eId": source, "href": "/akn/ontology/organization/concord", "showAs": "Concord"])
        try xml.end()
        try facts(provisions, source: source, to: &xml)
        try xml.end()
        try xml.newline()
        try xml.start("preface")
        try xml.start("p")
        try xml.element("docTitle", text: law.title)
        try xml.end()
        try xml.end()
        var rest = provisions[...]
        if let first = rest.first, first.kind == .preamble, first.number == nil, first.heading == nil,
            first.path.isEmpty
        {
            let id = allocate(first.eId)
            try xml.start("preamble", attributes(first, id))
            try lines(first.text, to: &xml)
            try xml.end()
            rest = rest.dropFirst()
        }
        try xml.newline()
        try xml.start("body")
        // The schema wants something in a body.
        if rest.isEmpty { try xml.element("hcontainer", ["name": "empty"]) }
        for provision in rest { try write(provision, to: &xml) }
        for _ in path { try xml.end() }
        try xml.endDocument()
    }

    // MARK: Metadata

    /// The law as it is known here, word for word: the identification has no place for a year without a day, a language
    /// that is not known, a status.
    private func facts(
        _ provisions: some Collection<Provision>, source: String, to xml: inout XMLWriter
    ) throws(LegislationWriteError) {
        try xml.start("proprietary", ["source": "#\(source)"])
        try xml.element(
            "c:lawAsRead",
            [
                "work": law.work, "jurisdiction": law.jurisdiction.code, "language": law.language.tag,
                "title": law.title, "number": law.number, "kind": law.kind, "enacted": law.enacted,
                "inForce": law.inForce, "version": law.version, "status": law.status.rawValue,
                "sourceURL": law.sourceURL, "authenticity": law.authenticity.rawValue,
            ])
        try xml.element("c:authenticity", text: law.authenticity.rawValue)
        try xml.element("c:status", text: law.status.rawValue)
        for provision in provisions {
            for tag in provision.obligationTags {
                try xml.element(
                    "c:obligation",
                    [
                        "href": "#\(provision.eId)", "code": tag.code, "weapons": tag.weapons.joined(separator: " "),
                        "aspect": tag.aspect,
                    ])
            }
        }
        try xml.end()
    }

    // MARK: Provisions

    private mutating func write(_ provision: Provision, to xml: inout XMLWriter) throws(LegislationWriteError) {
        try open(provision.path, to: &xml)
        try xml.newline()
        let id = allocate(provision.eId)
        let element = Self.element(provision.kind)
        let name = element == "hcontainer" ? provision.kind.rawValue : nil
        try xml.start(element, attributes(provision, id, name: name))
        if let number = provision.number { try xml.element("num", text: number) }
        if let heading = provision.heading { try xml.element("heading", text: heading) }
        try xml.start("content")
        try lines(provision.text, to: &xml)
        try xml.end()
        try xml.end()
    }

    private func attributes(
        _ provision: Provision, _ id: String, name: String? = nil
    ) -> KeyValuePairs<String, String?> {
        [
            "name": name,
            "eId": id, "c:kind": provision.kind.rawValue, "c:eId": id == provision.eId ? nil : provision.eId,
            "c:external": provision.externalID,
        ]
    }

    /// Closes the headings that the next provision does not stand under, and opens those that it does.
    private mutating func open(_ wanted: [String], to xml: inout XMLWriter) throws(LegislationWriteError) {
        let shared = zip(path, wanted).prefix { $0 == $1 }.count
        for _ in shared..<path.count { try xml.end() }
        path.removeLast(path.count - shared)
        for heading in wanted[shared...] {
            try xml.newline()
            headings += 1
            let element = Self.division(heading)
            let id = fresh("hdg_\(headings)")
            try xml.start(element, ["name": element == "hcontainer" ? "heading" : nil, "eId": id])
            try xml.element("heading", text: heading)
            path.append(heading)
        }
    }

    /// A paragraph for each line, so that the lines come back as they were.
    private func lines(_ text: String, to xml: inout XMLWriter) throws(LegislationWriteError) {
        for line in text.utf8.split(separator: 0x0A, omittingEmptySubsequences: false) {
            try xml.element("p", text: String(Substring(line)))
        }
    }

    private static func element(_ kind: ProvisionKind) -> String {
        switch kind {
        case .article, .section, .rule, .paragraph: kind.rawValue
        case .regulation, .preamble, .paragraphGroup, .schedule, .definition, .footnote, .other: "hcontainer"
        }
    }

    /// The division that a heading names by its word (`Chapter 2 Offences`).
    private static func division(_ heading: String) -> String {
        guard case .division(let division)? = HeadingMatcher.match(heading)?.entry else { return "hcontainer" }
        switch division {
        case .book: return "book"
        case .part: return "part"
        case .title: return "title"
        case .chapter: return "chapter"
        // `section` would be taken for a provision where sections are.
        case .section: return "division"
        case .subsection, .subdivision: return "subdivision"
        case .annex, .supplement, .unnamed: return "hcontainer"
        }
    }

    // MARK: Ids

    /// An eId as the schema wants it: no white space, not empty, each once.
    private mutating func allocate(_ eId: String) -> String {
        let id = XMLCharacters.clean(eId).text.map { $0.isWhitespace ? "_" : String($0) }.joined()
        return ids.allocate(id.isEmpty ? "prov" : id)
    }

    /// An id that no provision has.
    private mutating func fresh(_ id: String) -> String {
        var id = id
        while own.contains(id) { id += "_" }
        own.insert(id)
        return ids.allocate(id)
    }
}
