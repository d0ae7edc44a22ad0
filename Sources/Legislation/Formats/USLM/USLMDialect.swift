extension XMLDialect {
    /// United States Legislative Markup: bills, resolutions, public laws, statute compilations, the US Code.
    static let uslm = XMLDialect(
        format: .uslm,
        roots: [
            "bill", "resolution", "pLaw", "statuteCompilation", "uscDoc", "lawDoc", "act", "document",
            "engrossedAmendment",
            "amendment", "statutesAtLarge", "cfrDoc", "frDoc", "presidentialDoc", "rule",
        ].map { Root(name: $0, marks: ["schemas.gpo.gov/xml/uslm", "xml.house.gov/schemas/uslm"]) },
        defaults: LawDraft(
            jurisdiction: try? Jurisdiction(code: "US"), language: try? LanguageTag("en"), authenticity: .official),
        roles: .all(.unit(.section), "section")
            .and(.unit(.rule), "courtRule")
            .and(
                .container,
                "title subtitle chapter subchapter part subpart division subdivision article subarticle appendix level "
                    + "preliminary compiledAct courtRules reorganizationPlans reorganizationPlan appropriations"
            )
            .and(.schedule, "schedule")
            .and(.heading, "num heading")
            .and(.words, "quotedContent")
            .and(.preamble(without: ["docTitle"]), "longTitle enactingFormula resolvingClause preamble")
            .and(.facts, "meta preface amendMeta amendPreface")
            .and(
                .skip,
                "toc notes note sourceCredit footnote editorialNote signatures endorsement legislativeHistory sidenote "
                    + "explanationNote page endMarker attestation"),
        unit: XMLUnitRule(numbers: ["num"], headings: ["heading"]),
        wording: XMLWording(
            layout: .inlines([
                "inline", "ref", "term", "b", "i", "u", "sub", "date", "span", "shortTitle", "quotedText",
                "amendingAction", "a", "em", "strong", "small", "def", "entity", "headingText", "ins", "del",
                "citableAs",
                "officialTitle", "signature", "person", "organization", "location", "amount", "img", "marker",
                "fillIn", "checkBox", "autonumber", "approvedDate", "center",
            ]),
            silent: [
                "meta", "toc", "notes", "note", "sourceCredit", "footnote", "editorialNote", "page", "sidenote",
                "explanationNote", "endMarker", "legislativeHistory",
            ],
            silence: { $0.name == "ref" && $0["class"]?.contains("footnoteRef") == true },
            labels: ["num", "heading"], cells: ["td", "th", "column"], breaks: ["br"], raised: ["sup"]),
        describe: USLMFacts.describe, attend: USLMFacts.attend)
}
