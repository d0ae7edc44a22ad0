extension XMLDialect {
    /// The standard law XML of e-Gov, Japan, by itself or in an answer of its interface.
    static let eGovJapan = XMLDialect(
        format: .eGovJapan,
        roots: [
            Root(name: "Law", marks: ["<LawNum", "<LawBody"]),
            Root(name: "DataRoot", marks: ["<Law ", "<LawFullText"]),
            Root(name: "law_data_response", marks: ["<Law ", "<law_full_text"]),
            Root(name: "law_full_text", marks: ["<Law "]),
        ],
        defaults: LawDraft(jurisdiction: try? Jurisdiction(code: "JP"), language: try? LanguageTag("ja")),
        roles: .all(.unit(.article), "Article")
            .and(.container, "Part Chapter Section Subsection Division")
            .and(
                .schedule,
                "AppdxTable AppdxNote AppdxStyle AppdxFormat Appdx AppdxFig SupplProvisionAppdxTable "
                    + "SupplProvisionAppdxStyle SupplProvisionAppdx"
            )
            .and(.supplement, "SupplProvision")
            .and(
                .heading,
                "PartTitle ChapterTitle SectionTitle SubsectionTitle DivisionTitle SupplProvisionLabel AppdxTableTitle "
                    + "AppdxNoteTitle AppdxStyleTitle AppdxFormatTitle AppdxFigTitle ArithFormulaNum "
                    + "SupplProvisionAppdxTableTitle SupplProvisionAppdxStyleTitle"
            )
            .and(.words, "NewProvision AmendProvision")
            .and(.preamble(), "Preamble EnactStatement")
            .and(.facts, "LawNum LawTitle revision_info law_info")
            .and(.skip, "TOC Result LawId Fig attached_files_info"),
        unit: XMLUnitRule(numbers: ["ArticleTitle"], headings: ["ArticleCaption"], without: ["SupplNote"]),
        titleAttributes: ["SupplProvision": "AmendLawNum"],
        wording: XMLWording(
            layout: .blocks([
                "Paragraph", "Item", "Subitem1", "Subitem2", "Subitem3", "Subitem4", "Subitem5", "Subitem6", "Subitem7",
                "Subitem8", "Subitem9", "Subitem10", "List", "Sublist1", "Sublist2", "TableRow", "TableHeaderRow",
                "Remarks",
                "ParagraphCaption", "NewProvision", "Article", "ArticleTitle", "ArticleCaption", "TableStructTitle",
                "Note",
                "RelatedArticleNum", "RemarksLabel", "Preamble", "EnactStatement", "Format", "Style", "Chapter",
                "Section",
                "ChapterTitle", "SectionTitle", "SupplProvisionLabel", "Class", "SupplNote",
            ]),
            silent: ["Rt", "Fig", "TOC", "ArithFormula"],
            labels: [
                "ParagraphNum", "ItemTitle", "Subitem1Title", "Subitem2Title", "Subitem3Title", "Subitem4Title",
                "Subitem5Title", "Subitem6Title", "Subitem7Title", "Subitem8Title", "Subitem9Title", "Subitem10Title",
                "ClassTitle", "NoteNum",
            ],
            cells: ["Column", "TableColumn", "TableHeaderColumn"]),
        describe: EGovJapanFacts.describe, attend: EGovJapanFacts.attend)
}
