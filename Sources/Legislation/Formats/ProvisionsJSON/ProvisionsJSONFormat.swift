import Foundation

/// One law as a JSON object with its provisions: a flat list, or sections, chapters and articles within another.
enum ProvisionsJSONFormat {
    typealias Object = [String: Any]

    static func read(_ file: SourceFile, into sink: LawSink) throws {
        guard let object = try parse(file) as? Object else { throw notLegislation(file) }
        if let provisions = object["provisions"] as? [Object] {
            let documents = object["documents"] as? [Object]
            try flat(object.merging(documents?.first ?? [:]) { own, _ in own }, provisions, file, into: sink)
        } else if let sections = object["sections"] as? [Object] ?? object["articles"] as? [Object] {
            try NestedProvisions.read(object, sections, file, into: sink)
        } else {
            throw notLegislation(file)
        }
    }

    private static func parse(_ file: SourceFile) throws -> Any {
        do {
            return try JSONSerialization.jsonObject(with: file.utf8)
        } catch {
            let said = (error as NSError).userInfo["NSDebugDescription"] as? String ?? "unexpected text or end"
            throw file.error(
                .malformed, "it is not valid JSON (\(said.trimmed))", mend: "fetch the file again, or mend it there")
        }
    }

    private static func notLegislation(_ file: SourceFile) -> LegislationReadError {
        file.error(
            .notLegislation, "the JSON has no “provisions”, “sections” or “articles”", mend: SourceFile.recognised)
    }

    /// A value as text, whether the source wrote a string or a number.
    static func text(_ value: Any?) -> String? {
        switch value {
        case let text as String: text.trimmed.isEmpty ? nil : text
        case let number as NSNumber: number.stringValue
        default: nil
        }
    }

    static func draft(_ object: Object) -> LawDraft {
        func first(_ keys: String...) -> String? {
            for key in keys { if let value = text(object[key]) { return value } }
            return nil
        }
        var draft = LawDraft()
        draft.title = first("title", "title_th", "name", "law", "title_en", "short_name")
        draft.identifier = first("id", "identifier")
        draft.number = first("number", "act_number")
        draft.kind = first("document_type", "doc_type") ?? first("type").flatMap { $0 == "statute" ? nil : $0 }
        draft.language = first("language", "lang").flatMap { try? LanguageTag($0) }
        let place = first("country", "jurisdiction").map { $0.split(separator: "-").first.map(String.init) ?? $0 }
        draft.jurisdiction = place.flatMap { try? Jurisdiction(code: $0) }
        draft.enacted = first("issued_date", "enacted", "date", "year")
        draft.inForce = first("in_force_date", "effective_date")
        draft.version = first("last_amended", "version", "last_updated")
        draft.status = LawDraft.status(first("status"))
        draft.sourceURL = first("url", "source_url", "source")
        if let address = draft.sourceURL { draft.address = WorkIRI.parse(address) }
        return draft
    }

    private static func flat(_ law: Object, _ items: [Object], _ file: SourceFile, into sink: LawSink) throws {
        var draft = draft(law)
        if draft.language == nil { draft.language = commonLanguage(items) }
        try sink.announce(draft.law(file))
        var ids = EIdAllocator()
        if let preamble = text(law["preamble"]) {
            try sink.add(Provision(eId: ids.allocate("preamble"), kind: .preamble, text: preamble))
        }
        for (index, item) in items.enumerated() {
            guard let provision = FlatProvision(item, index: index).provision(&ids) else {
                sink.note("a provision without words was left out", at: .element("provisions[\(index)]", line: 1))
                continue
            }
            for part in TextCutter.parts(of: provision, &ids) { try sink.add(part) }
        }
    }

    private static func commonLanguage(_ items: [Object]) -> LanguageTag? {
        let tags = Dictionary(grouping: items.compactMap { text($0["language"]) }, by: { $0 }).mapValues(\.count)
        let common = tags.max { ($0.value, $1.key) < ($1.value, $0.key) }
        return common.flatMap { try? LanguageTag($0.key) }
    }
}
