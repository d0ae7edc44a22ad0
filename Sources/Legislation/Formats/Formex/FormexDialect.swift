extension XMLDialect {
    /// Formex 4 of the Publications Office of the EU: acts of the Official Journal, annexes, consolidated texts.
    static let formex = XMLDialect(
        format: .formex,
        roots: [
            "ACT", "CONS.ACT", "CONS.DOC", "CONS.ANNEX", "ANNEX", "LEXP.COMBINED", "COMBINED.FMX", "CONSLEG.ACT",
            "GENERAL", "DOC",
            "PUBLICATION", "AGR", "TREATY", "PROT", "LETTER", "CORR", "COMPETITION", "CJT", "DECLAR", "OPINION",
        ].map { Root(name: $0, marks: ["formex", "BIB.INSTANCE", "INFO.CONSLEG", "<BIB.DOC", "FMX"]) },
        carriesDoctype: true,
        defaults: LawDraft(jurisdiction: try? Jurisdiction(code: "EU")),
        roles: .all(.unit(.article), "ARTICLE")
            .and(.container, "DIVISION GR.SEQ PART SUBDIV.CONS")
            .and(.schedule, "ANNEX CONS.ANNEX")
            .and(.words, "QUOT.S FINAL")
            .and(.preamble(), "PREAMBLE")
            .and(.facts, "BIB.INSTANCE BIB.DOC FAM.COMP INFO.CONSLEG")
            .and(
                .skip,
                "INFO.PROD GR.CORRIG GR.MOD.ACT TOC GR.NOTES NOTE FMX PDF PUBLICATION.REF ITEM.REF SIGNATURE PROLOG INCLUSIONS"
            ),
        role: { tag, place in
            guard tag.name == "TITLE" else { return nil }
            switch place.parent {
            case "DIVISION", "GR.SEQ", "PART", "CONTENTS": return .heading
            case "ANNEX", "CONS.ANNEX": return .heading
            default: return .facts
            }
        },
        unit: XMLUnitRule(numbers: ["TI.ART"], headings: ["STI.ART"]),
        readings: { element, kind, _ in [.unit(FormexFacts.article(element, kind))] },
        headingWrappers: ["CONTENTS"], wording: formexWording, describe: FormexFacts.describe,
        attend: FormexFacts.attend)

    static let formexWording = XMLWording(
        layout: .blocks([
            "P", "NP", "ALINEA", "PARAG", "ITEM", "LIST", "ROW", "TI", "STI", "TI.ART", "STI.ART", "TITLE", "GR.SEQ",
            "CONSID", "VISA", "GR.VISA", "GR.CONSID", "GR.CONSID.INIT", "PREAMBLE.INIT", "PREAMBLE.FINAL", "DIVISION",
            "TBL", "CORPUS", "DLIST", "DLIST.ITEM", "QUOT.S", "ARTICLE", "SUBDIV", "CONTENTS", "ENUM", "LINE", "BLK",
            "TI.BLK", "STI.BLK", "FORMULA.S", "GR.AMEND", "TXT.COL", "INTRO", "SUM", "ACT", "ANNEX", "TI.GR.SEQ",
        ]),
        silent: [
            "NOTE", "GR.NOTES", "MARGIN", "TOC", "BIB.INSTANCE", "IMG.CNX", "INCL.ELEMENT", "SIGNATURE", "PAGE.HEADER",
        ],
        labels: ["NO.P", "NO.PARAG", "NO.ITEM"], cells: ["CELL", "TERM"],
        character: { tag in
            guard tag.name == "QUOT.START" || tag.name == "QUOT.END", let code = tag["CODE"],
                let value = UInt32(code, radix: 16), let scalar = Unicode.Scalar(value)
            else { return nil }
            return String(scalar)
        })
}
