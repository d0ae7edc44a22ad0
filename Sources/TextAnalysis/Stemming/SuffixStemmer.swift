/// A light stemmer for languages that Snowball lacks: in each pass the longest matching suffix is taken off, as long
/// as enough of the word remains. Weaker than a real stemmer, and never stronger: it joins inflected forms only.
struct SuffixStemmer: Sendable {
    struct Pass: Sendable {
        /// UTF-8 suffixes, longest first.
        let suffixes: [[UInt8]]
        /// Scalars that must remain.
        let minimumStem: Int
        /// Endings that only look like suffixes: a word with one of them is left alone.
        let kept: [[UInt8]]

        init(minimumStem: Int, _ suffixes: String, except kept: String = "") {
            self.minimumStem = minimumStem
            self.suffixes = Self.words(suffixes).sorted { $0.count > $1.count }
            self.kept = Self.words(kept)
        }

        /// Cut at bytes, since a space and the vowel sign that begins a suffix are one Character.
        private static func words(_ list: String) -> [[UInt8]] {
            list.utf8.split { $0 == 0x20 || $0 == 0x0A }.map { Array($0) }
        }
    }

    let passes: [Pass]

    /// Takes the suffixes off `word`.
    func stem(_ word: inout [UInt8]) {
        for pass in passes where !pass.kept.contains(where: { Self.fits($0, word, 0) }) {
            guard let suffix = pass.suffixes.first(where: { Self.fits($0, word, pass.minimumStem) }) else { continue }
            word.removeLast(suffix.count)
        }
    }

    private static func fits(_ suffix: [UInt8], _ word: [UInt8], _ minimumStem: Int) -> Bool {
        let remaining = word.count - suffix.count
        guard remaining > 0 || (remaining == 0 && minimumStem == 0), word[remaining...].elementsEqual(suffix) else {
            return false
        }
        var scalars = 0
        for byte in word[..<remaining] where byte & 0xC0 != 0x80 { scalars += 1 }
        return scalars >= minimumStem
    }
}
