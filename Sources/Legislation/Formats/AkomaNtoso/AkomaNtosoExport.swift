/// Reads what ``AkomaNtosoWriter`` wrote: each law and provision word for word as it was.
enum AkomaNtosoExport {
    /// Reads the file where it is one of these; false where it is other Akoma Ntoso.
    static func read(_ file: SourceFile, into sink: LawSink) throws -> Bool {
        var stream = try XMLStream(file)
        guard let meta = try meta(&stream), let facts = meta.descendant("lawAsRead"), let law = law(facts) else {
            return false
        }
        try sink.announce(law)
        let tags = AkomaNtosoMetadata(meta, name: nil).obligations
        /// Headings of the elements that are open.
        var open: [String?] = []
        while let event = try stream.next() {
            switch event {
            case .start(let tag):
                if let kind = tag["c:kind"].flatMap(ProvisionKind.init) {
                    let element = try stream.element(tag)
                    try sink.add(provision(element, kind, path: open.compactMap(\.self), tags: tags))
                } else if tag.name == "heading", !open.isEmpty {
                    open[open.count - 1] = try stream.element(tag).rawText
                } else if tag.name == "preface" {
                    try stream.skip()
                } else {
                    open.append(nil)
                }
            case .text: break
            case .end: _ = open.popLast()
            }
        }
        return true
    }

    /// The metadata of the document, which follow its two outer start tags.
    private static func meta(_ stream: inout XMLStream) throws(LegislationReadError) -> XMLElement? {
        while stream.elementCount < 3, let event = try stream.next() {
            if case .start(let tag) = event, tag.name == "meta" { return try stream.element(tag) }
        }
        return nil
    }

    private static func law(_ facts: XMLElement) -> Law? {
        let tag = facts.tag
        guard let work = tag["work"], let title = tag["title"],
            let jurisdiction = tag["jurisdiction"].flatMap({ try? Jurisdiction(code: $0) }),
            let language = tag["language"].flatMap({ try? LanguageTag($0) })
        else { return nil }
        return Law(
            work: work, jurisdiction: jurisdiction, language: language, title: title, number: tag["number"],
            kind: tag["kind"], enacted: tag["enacted"], inForce: tag["inForce"], version: tag["version"],
            status: tag["status"].flatMap(LawStatus.init) ?? .unknown, sourceURL: tag["sourceURL"],
            authenticity: tag["authenticity"].flatMap(TextAuthenticity.init) ?? .unknown)
    }

    private static func provision(
        _ element: XMLElement, _ kind: ProvisionKind, path: [String], tags: [String: [ObligationTag]]
    ) -> Provision {
        let eId = element.tag["c:eId"] ?? element.tag["eId"] ?? ""
        let lines = (element.first("content") ?? element).elements.filter { $0.name == "p" }
        return Provision(
            eId: eId, kind: kind, number: element.first("num")?.rawText, heading: element.first("heading")?.rawText,
            path: path, text: lines.map(\.rawText).joined(separator: "\n"), externalID: element.tag["c:external"],
            obligationTags: tags[eId] ?? [])
    }
}
