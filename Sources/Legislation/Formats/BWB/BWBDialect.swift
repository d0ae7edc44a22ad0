extension XMLDialect {
    /// Basiswettenbestand of the Netherlands: acts, regulations, circulars, treaties.
    static let bwb = XMLDialect(
        format: .bwb,
        roots: [
            Root(name: "toestand", marks: ["bwb", "<wetgeving"]), Root(name: "wetgeving", marks: ["bwb", "stam-id"]),
        ],
        carriesDoctype: true,
        defaults: LawDraft(jurisdiction: try? Jurisdiction(code: "NL"), language: try? LanguageTag("nl")),
        roles: .all(.unit(.article), "artikel enig-artikel")
            .and(
                .container,
                "boek deel hoofdstuk titeldeel afdeling paragraaf sub-paragraaf subparagraaf sub-afdeling divisie "
                    + "circulaire.divisie tekstdeel verdragtekst"
            )
            .and(.schedule, "bijlage")
            .and(.heading, "kop")
            .and(.preamble(), "aanhef")
            .and(.facts, "intitule citeertitel")
            .and(
                .skip,
                "meta-data bwb-inputbestand bwb-wijzigingen redactionele-correcties wetsluiting regeling-sluiting circulaire-sluiting "
                    + "inhoudsopgave toelichting nota-toelichting ondertekening noot wijzigingen jci verdragsluiting"),
        unit: XMLUnitRule(numbers: ["kop/nr"], headings: ["kop/titel"]),
        wording: XMLWording(
            layout: .blocks([
                "al", "lid", "lijst", "li", "row", "kop", "artikel", "considerans.al", "wij", "wie", "tussenkop",
                "table",
                "afkondiging", "titel.tekst", "dl", "definitie", "wat", "wijzig-lid", "wijzig-artikel", "citaat",
                "citaat-artikel", "slotformulering", "preambule", "al-groep", "specificatie", "definitielijst",
                "definitie-item", "formule",
            ]),
            silent: [
                "meta-data", "noot", "plaatje", "illustratie", "jcis", "brondata", "redactie.noot", "colspec",
            ],
            silence: { $0.name == "redactie" && $0["type"] == "noot" },
            labels: ["lidnr", "li.nr"], cells: ["entry", "term", "label", "nr", "titel"], raised: ["sup"]),
        describe: BWBFacts.describe, attend: BWBFacts.attend)
}
