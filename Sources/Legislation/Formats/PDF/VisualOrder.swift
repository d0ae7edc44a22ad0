import Foundation

/// Brings Arabic and Hebrew, which PDF tools hand over as glyphs stand from left to right, into reading order.
enum VisualOrder {
    static func isRightToLeft(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x590...0x8FF, 0xFB1D...0xFDFF, 0xFE70...0xFEFE:
            // Arabic digits run from left to right.
            !(0x660...0x669).contains(scalar.value) && !(0x6F0...0x6F9).contains(scalar.value)
        default: false
        }
    }

    /// Whether most letters are of a script written from right to left.
    static func isRightToLeft(_ words: [PageWord]) -> Bool {
        var toLeft = 0
        var toRight = 0
        for word in words {
            for scalar in word.text.unicodeScalars where scalar.isAlphabetic {
                if isRightToLeft(scalar) { toLeft += 1 } else { toRight += 1 }
            }
        }
        return toLeft > toRight
    }

    /// Words of a line from right to left, save for runs of words that are read from left to right.
    static func ordered(_ words: [PageWord]) -> [PageWord] {
        var result: [PageWord] = []
        /// From right to left, as they come.
        var run: [PageWord] = []
        for word in words.reversed() {
            let hasLatin = word.text.unicodeScalars.contains { $0.isAlphabetic && !isRightToLeft($0) }
            if hasLatin || !run.isEmpty && !word.text.unicodeScalars.contains(where: isRightToLeft) && isWithin(word) {
                run.append(word)
            } else {
                result += run.reversed()
                run = []
                result.append(word)
            }
        }
        return result + run.reversed()
    }

    private static func isWithin(_ word: PageWord) -> Bool {
        word.text.unicodeScalars.contains { Numeral.decimal($0) != nil }
    }

    /// A word in reading order, presentation forms as the letters they stand for.
    static func logical(_ text: String) -> String {
        guard text.unicodeScalars.contains(where: isRightToLeft) else { return text }
        var runs: [(isLeftToRight: Bool, scalars: [Unicode.Scalar])] = []
        for scalar in text.unicodeScalars {
            let isNumber = Numeral.decimal(scalar) != nil || scalar.isAlphabetic && !isRightToLeft(scalar)
            // A point or stroke between figures belongs to them.
            let joins = runs.last?.isLeftToRight == true && "./,٫٬-".unicodeScalars.contains(scalar)
            if let last = runs.indices.last, runs[last].isLeftToRight == (isNumber || joins) {
                runs[last].scalars.append(scalar)
            } else {
                runs.append((isNumber || joins, [scalar]))
            }
        }
        var result: [Unicode.Scalar] = []
        for run in runs.reversed() {
            if !run.isLeftToRight {
                result += run.scalars.reversed()
                continue
            }
            // What only ended a number stands after it in reading order.
            let tail = run.scalars.reversed().prefix { "./,٫٬-".unicodeScalars.contains($0) }
            result += Array(tail) + run.scalars.dropLast(tail.count)
        }
        // A mark stands behind its letter, not before it.
        var index = 0
        while index + 1 < result.count {
            if isMark(result[index]), !isMark(result[index + 1]),
                index == 0 || !result[index - 1].isAlphabetic
            {
                result.swapAt(index, index + 1)
            }
            index += 1
        }
        return folded(result)
    }

    /// A word in reading order as its glyphs stand from left to right.
    static func visual(_ text: String) -> String {
        guard text.unicodeScalars.contains(where: isRightToLeft) else { return text }
        // Turning around twice gives what was there.
        return logical(text)
    }

    private static func isMark(_ scalar: Unicode.Scalar) -> Bool {
        scalar.properties.generalCategory == .nonspacingMark
    }

    /// Presentation forms A and B as their letters (NFKC), which also takes ligatures apart in the right order.
    private static func folded(_ scalars: [Unicode.Scalar]) -> String {
        var text = String.UnicodeScalarView()
        for scalar in scalars {
            switch scalar.value {
            case 0x640: continue
            case 0xFB1D...0xFDFF, 0xFE70...0xFEFC:
                text.append(contentsOf: String(scalar).precomposedStringWithCompatibilityMapping.unicodeScalars)
            default: text.append(scalar)
            }
        }
        return String(text)
    }

    /// Whether lam–alef and lam–mim ligatures of this document came apart in the wrong order, as words show that no
    /// Arabic word can be.
    static func hasSwappedLigatures(_ lines: [PageLine]) -> Bool {
        var swapped = 0
        var sound = 0
        for line in lines where line.isRightToLeft {
            for word in line.text.split(separator: " ") {
                if word.hasPrefix("اال") || word.hasPrefix("األ") || word.hasPrefix("اإل") || word.hasPrefix("املا") {
                    swapped += 1
                } else if word.hasPrefix("الا") || word.hasPrefix("الأ") || word.hasPrefix("الإ")
                    || word.hasPrefix("الم")
                {
                    sound += 1
                }
            }
        }
        return swapped >= 3 && swapped > sound / 4
    }

    /// The article put right where a ligature came apart in the wrong order: `اإلرهاب` becomes `الإرهاب`.
    static func repaired(_ line: String) -> String {
        line.split(separator: " ", omittingEmptySubsequences: false).map { repairedWord(String($0)) }
            .joined(separator: " ")
    }

    private static func repairedWord(_ word: String) -> String {
        var start: [Unicode.Scalar] = []
        var rest = Array(word.unicodeScalars)
        while let first = rest.first, !first.isAlphabetic {
            start.append(first)
            rest.removeFirst()
        }
        // “And”, “so”, “by”, “as” are written together with the article.
        if let first = rest.first, "وفبك".unicodeScalars.contains(first), rest.count > 4 {
            start.append(first)
            rest.removeFirst()
        }
        let alefs = Set("اأإآ".unicodeScalars)
        if rest.count > 3, rest[0] == "ا", rest[2] == "ل",
            alefs.contains(rest[1]) || "محج".unicodeScalars.contains(rest[1])
        {
            rest.swapAt(1, 2)
        } else if rest.count > 3, rest[0] == "ل", rest[1] == "أ" || rest[1] == "إ", rest[2] == "ل" {
            rest.swapAt(1, 2)
        }
        return String(String.UnicodeScalarView(start + rest))
    }
}
