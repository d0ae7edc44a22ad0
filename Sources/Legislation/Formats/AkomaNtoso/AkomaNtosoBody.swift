/// The hierarchy of an Akoma Ntoso document, walked as it streams by.
struct AkomaNtosoBody {
    private enum Role {
        case plain, container, attachment, law
    }

    private struct Open {
        var role: Role
        var title: String?
        /// Heading across the column, over what follows it in the same container.
        var crossHeading: String?
        var eId: String?
        var text: [String] = []
        /// Provision of this part of the document, where a part begins here.
        var unit: String?
    }

    private let survey: AkomaNtosoSurvey
    private let sink: LawSink
    private var laws: AkomaNtosoLaws
    private var ids = EIdAllocator()
    private var open: [Open] = []
    private var attachments = 0
    private var unnumbered = 0

    init(survey: AkomaNtosoSurvey, file: SourceFile, sink: LawSink) {
        self.survey = survey
        self.sink = sink
        laws = AkomaNtosoLaws(file: file, sink: sink)
    }

    // MARK: Elements

    /// Takes a start tag, and where it can, its whole element.
    mutating func start(_ tag: XMLTag, _ stream: inout XMLStream) throws {
        if let unit, unit == AkomaNtosoVocabulary.unit(tag) {
            try provision(try stream.element(tag), unit)
            return
        }
        switch tag.name {
        case "meta":
            let meta = try stream.element(tag)
            if !isAttached { laws.take(meta) }
        case "preface", "coverPage":
            let front = try stream.element(tag)
            if !isAttached {
                laws.takeFront(front)
            } else if let last = open.indices.last(where: { open[$0].role == .attachment }), open[last].title == nil {
                open[last].title = AkomaNtosoText.title(of: front)
            }
        case "preamble", "conclusions": try outside(try stream.element(tag))
        case "title" where survey.titleIsHeading: title(try stream.element(tag))
        case "num", "heading", "subheading": title(try stream.element(tag))
        case "crossHeading", "crossheading", "tocItem":
            let words = AkomaNtosoText.title(of: try stream.element(tag))
            if let last = open.indices.last(where: { open[$0].role != .plain }) { open[last].crossHeading = words }
        case _ where AkomaNtosoVocabulary.isRemark(tag): try stream.skip()
        case _ where AkomaNtosoVocabulary.blocks.contains(tag.name):
            let text = AkomaNtosoText.text(of: try stream.element(tag))
            if !text.isEmpty, let last = open.indices.last { open[last].text.append(text) }
        default: push(tag, at: stream.elementCount)
        }
    }

    private mutating func push(_ tag: XMLTag, at place: Int) {
        var element = Open(role: .plain, eId: tag.eId, unit: survey.units[place])
        if AkomaNtosoVocabulary.isAttachment(tag) {
            if !isAttached { attachments += 1 }
            element.role = .attachment
        } else if AkomaNtosoVocabulary.documents.contains(tag.name), laws.isCollection {
            // Each act that a collection holds is a law of its own.
            laws.begin()
            (ids, attachments, unnumbered) = (EIdAllocator(), 0, 0)
            element.role = .law
        } else if AkomaNtosoVocabulary.containers.contains(tag.name) {
            element.role = .container
        } else if AkomaNtosoVocabulary.collections.contains(tag.name) {
            laws.isCollection = true
        } else if tag.name == "act" || tag.name == "bill" {
            laws.name = tag["name"]
        }
        open.append(element)
    }

    private mutating func title(_ element: XMLElement) {
        guard let words = AkomaNtosoText.title(of: element),
            let last = open.indices.last(where: { [.container, .attachment].contains(open[$0].role) })
        else { return }
        // Older files repeat the number in the heading.
        let isRepeated = open[last].title.map { $0.contains(where: \.isLetter) && words.hasPrefix($0 + " ") } ?? true
        open[last].title = isRepeated ? words : "\(open[last].title ?? "") \(words)"
    }

    /// An element ends: words of its own become a provision, or are its parent's where it has no name.
    mutating func end() throws {
        guard let closed = open.last else { return }
        let isWithin = open.dropLast().contains { $0.role == .attachment || $0.role == .container }
        let isNameless = closed.title == nil && closed.eId == nil && open.count > 1
        if closed.role == .plain && isWithin || closed.role == .container && isNameless {
            open.removeLast()
            open[open.count - 1].text += closed.text
            return
        }
        try flush(from: open.count - 1)
        open.removeLast()
        if closed.role == .law { try laws.announce() }
    }

