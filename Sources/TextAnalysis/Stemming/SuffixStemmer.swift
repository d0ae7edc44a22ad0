/// A light stemmer for languages that Snowball lacks: in each pass the longest matching suffix is taken off, as long
/// as enough of the word remains. Weaker than a real stemmer, and never stronger: it joins inflected forms only.
struct SuffixStemmer: Sendable {
    struct Pass: Sendable {
        /// UTF-8 suffixes, longest first.
        let suffixes: [[UInt8]]
        /// Scalars that must remain.
        let minimumStem: Int

        init(minimumStem: Int, _ suffixes: String) {
            self.minimumStem = minimumStem
            self.suffixes = suffixes.split(separator: " ").map { Array($0.utf8) }.sorted { $0.count > $1.count }
        }
    }

    let passes: [Pass]

    /// Takes the suffixes off `word`.
    func stem(_ word: inout [UInt8]) {
        for pass in passes {
            guard let suffix = pass.suffixes.first(where: { Self.fits($0, word, pass.minimumStem) }) else { continue }
            word.removeLast(suffix.count)
        }
    }

    private static func fits(_ suffix: [UInt8], _ word: [UInt8], _ minimumStem: Int) -> Bool {
        let remaining = word.count - suffix.count
        guard remaining > 0, word[remaining...].elementsEqual(suffix) else { return false }
        var scalars = 0
        for byte in word[..<remaining] where byte & 0xC0 != 0x80 { scalars += 1 }
        return scalars >= minimumStem
    }
}
