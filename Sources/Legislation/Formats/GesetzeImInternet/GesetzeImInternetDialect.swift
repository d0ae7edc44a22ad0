extension XMLDialect {
    /// gesetze-im-internet.de, federal law of Germany: a flat list of norms, of which some are divisions.
    static let gesetzeImInternet = XMLDialect(
        format: .gesetzeImInternet, roots: [Root(name: "dokumente", marks: ["<norm", "doknr", "gii-norm"])],
        carriesDoctype: true,
        defaults: LawDraft(
            jurisdiction: try? Jurisdiction(code: "DE"), language: try? LanguageTag("de"), status: .inForce),
        roles: [:],
        role: { tag, place in
            guard tag.name == "norm" else { return nil }
            return place.law.identifier == nil ? .facts : .unit(.section)
        },
        readings: { element, _, _ in GesetzeImInternetNorm.readings(element) },
        wording: gesetzeImInternetWording, describe: GesetzeImInternetNorm.describe)

    static let gesetzeImInternetWording = XMLWording(
        layout: .blocks([
            "P", "DL", "DD", "LA", "Content", "table", "row", "title", "pre", "Title", "Subtitle", "Ident", "Revision",
            "entry.p",
        ]),
        silent: [
            "fussnoten", "Footnotes", "FnR", "FnArea", "Footnote", "IMG", "noindex", "TOC", "kommentar", "colspec",
        ],
        labels: ["DT"], cells: ["entry", "NB", "SUP"], breaks: ["BR"])
}
