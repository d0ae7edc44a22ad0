/// Joins a line to the one before it, hyphens at line ends included.
struct LineJoiner {
    /// Words that the document writes within its lines, in lower case.
    private var words: Set<String> = []

    init(_ lines: [PageLine]) {
        for line in lines {
            // The last word of a line may be half of one.
            for word in line.text.split(separator: " ").dropLast() {
                let bare = word.lowercased().bareWord
                if bare.utf8.count >= 3, words.count < 500_000 { words.insert(bare) }
            }
        }
    }

    private static let hyphens = Set("-‐\u{AD}−‑".unicodeScalars)
    private static let conjunctions: Set<String> = [
        "und", "oder", "bzw.", "sowie", "and", "or", "et", "ou", "en", "of", "och", "eller", "og", "y", "o", "e", "ja",
        "i", "a", "nebo", "alebo", "és", "vagy", "и", "или", "та", "або", "ir", "un", "või",
    ]

    func joined(_ text: String, _ next: String) -> String {
        guard let end = text.unicodeScalars.last, let start = next.unicodeScalars.first else { return text + next }
        if end == "\u{AD}" { return String(text.unicodeScalars.dropLast()) + next }
        if Self.hyphens.contains(end), let before = text.unicodeScalars.dropLast().last, before.isAlphabetic {
            return hyphenated(text, next)
        }
        if LineText.isWide(end), LineText.isWide(start) || Numeral.decimal(start) != nil { return text + next }
        if LineText.isWide(start), Numeral.decimal(end) != nil { return text + next }
        // `and/` or a long address broken after its stroke goes on without a space.
        if end == "/", text.unicodeScalars.dropLast().last?.isAlphabetic == true { return text + next }
        return text + " " + next
    }

    private func hyphenated(_ text: String, _ next: String) -> String {
        let stem = text.unicodeScalars.dropLast()
        let first = next.prefix { $0 != " " }
        if Self.conjunctions.contains(first.lowercased()) { return text + " " + next }
        guard let start = next.unicodeScalars.first, start.isAlphabetic else { return text + next }
        let left = (String(stem).split(separator: " ").last ?? "").lowercased().bareWord
        let right = first.lowercased().bareWord
        let hasCase = start.properties.isCased
        if words.contains(left + right) { return String(stem) + next }
        if words.contains(left + "-" + right) { return String(stem) + "-" + next }
        // A capital after a hyphen begins the second half of a compound.
        if hasCase, start.properties.isUppercase {
            let isAllCapitals = left.isEmpty || text.split(separator: " ").last.map { $0 == $0.uppercased() } ?? false
            return String(stem) + (isAllCapitals && first == first.uppercased() ? "" : "-") + next
        }
        return String(stem) + next
    }
}
