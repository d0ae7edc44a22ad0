extension XMLDialect {
    /// The national law information of Korea: articles in a row, headings of chapters among them.
    static let koreanLaw = XMLDialect(
        format: .koreanLaw, roots: [Root(name: "법령")],
        defaults: LawDraft(jurisdiction: try? Jurisdiction(code: "KR"), language: try? LanguageTag("ko")),
        roles: .all(.unit(.article), "조문단위").and(.unit(.other), "부칙단위").and(.unit(.schedule), "별표단위")
            .and(.facts, "기본정보").and(.group, "조문").and(.skip, "개정문 제개정이유"),
        readings: { element, _, _ in KoreanLawText.readings(element) },
        wording: koreanLawWording, describe: KoreanLawText.describe)

    static let koreanLawWording = XMLWording(
        layout: .blocks(["조문내용", "항내용", "호내용", "목내용", "항", "호", "목", "부칙내용", "별표내용"]),
        silent: [
            "조문번호", "조문가지번호", "조문여부", "조문제목", "조문시행일자", "조문제개정유형", "조문이동이전", "조문이동이후", "조문변경여부",
            "조문참고자료", "조문제개정일자문자열", "항번호", "항제개정유형", "항제개정일자문자열", "호번호", "호가지번호", "목번호", "목가지번호",
            "img",
        ],
        keepsLines: true)
}
