/// Words that were set with spaces between their letters: `A R T I C L E  5`, `С т а т ь я 1`.
enum LetterSpacing {
    /// A longer line is a paragraph, which nobody sets so.
    private static let longest = 1 << 16

    /// A line whose spaced-out words are closed up, words parted where more than one space stood; the line itself
    /// where nothing is spaced out.
    static func closed(_ line: String) -> String {
        // Four letters each apart at the least: every second scalar a space.
        guard (7...longest).contains(line.utf8.count), isCandidate(line) else { return line }
        var words: [[Unicode.Scalar]] = []
        var gaps: [Int] = []
        var gap = 0
        for scalar in line.unicodeScalars {
            if scalar.isWhitespace {
                gap += 1
            } else if gap == 0, !words.isEmpty {
                words[words.count - 1].append(scalar)
            } else {
                words.append([scalar])
                gaps.append(gap)
                gap = 0
            }
        }
        var out = String.UnicodeScalarView()
        var at = 0
        while at < words.count {
            var end = at
            while end < words.count, isLetter(words[end]), end == at || gaps[end] == 1 { end += 1 }
            if at > 0 { out.append(contentsOf: repeatElement(" ", count: gaps[at])) }
            if end - at >= 4 {
                out.append(contentsOf: close(words[at..<end].map { $0[0] }))
                at = end
            } else {
                out.append(contentsOf: words[at])
                at += 1
            }
        }
        return String(out)
    }

    private static func isCandidate(_ line: String) -> Bool {
        var single = 0
        var run = 0
        for scalar in line.unicodeScalars {
            if scalar.isWhitespace {
                if run == 1 { single += 1 }
                if run > 1 { single = 0 }
                if single >= 4 { return true }
                run = 0
            } else {
                run += 1
            }
        }
        return single >= 3 && run == 1
    }

    private static func isLetter(_ word: [Unicode.Scalar]) -> Bool {
        // Scripts without capitals are left alone: a letter may well be a word there.
        word.count == 1 && word[0].isAlphabetic && word[0].value < 0x590
    }

    /// Letters as one word, a heading's word parted from the number that its letters make: `ARTICLE II`.
    private static func close(_ letters: [Unicode.Scalar]) -> [Unicode.Scalar] {
        for length in stride(from: letters.count - 1, through: 4, by: -1) {
            let word = String(String.UnicodeScalarView(letters[..<length]))
            guard HeadingLexicon.before[HeadingMatcher.fold(word)] != nil,
                Numeral.roman(letters[length...]) != nil
            else { continue }
            return letters[..<length] + [" "] + letters[length...]
        }
        return letters
    }
}
