internal import InvertedIndex
internal import ProvisionIndex

/// Splits compounds of a question into words that the index knows: Zuverlässigkeitsprüfung into Zuverlässigkeit and
/// Prüfung. Law often says with other compounds, or with several words, what a question puts into one.
///
/// Source: P. Koehn and K. Knight, "Empirical methods for compound splitting", EACL 2003, section 3: of all splits into
/// known words the one with the highest geometric mean of frequencies. Taken: two parts. Not taken: comparing with the
/// frequency of the whole, since the whole is looked for in any case.
struct CompoundSplitter {
    let searcher: IndexSearcher

    /// Languages that write compounds as one word, with what may stand between the parts.
    static let links: [String: [String]] = [
        "de": ["", "s", "es", "n", "en", "er", "e"], "nl": ["", "s", "en", "e"], "sv": ["", "s"],
        "da": ["", "s", "e"], "nb": ["", "s", "e"], "nn": ["", "s", "e"], "no": ["", "s", "e"], "fi": ["", "n"],
        "et": ["", "e"], "hu": [""],
    ]

    private static let shortestWord = 9
    private static let shortestPart = 4
    /// A part must stand in this many provisions: rare words are often misread ones.
    private static let leastFrequency = 2

    /// The exact keys of the two parts, or nothing.
    func parts(of key: [UInt8], language: String) -> [[UInt8]] {
        guard let links = Self.links[String(language.prefix { $0 != "-" })] else { return [] }
        let word = Array(String(decoding: key.dropFirst(), as: UTF8.self).unicodeScalars)
        guard word.count >= Self.shortestWord, word.allSatisfy(\.properties.isAlphabetic) else { return [] }
        var best: (score: Double, parts: [[UInt8]])?
        for end in Self.shortestPart...(word.count - Self.shortestPart) {
            let first = TermSpace.exact.key(text(word[..<end]))
            let firstFrequency = frequency(first)
            guard firstFrequency >= Self.leastFrequency else { continue }
            for link in links {
                let length = link.unicodeScalars.count
                guard word.count - end - length >= Self.shortestPart,
                    word[end..<(end + length)].elementsEqual(link.unicodeScalars)
                else { continue }
                let second = TermSpace.exact.key(text(word[(end + length)...]))
                let secondFrequency = frequency(second)
                guard secondFrequency >= Self.leastFrequency else { continue }
                // Links are a little less likely than none.
                let score = Double(firstFrequency) * Double(secondFrequency) / Double(1 + length)
                if score > best?.score ?? 0 { best = (score, [first, second]) }
            }
        }
        return best?.parts ?? []
    }

    private func frequency(_ key: [UInt8]) -> Int { (try? searcher.documentFrequency(key)) ?? 0 }

    private func text(_ scalars: ArraySlice<Unicode.Scalar>) -> String {
        var view = String.UnicodeScalarView()
        view.append(contentsOf: scalars)
        return String(view)
    }
}
