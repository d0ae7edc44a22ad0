/// Chapters and articles of a page of Lovdata, walked as it streams by.
struct LovdataBody {
    private struct Open {
        var isSection: Bool
        var title: String?
        var text: [String] = []
    }

    private let file: SourceFile
    private let sink: LawSink
    private let hasSigns: Bool
    private var draft = LawDraft()
    private var isAnnounced = false
    private var ids = EIdAllocator()
    private var open: [Open] = []

    init(file: SourceFile, sink: LawSink, hasSigns: Bool) {
        self.file = file
        self.sink = sink
        self.hasSigns = hasSigns
        draft.jurisdiction = try? Jurisdiction(code: "NO")
    }

    /// Takes a start tag, and where it can, its whole element.
    mutating func start(_ tag: XMLTag, _ stream: inout XMLStream) throws {
        let names = tag.classes
        switch tag.name {
        case "html":
            draft.language = tag["lang"].flatMap { try? LanguageTag($0) }
            open.append(Open(isSection: false))
        case "title":
            let title = try stream.element(tag).inlineText
            draft.title = draft.title ?? title
        case "header" where names.contains("documentHeader"): header(try stream.element(tag))
        case "script", "style", "nav", "footer": try stream.skip()
        case "article" where names.contains("legalArticle"): try article(try stream.element(tag))
        case "main", "section", "body", "div", "head", "header":
            open.append(Open(isSection: tag.name == "section"))
        case "h1" where !open.contains { $0.isSection }:
            let title = LovdataText.line(of: try stream.element(tag))
            if let title { draft.title = title }
        case "h1", "h2", "h3", "h4", "h5", "h6":
            let title = LovdataText.line(of: try stream.element(tag))
            if let last = open.indices.last, let title {
                open[last].title = open[last].title.map { "\($0) \(title)" } ?? title
            }
        case _ where LovdataText.isNote(tag): try stream.skip()
        default:
            let text = LovdataText.text(of: try stream.element(tag))
            if !text.isEmpty, let last = open.indices.last { open[last].text.append(text) }
        }
    }

    /// Words that stand outside every element of the text.
    mutating func take(_ text: String) {
        let words = text.singleSpaced
        if !words.isEmpty, let last = open.indices.last { open[last].text.append(words) }
    }

    /// A part of the page ends: words of its own become a provision.
    mutating func end() throws {
        try flush(from: open.count - 1)
        _ = open.popLast()
    }

    /// Makes provisions of the words that open parts have of their own, so that they stand where the page has them.
    private mutating func flush(from first: Int = 0) throws {
        for index in open.indices.dropFirst(first) where !open[index].text.isEmpty {
            let part = open[index]
            open[index].text = []
            let isAnnex = open[...index].contains { $0.title?.hasPrefix("Vedlegg") == true }
            try emit(
                Provision(
                    eId: ids.allocate(isAnnex ? "sched" : "prov"), kind: isAnnex ? .schedule : .other,
                    heading: part.isSection ? part.title : nil, path: open[..<index].compactMap(\.title),
                    text: part.text.joined(separator: "\n")))
        }
    }

    mutating func finish() throws { try announce() }

    private var path: [String] { open.compactMap(\.title) }

    private mutating func article(_ element: XMLElement) throws {
        let title = element.elements.first { $0.tag.classes.contains("legalArticleHeader") }
        let printed = title?.elements.first { $0.tag.classes.contains("legalArticleValue") }.flatMap(LovdataText.line)
        let heading = title?.elements.first { $0.tag.classes.contains("legalArticleTitle") }.flatMap(LovdataText.line)
        let text = LovdataText.text(of: element, without: "legalArticleHeader")
        guard !text.isEmpty || heading != nil || printed != nil else { return }
        try flush()
        let isSign = printed?.hasPrefix("§") ?? false
        let numeral = printed.flatMap(HeadingMatcher.match)?.numeral?.printed
        let bare = printed?.drop { $0 == "§" || $0 == " " }
        let number = numeral ?? bare.flatMap { ProvisionHeading.cleaned(String($0)) }
        // A treaty's articles have the name of the treaty before theirs.
        let isAnnexed = element.tag["data-name"]?.contains("/") == true || hasSigns && !isSign
        let slug = WorkIRI.slug(number ?? "nn", limit: 40)
        let id = "\(isAnnexed ? "sched__" : "")\(isSign ? "sec" : "art")_\(slug)"
        try emit(
            Provision(
                eId: ids.allocate(id), kind: isSign ? .section : .article, number: number, heading: heading, path: path,
                text: text))
    }

    private mutating func emit(_ provision: Provision) throws {
        try announce()
        for part in TextCutter.parts(of: provision, &ids) { try sink.add(part) }
    }

    private mutating func announce() throws {
        guard !isAnnounced else { return }
        isAnnounced = true
        try sink.announce(draft.law(file))
    }

    /// The list of facts at the head of the page.
    private mutating func header(_ element: XMLElement) {
        var facts: [String: String] = [:]
        for item in element.descendants("dd") {
            guard let name = item.tag["class"], facts[name] == nil else { continue }
            facts[name] = item.inlineText
        }
        draft.title = facts["title"] ?? draft.title
        // `lov/2008-05-15-35`, of which the day is that of the law
        let reference = (facts["refid"] ?? facts["dokid"])?.split(separator: "/").suffix(2) ?? []
        draft.kind = reference.count == 2 ? reference.first.map(String.init) : nil
        draft.number = facts["legacyID"] ?? reference.last.map(String.init)
        draft.enacted = reference.last.map { String($0.prefix(10)) }
        draft.inForce = Self.day(facts["dateInForce"])
        draft.version = Self.day(facts["lastChangeInForce"])
        draft.sourceURL = facts["dokid"].map { "https://lovdata.no/dokument/\($0)" }
    }

    /// The first day that is named; a law may come into force in parts.
    private static func day(_ text: String?) -> String? {
        text?.split { " ,;".contains($0) }.lazy.compactMap { LawDate.normalized(String($0)) }.first
    }
}

extension XMLTag {
    /// The classes of an HTML element.
    fileprivate var classes: [Substring] { (self["class"] ?? "").split(separator: " ") }
}