    /// Makes provisions of the words that open elements have of their own, so that they stand where the file has them.
    private mutating func flush(from first: Int = 0) throws {
        var words: [(owner: Int, text: [String])] = []
        for index in open.indices.dropFirst(first) where !open[index].text.isEmpty {
            // Words of an element without a name are those of the one around it.
            let owner = open[...index].lastIndex { $0.title != nil || $0.role == .attachment } ?? index
            if words.last?.owner == owner {
                words[words.count - 1].text += open[index].text
            } else {
                words.append((owner, open[index].text))
            }
            open[index].text = []
        }
        for (owner, text) in words {
            let isAttached = isAttached
            let id = open[owner].eId ?? (isAttached ? "sched_\(attachments)" : "prov")
            try emit(
                Provision(
                    eId: ids.allocate(id), kind: isAttached ? .schedule : .other, heading: open[owner].title,
                    path: path(to: owner), text: text.joined(separator: "\n"), obligationTags: laws.tags[id] ?? []))
        }
    }

    /// The document ends; a law without a provision is still a law.
    mutating func finish() throws {
        try flush()
        if sink.laws == 0 { try laws.announce() }
    }

    // MARK: Where the walk stands

    private var unit: String? {
        open.last { $0.unit != nil || $0.role == .attachment || $0.role == .law }?.unit ?? rootUnit
    }

    /// A part of the document without provisions has none of the document's either.
    private var rootUnit: String? {
        open.contains { $0.role == .attachment || $0.role == .law } ? nil : survey.units[0]
    }

    private var isAttached: Bool { open.last { $0.role == .attachment || $0.role == .law }?.role == .attachment }

    private var path: [String] { path(to: open.count) }

    private func path(to end: Int) -> [String] {
        open[..<end].flatMap { [$0.title, $0.crossHeading].compactMap(\.self) }
    }

    // MARK: Provisions

    private mutating func outside(_ element: XMLElement) throws {
        let isPreamble = element.name == "preamble"
        if isPreamble, !isAttached, let title = element.descendant("docTitle") { laws.takeTitle(title) }
        let text = AkomaNtosoText.text(of: element, without: ["docTitle"])
        guard !text.isEmpty else { return }
        try flush()
        let kind: ProvisionKind = isAttached ? .schedule : isPreamble ? .preamble : .other
        let id = ids.allocate(attached(element.tag.eId ?? element.name))
        try emit(Provision(eId: id, kind: kind, path: path, text: text))
    }

    private mutating func provision(_ element: XMLElement, _ unit: String) throws {
        let headings = survey.titleIsHeading ? ["heading", "title", "subheading"] : ["heading", "subheading"]
        let printed = element.first("num").flatMap(AkomaNtosoText.title)
        let heading = headings.lazy.compactMap(element.first).first.flatMap(AkomaNtosoText.title)
        let text = AkomaNtosoText.text(of: element, without: Set(["num"] + headings))
        guard !text.isEmpty || heading != nil || printed != nil else { return }
        try flush()
        let number = printed.flatMap(Self.number)
        if number == nil { unnumbered += 1 }
        let slug = number.map { WorkIRI.slug($0, limit: 40) } ?? ""
        // `nn` is the convention's word for “not numbered”.
        let made = "\(AkomaNtosoVocabulary.idPrefix(unit))_\(slug.isEmpty ? "nn_\(unnumbered)" : slug)"
        let tagged = Self.ids(in: element).flatMap { laws.tags[$0] ?? [] }
        try emit(
            Provision(
                eId: ids.allocate(attached(element.tag.eId ?? made)), kind: AkomaNtosoVocabulary.kind(unit),
                number: number, heading: heading, path: path, text: text, obligationTags: tagged))
    }

    /// The articles of an attachment are told from those of the law by their ids.
    private func attached(_ id: String) -> String {
        isAttached && !id.hasPrefix("sched") ? "sched_\(attachments)__\(id)" : id
    }

    private mutating func emit(_ provision: Provision) throws {
        try laws.announce()
        for part in TextCutter.parts(of: provision, &ids) { try sink.add(part) }
    }

    /// The element's own eId and those within: a tag on a paragraph is a tag on its article.
    private static func ids(in element: XMLElement) -> [String] {
        (element.tag["eId"].map { [$0] } ?? []) + element.elements.flatMap(ids)
    }

    /// `Article 5.` is number 5.
    private static func number(_ printed: String) -> String? {
        if let match = HeadingMatcher.match(printed), let numeral = match.numeral {
            // `Article 1er A`, `Article 4 bis B`
            let tail = match.rest.split(separator: " ")
            let isShort = tail.count <= 2 && tail.allSatisfy { $0.count <= 2 && $0.allSatisfy(\.isLetter) }
            return isShort ? ([numeral.printed] + tail.map(String.init)).joined(separator: " ") : numeral.printed
        }
        var bare = printed.trimmed[...].drop { "§([".contains($0) }
        if let last = bare.last, ")]".contains(last) { bare.removeLast() }
        return ProvisionHeading.cleaned(String(bare))
    }
}
