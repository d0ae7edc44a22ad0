extension XMLDialect {
    /// LexDania of Retsinformation: Danish acts, orders and consolidated acts.
    static let lexDania = XMLDialect(
        format: .lexDania,
        roots: [Root(name: "Dokument", marks: ["LexDania", "<DokumentIndhold", "<AccessionNumber"])],
        defaults: LawDraft(jurisdiction: try? Jurisdiction(code: "DK"), language: try? LanguageTag("da")),
        roles: .all(.unit(.section), "Paragraf AendringCentreretParagraf IkraftCentreretParagraf CentreretParagraf")
            .and(.container, "Bog Del Afsnit Kapitel ParagrafGruppe Titel1 AendringsAfsnit UnderAfsnit")
            .and(.schedule, "Bilag")
            .and(.supplement, "Ikraft")
            .and(.heading, "Explicatus Rubrica")
            .and(.words, "AendringNyTekst Aendring")
            .and(.facts, "Meta TitelGruppe")
            .and(.preamble(), "Hymne Indledning")
            .and(.skip, "UnderskriftGruppe Nota NotaGruppe Fodnote RedaktionelNote"),
        role: { tag, place in
            // A number of anything but a division stands at the head of its line.
            guard tag.name == "Explicatus" || tag.name == "Rubrica" else { return nil }
            let divisions: Set<String> = [
                "Bog", "Del", "Afsnit", "Kapitel", "ParagrafGruppe", "Titel1", "AendringsAfsnit", "UnderAfsnit",
                "Bilag",
            ]
            return divisions.contains(place.parent) ? .heading : .words
        },
        unit: XMLUnitRule(numbers: ["Explicatus"], headings: ["Rubrica"]),
        wording: XMLWording(
            layout: .blocks([
                "Linea", "Stk", "Exitus", "Index", "Indentatio", "Paragraf", "Aendring", "AendringsNummer",
                "AendringDefinition", "AendringNyTekst", "Rykningsklausul", "Rubrica", "Kapitel", "Bilag", "Titel",
                "tr",
                "AendringCentreretParagraf", "IkraftCentreretParagraf", "UnderTitel", "Segl", "ParagrafGruppe", "p",
                "li",
            ]),
            silent: ["Nota", "NotaGruppe", "Fodnote", "RedaktionelNote", "Meta", "Billede", "img"],
            labels: ["Explicatus"], cells: ["td", "th", "Celle"], breaks: ["br"], raised: ["sup"]),
        describe: LexDaniaFacts.describe)
}
