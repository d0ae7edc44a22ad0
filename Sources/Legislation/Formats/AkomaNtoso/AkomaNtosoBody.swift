/// The hierarchy of an Akoma Ntoso document, walked as it streams by.
struct AkomaNtosoBody {
    private static let containers: Set<String> = [
        "book", "part", "title", "chapter", "section", "subsection", "subchapter", "subpart", "subtitle", "division",
        "subdivision", "tome", "hcontainer", "article", "rule", "regulation", "paragraph", "clause", "list", "level",
        "alinea", "point", "proviso", "transitional", "subpart",
    ]
    private static let attachments: Set<String> = ["attachment", "annex", "appendix", "schedule", "component"]

    private struct Open {
        var name: String
        var title: String?
        var eId: String?
        var text: [String] = []
    }

    let unit: String
    let sink: LawSink
    var tags: [String: [ObligationTag]] = [:]
    private var ids = EIdAllocator()
    private var open: [Open] = []
    private var attachmentCount = 0

    init(unit: String, sink: LawSink) {
        self.unit = unit
        self.sink = sink
    }

    /// Takes a start tag; true when its whole element was read.
    mutating func start(_ tag: XMLTag, _ stream: inout XMLStream) throws -> Bool {
        switch tag.name {
        case unit, "preamble", "conclusions":
            try provision(try stream.element(tag))
            return true
        case "num", "heading", "subheading":
            let words = try stream.element(tag).inlineText
            if !words.isEmpty, let last = open.indices.last(where: { Self.isNamed(open[$0].name) }) {
                open[last].title = open[last].title.map { "\($0) \(words)" } ?? words
            }
            return true
        case "content", "intro", "wrapUp", "wrap", "p", "table", "blockList", "longTitle", "crossHeading", "toc":
            let element = try stream.element(tag)
            if tag.name == "toc" { return true }
            let text = AkomaNtosoText.text(of: element)
            if !text.isEmpty, let last = open.indices.last { open[last].text.append(text) }
            return true
        case "componentRef", "documentRef", "remark":
            try stream.skip()
            return true
        default:
            open.append(Open(name: tag.name, eId: tag["eId"] ?? tag["wId"]))
            return false
        }
    }

    private static func isNamed(_ name: String) -> Bool { containers.contains(name) || attachments.contains(name) }

    /// A container ends: words of its own become a provision.
    mutating func end() throws {
        guard let closed = open.popLast() else { return }
        let text = closed.text.joined(separator: "\n")
        guard !text.isEmpty else { return }
        if !Self.isNamed(closed.name), let last = open.lastIndex(where: { Self.isNamed($0.name) }) {
            open[last].text.append(text)
            return
        }
        let isAttached = Self.attachments.contains(closed.name) || isInAttachment
        if isAttached { attachmentCount += 1 }
        let id = closed.eId ?? (isAttached ? "sched_\(attachmentCount)" : "prov")
        try emit(
            Provision(
                eId: ids.allocate(id), kind: isAttached ? .schedule : .other, heading: closed.title, path: path,
                text: text, obligationTags: tags[id] ?? []))
    }

    private var isInAttachment: Bool { open.contains { Self.attachments.contains($0.name) } }
    private var path: [String] { open.compactMap(\.title) }

    private mutating func provision(_ element: XMLElement) throws {
        if element.name == "preamble" || element.name == "conclusions" {
            let text = AkomaNtosoText.text(of: element)
            guard !text.isEmpty else { return }
            let kind: ProvisionKind = element.name == "preamble" ? .preamble : .other
            let id = ids.allocate(element.tag["eId"] ?? element.name)
            try emit(Provision(eId: id, kind: kind, path: path, text: text))
            return
        }
        let printed = element.first("num")?.inlineText
        let heading = (element.first("heading") ?? element.first("subheading"))?.inlineText
        let text = AkomaNtosoText.text(of: element, without: ["num", "heading", "subheading"])
        guard !text.isEmpty || heading != nil else { return }
        let number = printed.flatMap(Self.number)
        let id =
            element.tag["eId"] ?? element.tag["wId"] ?? "\(Self.prefix(unit))_\(WorkIRI.slug(number ?? "", limit: 40))"
        let inner = Self.ids(in: element)
        let tagged = inner.flatMap { tags[$0] ?? [] }
        try emit(
            Provision(
                eId: ids.allocate(id), kind: ProvisionKind(rawValue: unit) ?? .other, number: number,
                heading: heading?.isEmpty == false ? heading : nil, path: path, text: text, obligationTags: tagged))
    }

    private mutating func emit(_ provision: Provision) throws {
        for part in ProvisionsJSONFormat.parts(of: provision, &ids) { try sink.add(part) }
    }

    /// The element's own eId and those within: a tag on a paragraph is a tag on its article.
    private static func ids(in element: XMLElement) -> [String] {
        (element.tag["eId"].map { [$0] } ?? []) + element.elements.flatMap(ids)
    }

    private static func prefix(_ unit: String) -> String {
        ["article": "art", "section": "sec", "regulation": "reg", "paragraph": "para"][unit] ?? unit
    }

    /// `Article 5.` is number 5.
    private static func number(_ printed: String) -> String? {
        if let match = HeadingMatcher.match(printed), let numeral = match.numeral { return numeral.printed }
        let bare = printed.trimmed.drop { "§(".contains($0) }
        return ProvisionHeading.cleaned(bare.hasSuffix(")") ? String(bare.dropLast()) : String(bare))
    }
}
