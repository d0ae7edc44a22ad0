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
    private static let partLimit = 3
    private static let shortestPart = 3

    static func isCompounding(_ language: String) -> Bool { CompoundSplitter.links[language] != nil }

    /// A compound of the index.
    struct Compound: Equatable {
        var word: String
        /// Whether it is the two words and no more.
        var isWhole: Bool
    }

    /// Letters at the end of a word that inflection may change, and fewest that must stay.
    private static let ending = 2
    private static let shortestStem = 4
    /// Compounds of two words that go on like the second.
    private static let looseLimit = 24

    /// Words of the index that are made of a translation of each of two words, in either order.
    ///
    /// - Parameter isLoose: also words that go on behind the first like the second, inflected or with a third part.
    func compounds(
        of first: [String], _ second: [String], language: String, isLoose: Bool
    ) throws(IndexError) -> [Compound] {
        guard let links = CompoundSplitter.links[language] else { return [] }
        var found: [Compound] = []
        var loose: [Compound] = []
        func parts(_ words: [String]) -> [String] {
            words.filter { $0.count >= Self.shortestPart && !$0.contains(" ") }.prefix(Self.partLimit)
                .map { $0.lowercased() }
        }
        let (left, right) = (parts(first), parts(second))
        for (heads, tails) in [(left, right), (right, left)] {
            for head in heads {
                let known = try memory.words(beginningWith: head)
                guard !known.isEmpty else { continue }
                for tail in tails where tail != head {
                    for link in links {
                        let whole = Compound(word: head + link + tail, isWhole: true)
                        if known.contains(whole.word), !found.contains(whole) { found.append(whole) }
                    }
                    guard isLoose, tail.count >= Self.shortestStem else { continue }
                    let stem = tail.prefix(max(Self.shortestStem, tail.count - Self.ending))
                    let starts = links.map { head + $0 + stem }
                    for word in known where starts.contains(where: word.hasPrefix) {
                        let compound = Compound(word: word, isWhole: false)
                        if !loose.contains(compound) { loose.append(compound) }
                    }
                }
            }
        }
        let others = loose.filter { compound in !found.contains { $0.word == compound.word } }
        // Sets have no order of their own.
        return found + others.sorted { ($0.word.count, $0.word) < ($1.word.count, $1.word) }.prefix(Self.looseLimit)
    }
}
