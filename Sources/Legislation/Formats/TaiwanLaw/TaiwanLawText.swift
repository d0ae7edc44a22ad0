import Foundation

/// What the database of Taiwan says of a law, and its articles.
enum TaiwanLawText {
    static func describe(_ element: XMLElement, _ draft: inout LawDraft) {
        let text = element.inlineText
        if element.name == "廢止註記" {
            draft.status = text.isEmpty ? .inForce : .repealed
            return
        }
        guard !text.isEmpty else { return }
        switch element.name {
        case "法規名稱": draft.title = text
        case "英文法規名稱":
            // In an English text it is the title, and the Chinese one comes under another name.
            if draft.title == nil { draft.title = text }
        case "中文法規名稱":
            draft.language = (try? LanguageTag("en")) ?? draft.language
            draft.authenticity = .unofficialTranslation
        case "法規性質": draft.kind = text
        case "法規網址":
            draft.sourceURL = text
            if let code = text.range(of: "pcode=", options: .caseInsensitive) {
                draft.identifier = String(
                    text[code.upperBound...].prefix { $0.isASCII && ($0.isLetter || $0.isNumber) })
            }
        case "最新異動日期", "最新英文異動日期": draft.version = text
        case "生效日期": draft.inForce = text
        case "沿革內容":
            draft.enacted = firstDay(text)
            draft.status = text.contains("廢") || text.lowercased().contains("abolish") ? .repealed : draft.status
        default: break
        }
    }

    static func readings(_ element: XMLElement) -> [XMLReading] {
        guard element.name == "條文" else {
            let words = element.inlineText
            if let match = HeadingMatcher.match(words), case .division(let division) = match.entry {
                return [.heading(closedUp(words, match.rest), rank: division.rawValue)]
            }
            return [.heading(words, rank: HeadingLexicon.Division.unnamed.rawValue)]
        }
        let text = element.first("條文內容").map { TaiwanLawText.paragraphs($0.rawText) } ?? ""
        return [
            .unit(XMLUnit(kind: .article, number: element.first("條號").flatMap { XMLNumber($0.inlineText) }, text: text))
        ]
    }

    /// `第 一 章 總則` is 第一章 and its title.
    private static func closedUp(_ words: String, _ rest: String) -> String {
        guard words.hasPrefix("第"), words.hasSuffix(rest) else { return words }
        let number = words.dropLast(rest.count).filter { !$0.isWhitespace }
        return rest.isEmpty ? number : "\(number) \(rest)"
    }

    /// The history of a law begins with the day it was made, counted in years of the Republic.
    static func firstDay(_ history: String) -> String? {
        let era = "中華民國"
        guard let start = history.range(of: era), history[..<start.lowerBound].count <= 6 else { return nil }
        var scanner = ScalarScanner(String(history[start.upperBound...].prefix(24)))
        var numbers: [Int] = []
        for unit in ["年", "月", "日"] {
            scanner.skipSpace()
            guard let number = scanner.eastAsianNumber()?.value else { return nil }
            scanner.skipSpace()
            guard scanner.skip(words: unit) else { return nil }
            numbers.append(number)
        }
        return LawDate.iso(String(numbers[0] + 1911), String(numbers[1]), String(numbers[2]))
    }

    /// Old texts break their lines at a fixed width; a paragraph ends where a stop does.
    static func paragraphs(_ raw: String) -> String {
        var paragraphs: [String] = []
        for line in raw.split(whereSeparator: \.isNewline) {
            let words = line.singleSpaced
            guard !words.isEmpty else { continue }
            if let last = paragraphs.indices.last, Self.goesOn(paragraphs[last], words) {
                paragraphs[last] += words
            } else {
                paragraphs.append(words)
            }
        }
        return paragraphs.joined(separator: "\n")
    }

    private static func goesOn(_ line: String, _ next: String) -> Bool {
        guard let last = line.unicodeScalars.last, last.value >= 0x2E80, !"。：；！？」』）".unicodeScalars.contains(last),
            let first = next.unicodeScalars.first
        else { return false }
        // `一、` numbers an item.
        return !(Numeral.isHan(first) && next.unicodeScalars.prefix(4).contains("、"))
    }
}
