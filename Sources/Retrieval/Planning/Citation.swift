/// References to provisions within a question: 第四十八条, 第48條, § 13a, L. 2342-3, 제19조의4.
enum Citation {
    private static let numerals = Set("〇零一二三四五六七八九十百千0123456789０１２３４５６７８９".unicodeScalars)
    private static let units = Set("条條章节節款项項编編조항장절".unicodeScalars)
    private static let openings = Set("第제".unicodeScalars)

    /// The references in a word, each whole. Where the word is one of letters and digits, the word itself.
    static func references(in word: String) -> [String] {
        let scalars = Array(word.unicodeScalars)
        var found: [String] = []
        var index = 0
        while index < scalars.count {
            guard openings.contains(scalars[index]) else {
                index += 1
                continue
            }
            var end = index + 1
            while end < scalars.count, numerals.contains(scalars[end]) { end += 1 }
            if end > index + 1, end < scalars.count, units.contains(scalars[end]) {
                end += 1
                // A branch: 条之二, 条の二, 조의4.
                if end + 1 < scalars.count, "之の의".unicodeScalars.contains(scalars[end]),
                    numerals.contains(scalars[end + 1])
                {
                    end += 2
                    while end < scalars.count, numerals.contains(scalars[end]) { end += 1 }
                }
                found.append(text(scalars[index..<end]))
                index = end
            } else {
                index = max(end, index + 1)
            }
        }
        if found.isEmpty, isNumbered(scalars) { return [word] }
        return found
    }

    /// Words with a single letter and the number behind it joined, as French citations part them: `L.` `2342-3`.
    static func joined(_ words: [QueryWord]) -> [QueryWord] {
        var result: [QueryWord] = []
        for word in words {
            if let last = result.last, isLetter(last.text),
                word.text.unicodeScalars.first?.properties.numericType != nil
            {
                let range = last.span.range.lowerBound..<max(last.span.range.lowerBound, word.span.range.upperBound)
                result[result.count - 1] = QueryWord("\(last.text) \(word.text)", span: QuerySpan(range))
            } else {
                result.append(word)
            }
        }
        return result
    }

    private static func isLetter(_ text: String) -> Bool {
        let letters = text.unicodeScalars.filter { $0 != "." }
        return letters.count == 1 && letters.first.map { $0.properties.isUppercase } == true
    }

    /// Whether a word is a number with or without letters, points and hyphens around it, but no year.
    private static func isNumbered(_ scalars: [Unicode.Scalar]) -> Bool {
        let digits = scalars.count { $0.properties.numericType == .decimal }
        guard digits > 0, scalars.count <= 16 else { return false }
        let isPlain = digits == scalars.count
        if isPlain, digits == 4, let first = scalars.first, first == "1" || first == "2" { return false }
        return scalars.count - digits <= 6
    }

    private static func text(_ scalars: ArraySlice<Unicode.Scalar>) -> String {
        var view = String.UnicodeScalarView()
        view.append(contentsOf: scalars)
        return String(view)
    }
}
