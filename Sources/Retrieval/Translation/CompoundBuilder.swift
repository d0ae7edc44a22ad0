internal import InvertedIndex

/// Finds the compounds by which a language that writes them as one word says what a question says in two: export
/// licence is Ausfuhrgenehmigung. The words of the index decide which compounds there are.
///
/// The inverse of ``CompoundSplitter``, as translation by dictionary needs it (A. Pirkola, T. Hedlund, H. Keskustalo,
/// K. Järvelin, "Dictionary-based cross-language information retrieval", Information Retrieval 4, 2001, section 3). Tried
/// and not taken: all compounds of the index that begin with a translation; they bring in more that is foreign.
struct CompoundBuilder {
    let memory: TranslationMemory

    /// Translations of a word that are tried as parts.
    static let partLimit = 3

    static func isCompounding(_ language: String) -> Bool { links[language] != nil }

    /// What may stand between the parts, in UTF-8.
    static let links = CompoundSplitter.links.mapValues { $0.map { Array($0.utf8) } }

    /// A compound of the index.
    struct Compound: Equatable {
        var word: String
        /// Whether it is the two words and no more.
        var isWhole: Bool
    }

    /// Compounds of two words that go on like the second.
    private static let looseLimit = 24

    /// Words of the index that are made of a translation of each of two words, in either order.
    ///
    /// - Parameter isLoose: also words that go on behind the first like the second, inflected or with a third part.
    func compounds(
        of left: [CompoundPart], _ right: [CompoundPart], language: String, isLoose: Bool
    ) throws(IndexError) -> [Compound] {
        guard let links = Self.links[language] else { return [] }
        var found: [Compound] = []
        var loose: [String] = []
        for (heads, tails) in [(left, right), (right, left)] where !tails.isEmpty {
            for head in heads {
                let known = try memory.words(beginningWith: head.word)
                for tail in tails where known.mayGoOn(with: tail) && tail.word != head.word {
                    for link in links {
                        let whole = head.word + link + tail.word
                        if known.contains(whole) {
                            let compound = Compound(word: String(decoding: whole, as: UTF8.self), isWhole: true)
                            if !found.contains(compound) { found.append(compound) }
                        }
                        guard isLoose, let stem = tail.stem else { continue }
                        for word in known.words(beginningWith: head.word + link + stem) where !loose.contains(word) {
                            loose.append(word)
                        }
                    }
                }
            }
        }
        let others = loose.filter { word in !found.contains { $0.word == word } }
            .sorted { ($0.count, $0) < ($1.count, $1) }.prefix(Self.looseLimit)
        return found + others.map { Compound(word: $0, isWhole: false) }
    }
}
