/// Takes away what is printed at the head and foot of every page: titles, page numbers, catchwords.
enum RunningHeads {
    private static let depth = 4

    /// The pages without their heads and feet.
    static func removed(from pages: [Page]) -> [Page] {
        let rows = pages.map { PageLine.lines(of: $0.words, page: $0.number) }
        var counts: [String: Set<Int>] = [:]
        var exact: [String: Int] = [:]
        for (page, rows) in zip(pages, rows) {
            for (row, zone) in candidates(rows, page) {
                counts["\(zone) \(key(row))", default: []].insert(page.number)
                exact["\(zone) \(words(row))", default: 0] += 1
            }
        }
        let least = pages.count <= 6 ? 2 : 3
        var result = pages
        for index in pages.indices {
            let page = pages[index]
            var gone: [PageLine] = []
            for zone in ["head", "foot"] {
                var isOutermost = true
                for (row, _) in candidates(rows[index], page).filter({ $0.1 == zone }) {
                    let seen = counts["\(zone) \(key(row))"]?.count ?? 0
                    let text = words(row)
                    var isRunning = seen >= least
                    if isHead(text) {
                        // Pages may well begin with `Article 5`, `Article 6`; a running head repeats its number.
                        isRunning = exact["\(zone) \(text)"] ?? 0 >= least
                    }
                    let isNumber = isPageNumber(text)
                    let isCatchword =
                        zone == "foot" && gone.allSatisfy { isPageNumber(words($0)) || $0.middle < page.height / 2 }
                        && isCatchword(text, before: index + 1 < rows.count ? rows[index + 1] : [])
                    // Below a letterhead a number between dashes is still the page's.
                    let isDashed = isNumber && "-–—".contains(text.first ?? " ")
                    if !(isRunning || isNumber || isCatchword) { isOutermost = false }
                    if isOutermost || isDashed { gone.append(row) }
                }
            }
            guard !gone.isEmpty else { continue }
            let margin = Set(gone.flatMap(\.words))
            result[index].words.removeAll { margin.contains($0) }
        }
        return result
    }

    /// The outermost rows at the head from the top down, and at the foot from the bottom up.
    private static func candidates(_ rows: [PageLine], _ page: Page) -> [(PageLine, String)] {
        let head = rows.prefix(depth).filter { $0.bottom < page.height * 0.2 }
        let foot = rows.suffix(depth).reversed().filter { $0.top > page.height * 0.8 }
        return head.map { ($0, "head") } + foot.map { ($0, "foot") }
    }

    /// `Article 5`, also once in each of several columns.
    private static func isHead(_ text: String) -> Bool {
        var rest = text
        for _ in 0..<4 {
            guard let match = HeadingMatcher.match(rest), !match.isBare else { return false }
            if match.rest.isEmpty { return true }
            rest = match.rest
        }
        return false
    }

    private static func words(_ row: PageLine) -> String { row.words.map(\.text).joined(separator: " ") }

    /// The row with its numbers left open, so that pages agree.
    private static func key(_ row: PageLine) -> String {
        words(row).lowercased().split(separator: " ").map { word -> String in
            if word.unicodeScalars.contains(where: { Numeral.decimal($0) != nil }) {
                var key = ""
                for scalar in word.unicodeScalars {
                    let sign = Numeral.decimal(scalar) == nil ? String(scalar) : "#"
                    if sign != "#" || key.last != "#" { key += sign }
                }
                return key
            }
            return Numeral.roman(word.uppercased().unicodeScalars) == nil ? String(word) : "#"
        }.filter { $0 != "#" }.joined(separator: " ")
    }

    /// `12`, `- 12 -`, `Page 3 of 8`, `3/6`, `xii`, `第 3 頁`.
    static func isPageNumber(_ text: String) -> Bool {
        let marks: Set<Unicode.Scalar> = Set("-–—−~|/.()[]•·:_".unicodeScalars)
        let parts = text.lowercased().unicodeScalars.split { $0.isWhitespace || marks.contains($0) }
        guard !parts.isEmpty, parts.count <= 4 else { return false }
        let words: Set<String> = [
            "page", "pages", "seite", "página", "pagina", "pág", "pag", "p", "s", "str", "sida", "side", "strona",
            "oldal",
            "of", "von", "de", "sur", "di", "z", "av", "från", "стр", "страница", "из", "halaman", "trang", "sayfa",
            "第", "頁", "页", "ページ", "σελίδα", "صفحة", "lk",
        ]
        var numbers = 0
        for part in parts {
            let word = String(String.UnicodeScalarView(part))
            if word.unicodeScalars.allSatisfy({ Numeral.decimal($0) != nil }), word.count <= 5 {
                numbers += 1
            } else if parts.count <= 2, word.count <= 6, Numeral.roman(word.uppercased().unicodeScalars) != nil {
                numbers += 1
            } else if !words.contains(word) {
                return false
            }
        }
        return numbers >= 1
    }

    /// The first words of the next page, printed below a page and left unfinished: `Pasal 3…`.
    private static func isCatchword(_ text: String, before next: [PageLine]) -> Bool {
        guard text.hasSuffix("…") || text.hasSuffix("...") || text.hasSuffix(". . .") || text.hasSuffix(".."),
            text.split(separator: " ").count <= 6
        else { return false }
        let start = text.lowercased().filter { $0.isLetter || $0.isNumber }
        guard start.count >= 2 else { return false }
        return next.prefix(5).contains {
            words($0).lowercased().filter { $0.isLetter || $0.isNumber }.hasPrefix(start)
        }
    }
}
