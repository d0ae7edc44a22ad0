extension XMLDialect {
    /// Laws and Regulations Database of Taiwan, Chinese and English, one law or the whole collection.
    static let taiwanLaw = XMLDialect(
        format: .taiwanLaw, roots: [Root(name: "法規"), Root(name: "LAWS", marks: ["<法規"])],
        defaults: LawDraft(jurisdiction: try? Jurisdiction(code: "TW"), language: try? LanguageTag("zh-Hant")),
        roles: .all(.unit(.article), "條文").and(.unit(.other), "編章節").and(.law, "法規").and(.preamble(), "前言")
            .and(
                .facts,
                "法規性質 法規名稱 英文法規名稱 中文法規名稱 法規網址 最新異動日期 最新英文異動日期 生效日期 廢止註記 沿革內容"
            )
            .and(.skip, "法規類別 生效內容 是否英譯註記 附件"),
        readings: { element, _, _ in TaiwanLawText.readings(element) },
        wording: taiwanLawWording, describe: TaiwanLawText.describe)

    static let taiwanLawWording = XMLWording(layout: .blocks(["條文內容"]), keepsLines: true)
}
