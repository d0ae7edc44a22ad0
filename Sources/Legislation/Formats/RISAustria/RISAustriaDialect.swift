extension XMLDialect {
    /// RIS, the legal information system of Austria: paragraphs of a document in a row, told apart by attributes.
    static let risAustria = XMLDialect(
        format: .risAustria, roots: [Root(name: "risdok")],
        defaults: LawDraft(jurisdiction: try? Jurisdiction(code: "AT"), language: try? LanguageTag("de")),
        roles: .all(.skip, "metadaten kzinhalt fzinhalt layoutdaten fnotentext"),
        role: { tag, place in
            switch tag.name {
            case "ueberschrift": RISAustriaText.role(ofHeading: tag)
            case "absatz", "listelem", "schlussteil":
                switch tag["ct"] {
                // The body of a document of the gazette carries no content type at all.
                case nil, "text": tag.name == "absatz" ? .opening(.section) : nil
                case "kurztitel", "langtitel", "kundmachungsorgan", "typ", "ikra", "akra", "gesnr", "doknr", "index",
                    "abkuerzung", "aenderung", "unterzeichnungsdatum", "geaendert":
                    .facts
                case "artikel_anlage": .opening(.section)
                default: .skip
                }
            default: nil
            }
        },
        readings: { element, _, place in RISAustriaText.readings(element, place) },
        wording: risAustriaWording, describe: RISAustriaText.describe)

    static let risAustriaWording = XMLWording(
        layout: .blocks(["absatz", "listelem", "schlussteil", "aufzaehlung", "liste", "ueberschrift", "tr", "table"]),
        silent: ["fnotentext", "fnzeichen", "bild", "binary", "feld", "layoutdaten"], labels: ["symbol", "gldsym"],
        cells: ["td", "th", "tab"], breaks: ["br"], raised: ["super"])
}
