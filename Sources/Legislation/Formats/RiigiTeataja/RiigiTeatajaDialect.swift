extension XMLDialect {
    /// Riigi Teataja, the State gazette of Estonia: acts, regulations, consolidated texts.
    static let riigiTeataja = XMLDialect(
        format: .riigiTeataja, roots: [Root(name: "oigusakt")],
        defaults: LawDraft(
            jurisdiction: try? Jurisdiction(code: "EE"), language: try? LanguageTag("et"), authenticity: .official),
        roles: .all(.unit(.section), "paragrahv")
            .and(.container, "osa peatykk jagu jaotis alljaotis jaguJaotis alamjaotis")
            .and(.schedule, "lisa")
            .and(.heading, "osaPealkiri peatykkPealkiri jaguPealkiri jaotisPealkiri alljaotisPealkiri pealkiri")
            .and(.preamble(), "preambul")
            .and(.facts, "metaandmed aktinimi")
            .and(
                .skip,
                "allkiri osaNr peatykkNr jaguNr jaotisNr alljaotisNr muutmismarge lisaViide lisad normtehnMarkus joonealused"
            ),
        role: { tag, place in
            guard tag.name == "kuvatavNr" else { return nil }
            return ["osa", "peatykk", "jagu", "jaotis", "alljaotis"].contains(place.parent) ? .heading : nil
        },
        unit: XMLUnitRule(
            numbers: ["kuvatavNr", "paragrahvNr"], raised: "ylaIndeks", headings: ["paragrahvPealkiri"],
            without: ["paragrahvNr"]),
        wording: XMLWording(
            layout: .blocks([
                "loige", "alampunkt", "punkt", "tavatekst", "sisuTekst", "HTMLKonteiner", "tabel", "rida", "tr", "p",
                "paragrahv", "alltekst", "li",
            ]),
            silent: [
                "muutmismarge", "avaldamismarge", "loigeNr", "alampunktNr", "punktNr", "viide", "lisaViide",
                "normtehnMarkus", "joonealuneMarkus", "fail", "pilt", "vormindatudViide",
            ],
            labels: ["kuvatavNr"], label: { words, _, _ in XMLMarkup.lines(of: words).joined(separator: " ") },
            cells: ["lahter", "td", "th"], breaks: ["reavahetus", "br"], raised: ["sup"],
            markup: [
                "HTMLKonteiner", "paragrahvPealkiri", "peatykkPealkiri", "osaPealkiri", "jaguPealkiri",
                "jaotisPealkiri",
            ]),
        describe: RiigiTeatajaFacts.describe)
}
