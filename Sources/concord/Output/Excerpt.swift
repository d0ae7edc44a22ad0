/// A text cut to a length that can be compared, at the end of a paragraph or sentence.
struct Excerpt {
    /// Paragraphs, without empty ones.
    let paragraphs: [String]
    /// Characters that were left out behind the last paragraph.
    let omitted: Int

    /// - Parameter limit: characters at most, give or take a sentence; nil for all.
    init(_ text: String, limit: Int?) {
        let all = text.split(separator: "\n").map(String.init).filter { !$0.allSatisfy(\.isWhitespace) }
        guard let limit, text.count > limit + limit / 4 else {
            paragraphs = all
            omitted = 0
            return
        }
        var kept: [String] = []
        var used = 0
        for paragraph in all {
            if used + paragraph.count <= limit {
                kept.append(paragraph)
                used += paragraph.count
                continue
            }
            // A short rest is better left out than cut.
            if let cut = Self.cut(paragraph, limit - used), !cut.isEmpty || kept.isEmpty {
                kept.append(cut)
                used += cut.count
            }
            break
        }
        paragraphs = kept
        omitted = max(0, all.reduce(0) { $0 + $1.count } - used)
    }

    private static let sentenceEnds: Set<Character> = [".", ";", "。", "；", "؛", "۔", "।", "?", "؟", "!"]

    /// The beginning of a paragraph up to the last sentence that ends within `length`, else up to the last space; nil
    /// where there is no room worth using.
    private static func cut(_ paragraph: String, _ length: Int) -> String? {
        guard length >= 80 else { return nil }
        let start = paragraph.prefix(length)
        if let end = start.lastIndex(where: sentenceEnds.contains),
            start.distance(from: start.startIndex, to: end) > length / 3
        {
            return String(start[...end])
        }
        if let space = start.lastIndex(where: \.isWhitespace) { return String(start[..<space]) }
        return String(start)
    }
}
