/// Articles, supplementary provisions and tables of Korean laws.
enum KoreanLawText {
    static func describe(_ element: XMLElement, _ draft: inout LawDraft) {
        func text(_ name: String) -> String? { element.first(name)?.inlineText.nonEmpty }
        draft.title = text("법령명_한글")
        draft.kind = text("법종구분")
        draft.number = text("공포번호").map { String($0.drop { $0 == "0" }) }
        draft.identifier = text("법령ID")
        // The days are those of the last amendment, unless the text is the law as it was made.
        if text("제개정구분") == "제정" {
            draft.enacted = text("공포일자")
            draft.inForce = text("시행일자")
        } else {
            draft.version = text("시행일자") ?? text("공포일자")
        }
        if text("제개정구분")?.contains("폐지") == true { draft.status = .repealed }
        if let id = draft.identifier { draft.sourceURL = "https://www.law.go.kr/lsInfoP.do?lsId=\(id)" }
    }

    static func readings(_ element: XMLElement) -> [XMLReading] {
        switch element.name {
        case "부칙단위": return supplement(element)
        case "별표단위": return [.unit(table(element))]
        default:
            guard element.first("조문여부")?.inlineText != "전문" else { return heading(element) }
            return [.unit(article(element))]
        }
    }

    /// `제1장 총칙`, the note of its amendment taken off.
    private static func heading(_ element: XMLElement) -> [XMLReading] {
        let lines = element.descendants("조문내용").map(\.rawText).joined(separator: "\n").split(
            whereSeparator: \.isNewline)
        return lines.compactMap { line in
            let words = withoutNotes(String(line)).singleSpaced
            guard !words.isEmpty else { return nil }
            if let match = HeadingMatcher.match(words), case .division(let division) = match.entry {
                return .heading(words, rank: division.rawValue)
            }
            // The constitution's preamble comes under the same mark.
            if words.unicodeScalars.count > 100 { return .unit(XMLUnit(kind: .preamble, text: words)) }
            return .heading(words, rank: HeadingLexicon.Division.unnamed.rawValue)
        }
    }

    private static func article(_ element: XMLElement) -> XMLUnit {
        let number = element.first("조문번호")?.inlineText.nonEmpty
        let branch = element.first("조문가지번호")?.inlineText.nonEmpty
        let title = element.first("조문제목")?.inlineText.nonEmpty
        var text = withoutNotes(XMLDialect.koreanLawWording.text(of: element))
        // `제1조의2(정의)` is said by number and title; `삭제` that follows it is text.
        if let match = HeadingMatcher.match(text), case .unit(.article) = match.entry {
            var rest = match.rest
            if title != nil, rest.hasPrefix("(") { rest = bracketed(rest) }
            text = rest.split(separator: "\n").map(\.singleSpaced).filter { !$0.isEmpty }.joined(separator: "\n")
        }
        let parsed = number.map { main in
            guard let branch else { return XMLNumber(printed: main, id: main) }
            return XMLNumber(printed: "\(main)의\(branch)", id: "\(main)-\(branch)")
        }
        return XMLUnit(kind: .article, number: parsed, heading: title.flatMap(ProvisionHeading.cleaned), text: text)
    }

    /// What follows the bracket that opens the text, brackets within it counted.
    private static func bracketed(_ text: String) -> String {
        var depth = 0
        for (index, character) in zip(text.indices, text) {
            if character == "(" { depth += 1 }
            if character == ")" { depth -= 1 }
            if depth == 0 { return String(text[text.index(after: index)...]) }
        }
        return text
    }

    private static func supplement(_ element: XMLElement) -> [XMLReading] {
        let lines = XMLDialect.koreanLawWording.text(of: element, without: ["부칙공포일자", "부칙공포번호"]).split(separator: "\n")
        guard let first = lines.first else { return [] }
        let hasHeading = first.hasPrefix("부칙") || first.hasPrefix("부 칙")
        let text = lines.dropFirst(hasHeading && lines.count > 1 ? 1 : 0).joined(separator: "\n")
        let number = element.first("부칙공포번호")?.inlineText.nonEmpty
        return [
            .unit(
                XMLUnit(
                    kind: .other, number: number.map { XMLNumber(printed: $0, id: "suppl-\($0)") },
                    heading: hasHeading ? String(first) : "부칙", text: text))
        ]
    }

    private static func table(_ element: XMLElement) -> XMLUnit {
        func digits(_ name: String) -> String? {
            (element.first(name)?.inlineText.drop { $0 == "0" }).flatMap { $0.isEmpty ? nil : String($0) }
        }
        let label = element.first("별표구분")?.inlineText ?? "별표"
        let number = [digits("별표번호"), digits("별표가지번호")].compactMap { $0 }.joined(separator: "의")
        let title = withoutNotes(XMLMarkup.lines(of: element.first("별표제목")?.inlineText ?? "").joined(separator: " "))
        let text = element.first("별표내용").map { XMLDialect.koreanLawWording.text(of: $0) } ?? ""
        return XMLUnit(
            kind: .schedule, heading: [label, number, title].filter { !$0.isEmpty }.joined(separator: " "), text: text)
    }

    /// `<개정 2013.3.23>` and its like are notes of the publisher.
    static func withoutNotes(_ text: String) -> String {
        var kept = ""
        var rest = text[...]
        while let open = rest.firstIndex(of: "<") {
            kept += rest[..<open]
            rest = rest[open...]
            let words = ["개정", "신설", "전문개정", "본조신설", "제목개정", "전부개정", "일부개정", "삭제"]
            guard let close = rest.prefix(400).firstIndex(of: ">"),
                words.contains(where: { rest.dropFirst().hasPrefix($0) })
            else {
                kept += "<"
                rest = rest.dropFirst()
                continue
            }
            rest = rest[rest.index(after: close)...]
        }
        return (kept + rest).split(separator: "\n").map { $0.trimmed }.joined(separator: "\n")
    }
}
