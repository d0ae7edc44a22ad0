/// Titles that the identification of a law carries.
enum AkomaNtosoTitle {
    /// A title among the aliases and names of a law, in its own language where there are several.
    static func named(_ work: XMLElement?, _ expression: XMLElement?, _ language: LanguageTag?) -> String? {
        let aliases = [work, expression].compactMap(\.self).flatMap { $0.descendants("FRBRalias") }
        let titled = aliases.first { alias in
            let name = (alias.tag["name"] ?? "").lowercased()
            return words.contains { name.contains($0) }
        }
        if let title = titled.flatMap(value) { return title }
        let names = [expression, work].compactMap(\.self).flatMap { $0.descendants("FRBRname") }
        let spoken = names.first { $0.tag["xml:lang"] == language?.primary && language != nil } ?? names.first
        // A name in one word is that of a gazette or a code of the publisher.
        if let title = spoken.flatMap(value), title.contains(" ") { return title }
        return aliases.first { alias in
            alias.tag["name"] == nil || value(alias)?.contains(" ") == true
        }.flatMap(value)
    }

    /// A long title, a space between its parts: stage, type and purpose stand side by side in the file.
    static func parted(_ element: XMLElement) -> String {
        var words = ""
        gather(element, &words)
        return words.singleSpaced
    }

    private static func gather(_ element: XMLElement, _ words: inout String) {
        for child in element.children {
            switch child {
            case .text(let text): words += text
            case .element(let inner):
                if AkomaNtosoVocabulary.silent.contains(inner.name) { continue }
                let isPart = inner.name.hasPrefix("doc") || ["p", "br", "eol"].contains(inner.name)
                if isPart { words += " " }
                gather(inner, &words)
                if isPart { words += " " }
            }
        }
    }

    private static func value(_ element: XMLElement) -> String? {
        element.tag["value"].flatMap { $0.trimmed.isEmpty ? nil : $0.singleSpaced }
    }

    private static let words = [
        "title", "titel", "titre", "titolo", "titulo", "título", "intitule", "intitulé", "τίτλος",
    ]
}
