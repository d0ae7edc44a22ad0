extension XMLDialect {
    /// The electronic Irish Statute Book: acts, with elements for the letters that its first machines lacked.
    static let irishStatuteBook = XMLDialect(
        format: .irishStatuteBook,
        roots: ["act", "si", "statutoryinstrument"].map {
            Root(name: $0, marks: ["<sect", "<acttoc", "<dateofenactment", "<frontmatter", "<reg>", "<article>"])
        },
        carriesDoctype: true,
        defaults: LawDraft(
            jurisdiction: try? Jurisdiction(code: "IE"), language: try? LanguageTag("en"), authenticity: .official),
        roles: .all(.unit(.section), "sect")
            .and(.unit(.regulation), "reg regulation")
            .and(.container, "part chapter title1 division")
            .and(.schedule, "schedule")
            .and(.heading, "title")
            .and(.facts, "metadata")
            .and(.skip, "acttoc toc actsreferredto actnumber graphic fn footnotes"),
        role: { tag, place in
            if place.parent == "frontmatter" { return tag.name == "p" ? nil : .skip }
            // A section's like in a schedule is a paragraph of it.
            return tag.name == "sect" && place.isInSchedule ? .unit(.paragraph) : nil
        },
        readings: { element, kind, _ in [.unit(IrishStatuteBookText.section(element, kind))] },
        wording: irishStatuteBookWording, describe: IrishStatuteBookText.describe)

    static let irishStatuteBookWording = XMLWording(
        layout: .blocks(["p", "tr", "table", "title", "sect", "part", "li"]),
        silent: ["graphic", "fn", "su.note", "number", "hr1", "img"], cells: ["td", "th"], breaks: ["br"],
        raised: ["su"],
        character: { IrishStatuteBookText.characters[$0.name] ?? IrishStatuteBookText.accented($0.name) })
}
