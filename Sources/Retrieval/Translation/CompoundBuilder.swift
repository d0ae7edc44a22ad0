internal import InvertedIndex
internal import ProvisionIndex

/// Finds the compounds by which a language that writes them as one word says what a question says in two: export
/// licence is Ausfuhrgenehmigung. The words of the index decide which compounds there are.
///
/// The inverse of ``CompoundSplitter``, as translation by dictionary needs it (A. Pirkola, T. Hedlund, H. Keskustalo,
/// K. Järvelin, "Dictionary-based cross-language information retrieval", Information Retrieval 4, 2001, section 3). Tried
/// and not taken: all compounds of the index that begin with a translation; they bring in more that is foreign.
struct CompoundBuilder {
    let searcher: IndexSearcher

    /// Translations of a word that are tried as parts.
    private static let partLimit = 3
    private static let shortestPart = 3

    static func isCompounding(_ language: String) -> Bool { CompoundSplitter.links[language] != nil }

    /// Words of the index that are made of a translation of each of two words, in either order.
    func compounds(of first: [String], _ second: [String], language: String) throws(IndexError) -> [String] {
        guard let links = CompoundSplitter.links[language] else { return [] }
        var found: [String] = []
        func parts(_ words: [String]) -> [String] {
            words.filter { $0.count >= Self.shortestPart && !$0.contains(" ") }.prefix(Self.partLimit)
                .map { $0.lowercased() }
        }
        for left in parts(first) {
            for right in parts(second) where left != right {
                for (head, tail) in [(left, right), (right, left)] {
                    for link in links {
                        let word = head + link + tail
                        if try searcher.documentFrequency(TermSpace.exact.key(word)) > 0, !found.contains(word) {
                            found.append(word)
                        }
                    }
                }
            }
        }
        return found
    }
}
