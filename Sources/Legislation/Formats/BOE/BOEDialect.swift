extension XMLDialect {
    /// Boletín Oficial del Estado: consolidated laws in blocks, each in its versions, and dispositions of the gazette as
    /// paragraphs in a row.
    static let boe = XMLDialect(
        format: .boe,
        roots: [
            Root(name: "response", marks: ["<bloque", "id_norma", "BOE-A-", "<identificador"]),
            Root(name: "documento", marks: ["<bloque", "BOE-", "<identificador"]),
            Root(name: "texto", marks: ["<bloque", "id_norma"]), Root(name: "bloque", marks: ["id_norma"]),
        ],
        defaults: LawDraft(jurisdiction: try? Jurisdiction(code: "ES"), language: try? LanguageTag("es")),
        roles: .all(.unit(.article), "bloque").and(.facts, "metadatos")
            .and(.skip, "status analisis metadata-eli blockquote"),
        role: { tag, place in tag.name == "p" || tag.name == "table" ? BOEText.role(ofParagraph: tag) : nil },
        readings: { element, kind, place in BOEText.readings(element, kind) },
        wording: boeWording, describe: BOEFacts.describe, attend: BOEFacts.attend)

    static let boeWording = XMLWording(
        layout: .blocks(["p", "li", "tr", "table", "blockquote", "div", "pre"]),
        silent: ["img", "blockquote", "imagen"], silence: { BOEText.isNote($0) }, cells: ["td", "th"], breaks: ["br"],
        raised: ["sup"])
}
