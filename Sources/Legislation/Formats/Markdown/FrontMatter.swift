import Yams

/// The YAML block at the head of a Markdown law.
struct FrontMatter {
    /// A larger block is no front matter.
    private static let limit = 1 << 18

    private var values: [String: String] = [:]
    /// What follows the block.
    let body: Substring
    /// Why YAML could not be read; nil when it could.
    private(set) var problem: String?

    /// Nil when the text begins with no block.
    init?(_ text: String) {
        guard text.hasPrefix("---"), let first = text.firstIndex(where: \.isNewline),
            text[..<first].allSatisfy({ $0 == "-" || $0 == " " })
        else { return nil }
        let rest = text[text.index(after: first)...]
        var at = rest.startIndex
        var close: Range<Substring.Index>?
        while at < rest.endIndex {
            let end = rest[at...].firstIndex(where: \.isNewline) ?? rest.endIndex
            if rest[at..<end].trimmed == "---" {
                close = at..<end
                break
            }
            at = end == rest.endIndex ? end : rest.index(after: end)
        }
        guard let close else { return nil }
        body = rest[close.upperBound...]
        let block = String(rest[..<close.lowerBound])
        guard block.utf8.count <= Self.limit else {
            problem = "it is over \(Self.limit) bytes"
            return
        }
        do {
            guard case .mapping(let mapping)? = try Yams.compose(yaml: block) else { return }
            for (key, value) in mapping {
                guard let key = key.scalar?.string.lowercased() else { continue }
                if let text = value.scalar?.string, !text.isEmpty { values[key] = text }
            }
        } catch {
            problem = String("\(error)".prefix(200)).singleSpaced
            readLoosely(block)
        }
    }

    /// `key: value` line by line, for front matter that YAML refuses (an unquoted colon, mostly).
    private mutating func readLoosely(_ block: String) {
        for line in block.split(whereSeparator: { $0.isNewline }) {
            guard let colon = line.firstIndex(of: ":"), line.first?.isWhitespace == false else { continue }
            let value = line[line.index(after: colon)...].trimmed
            let bare = value.count > 1 && "\"'".contains(value.prefix(1)) ? String(value.dropFirst().dropLast()) : value
            if !bare.isEmpty { values[line[..<colon].trimmed.lowercased()] = bare }
        }
    }

    private func first(_ keys: String...) -> String? {
        for key in keys { if let value = values[key] { return value } }
        return nil
    }

    func draft() -> LawDraft {
        var draft = LawDraft()
        draft.title = first("title", "제목", "titel", "titre", "título", "titulo", "name").map(MarkdownText.inline)
        draft.identifier = first("identifier", "id", "법령mst", "slug", "jurabk", "eli")
        draft.number = first(
            "official_number", "official_code", "number", "citation", "official_citation", "jurabk", "공포번호")
        draft.jurisdiction = first("country", "jurisdiction").flatMap { try? Jurisdiction(code: $0) }
        draft.language = first("language", "lang").flatMap { try? LanguageTag($0) }
        draft.kind = first("official_type", "type_display", "법령구분", "doc_type", "rank", "kind")
        draft.enacted = first(
            "enactment_date", "promulgation_date", "signature_date", "공포일자", "date_of_enactment", "publication_date",
            "issued_date", "date")
        draft.inForce = first(
            "entry_into_force", "entry_in_force", "date_in_force", "in_force_date", "시행일자", "effectiveness_date",
            "effective_from", "effective_date")
        draft.version = first("last_updated", "version", "consolidation_date")
        draft.status = LawDraft.status(first("status", "상태", "estado"))
        draft.sourceURL = first("source_url", "source", "출처", "url")
        if let source = draft.sourceURL, !source.contains("://") { draft.sourceURL = nil }
        if let address = draft.sourceURL { draft.address = WorkIRI.parse(address) }
        return draft
    }
}
