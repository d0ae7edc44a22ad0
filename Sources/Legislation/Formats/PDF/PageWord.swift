import Foundation

/// A word where it stands on a page, in points from the upper left corner.
struct PageWord: Hashable {
    var text: String
    var left: Double
    var top: Double
    var right: Double
    var bottom: Double
    /// How sure character recognition is of it, 0…100; 100 for text that the file holds itself.
    var confidence = 100.0

    var height: Double { bottom - top }
    var middle: Double { (top + bottom) / 2 }
}

/// A page's words.
struct Page {
    /// From 1.
    var number: Int
    var width: Double
    var height: Double
    var words: [PageWord] = []

    /// Pages of the table that `pdftotext -tsv` and `tesseract … tsv` both write.
    static func pages(ofTable table: Data) -> [Page] {
        var pages: [Page] = []
        for row in table.split(separator: 0x0A) {
            let cells = row.split(separator: 0x09, maxSplits: 11, omittingEmptySubsequences: false)
            guard cells.count == 12 else { continue }
            func number(_ cell: Int) -> Double? { Double(String(decoding: cells[cell], as: UTF8.self)) }
            // No page is a million points wide; a hostile one may say so.
            guard let level = number(0), let page = number(1).flatMap({ Int(exactly: $0) }), let left = number(6),
                let top = number(7), let width = number(8), let height = number(9),
                [left, top, width, height].allSatisfy({ abs($0) < 1_000_000 })
            else { continue }
            if level == 1 {
                pages.append(Page(number: page, width: width, height: height))
            } else if level == 5, let last = pages.indices.last, pages[last].words.count < 50_000 {
                let text = PageText.cleaned(String(decoding: cells[11], as: UTF8.self))
                guard !text.isEmpty, height > 0.5, width >= 0 else { continue }
                // Words that run up or down the margin are no part of the text.
                if text.unicodeScalars.count >= 4, height > width * 1.5 { continue }
                pages[last].words.append(
                    PageWord(
                        text: text, left: left, top: top, right: left + width, bottom: top + height,
                        confidence: number(10) ?? 100))
            }
        }
        return pages
    }
}

/// Characters as PDF files hold them.
enum PageText {
    /// Without control characters; Latin ligatures and the signs of symbol fonts as the characters they stand for.
    static func cleaned(_ text: String) -> String {
        if text.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7F }) { return text }
        var cleaned = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            switch scalar.value {
            case 0..<0x20, 0x7F..<0xA0, 0x200B...0x200F, 0x202A...0x202E, 0x2060...0x2069, 0xFEFF: continue
            case 0xFB00...0xFB06:
                cleaned.append(contentsOf: String(scalar).precomposedStringWithCompatibilityMapping.unicodeScalars)
            case 0xF0A7, 0xF0B7, 0xF0D8, 0xF076, 0xF0FC, 0xF06C, 0xF06E: cleaned.append("•")
            default: cleaned.append(scalar)
            }
        }
        let text = String(cleaned).trimmed
        // Decomposed letters of some fonts are put together; nothing else is changed.
        return text.unicodeScalars.contains { (0x300...0x36F).contains($0.value) }
            ? text.precomposedStringWithCanonicalMapping : text
    }

    /// Share of characters that stand for nothing: a font without a usable table of its characters.
    static func unreadableShare(_ table: Page) -> Double {
        var bad = 0
        var all = 0
        for word in table.words {
            for scalar in word.text.unicodeScalars {
                all += 1
                switch scalar.value {
                case 0xFFFD, 0xE000...0xF8FF, 0xF0000...0x10FFFF: bad += 1
                default: break
                }
            }
        }
        return all == 0 ? 0 : Double(bad) / Double(all)
    }
}
