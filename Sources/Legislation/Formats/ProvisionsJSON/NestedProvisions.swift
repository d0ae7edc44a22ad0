/// A law as sections that hold chapters that hold articles that hold clauses.
enum NestedProvisions {
    typealias Object = ProvisionsJSONFormat.Object

    private static let inner = ["chapters", "sections", "articles", "paragraphs", "subsections", "parts"]
    private static let words = ["clauses", "text", "content", "paragraphs", "points"]
    private static let depthLimit = 30

    static func read(_ law: Object, _ sections: [Object], _ file: SourceFile, into sink: LawSink) throws {
        let preamble = lines(law["preamble"])
        var draft = ProvisionsJSONFormat.draft(law)
        if draft.title == nil { draft.title = title(in: preamble) }
        try sink.announce(draft.law(file))
        var ids = EIdAllocator()
        if !preamble.isEmpty {
            let text = preamble.joined(separator: "\n")
            try sink.add(Provision(eId: ids.allocate("preamble"), kind: .preamble, text: text))
        }
        for section in sections { try walk(section, path: [], &ids, file, sink) }
    }

    private static func walk(
        _ object: Object, path: [String], _ ids: inout EIdAllocator, _ file: SourceFile, _ sink: LawSink
    ) throws {
        guard path.count < depthLimit else {
            throw file.error(.tooDeep, "sections nest over \(depthLimit) deep", mend: "check how the file was made")
        }
        let title = ProvisionsJSONFormat.text(object["title"])?.singleSpaced ?? ""
        let text = words.lazy.map { lines(object[$0]) }.first { !$0.isEmpty } ?? []
        if !text.isEmpty {
            let provision = provision(title, text.joined(separator: "\n"), path, &ids)
            for part in TextCutter.parts(of: provision, &ids) { try sink.add(part) }
        }
        let below = title.isEmpty ? path : path + [title]
        for key in inner {
            for child in object[key] as? [Object] ?? [] { try walk(child, path: below, &ids, file, sink) }
        }
    }

    private static func provision(_ title: String, _ text: String, _ path: [String], _ ids: inout EIdAllocator)
        -> Provision
    {
        if let match = HeadingMatcher.match(title), case .unit(let unit) = match.entry, let numeral = match.numeral {
            return Provision(
                eId: ids.allocate("\(unit.prefix)_\(numeral.id)"), kind: unit.kind, number: numeral.printed,
                heading: ProvisionHeading.cleaned(match.rest), path: path, text: text)
        }
        return Provision(
            eId: ids.allocate("prov"), kind: .other, heading: title.isEmpty ? nil : title, path: path, text: text)
    }

    private static func lines(_ value: Any?) -> [String] {
        switch value {
        case let text as String: text.trimmed.isEmpty ? [] : [text.trimmed]
        case let list as [Any]:
            list.flatMap { item in
                (item as? Object).map { lines($0["text"] ?? $0["content"] ?? $0["title"]) } ?? lines(item)
            }
        default: []
        }
    }

    /// The first line of a preamble that says what it is.
    private static func title(in preamble: [String]) -> String? {
        preamble.first { line in
            let folded = line.lowercased()
            return line.unicodeScalars.count < 200
                && ["кодекс", "закон", "code", "act", "law", "ley", "loi"].contains { folded.contains($0) }
        } ?? preamble.first
    }
}
