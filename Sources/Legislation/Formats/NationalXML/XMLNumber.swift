/// The number of a provision as it is printed, without the word before it, and as an eId has it.
struct XMLNumber: Sendable, Equatable {
    /// `12a`, `一百二十三`, `12¹`.
    var printed: String
    /// `12a`, `123`, `12-1`.
    var id: String

    init(printed: String, id: String) {
        self.printed = printed
        self.id = id
    }

    /// Reads `Article 12`, `§ 12 a.`, `SEC. 12.`, `第十二条`, `12`; nil where nothing can stand in an eId.
    init?(_ text: String) {
        let text = Self.bare(text)
        guard !text.isEmpty else { return nil }
        let raised = text.unicodeScalars.contains { Numeral.superscripts[$0] != nil }
        if !raised, let match = HeadingMatcher.match(text), let numeral = match.numeral {
            let rest = Self.bare(match.rest)
            printed = rest.isEmpty ? numeral.printed : "\(numeral.printed) \(rest)"
            let branch = WorkIRI.slug(rest, limit: 30)
            id = branch.isEmpty ? numeral.id : "\(numeral.id)-\(branch)"
            return
        }
        printed = Self.withoutWord(text)
        id = Self.slug(printed)
        if id.isEmpty { return nil }
    }

    /// Without brackets and stops around it.
    private static func bare(_ text: String) -> String {
        let scalars = text.singleSpaced.unicodeScalars
        let around = "[]().:*;,–—-\u{2013}\" “”„".unicodeScalars
        let start = scalars.drop { around.contains($0) }
        guard let last = start.lastIndex(where: { !around.contains($0) }) else { return "" }
        return String(start[...last])
    }

    /// What stands from the first digit on, where a word or sign leads up to it.
    private static func withoutWord(_ text: String) -> String {
        guard let digit = text.unicodeScalars.firstIndex(where: { Numeral.decimal($0) != nil }) else { return text }
        let word = text.unicodeScalars[..<digit]
        let leads = word.contains("§") || word.last.map { $0 == " " || $0 == "." || $0 == "º" } ?? false
        return leads ? bare(String(text.unicodeScalars[digit...])) : text
    }

    /// Small raised digits, as Estonian and Latvian laws number what was put in between, count as a branch.
    private static func slug(_ printed: String) -> String {
        var plain = ""
        var wasRaised = false
        for scalar in printed.unicodeScalars {
            if let digit = Numeral.superscripts[scalar] {
                if !wasRaised { plain += "-" }
                plain += String(digit)
                wasRaised = true
            } else {
                plain.unicodeScalars.append(scalar)
                wasRaised = false
            }
        }
        return WorkIRI.slug(plain, limit: 40)
    }
}
