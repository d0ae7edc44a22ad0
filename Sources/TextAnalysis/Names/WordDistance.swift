/// How many letters must be put in, taken out, replaced or swapped with a neighbour to make one word of another.
///
/// Optimal string alignment: Damerau–Levenshtein distance without overlapping swaps (L. Boytsov, "Indexing methods for
/// approximate dictionary searching", ACM Journal of Experimental Algorithmics 16, 2011, section 2.1). For a few hundred
/// names; terms of an index are looked for by `NeighbourhoodWalk`.
package enum WordDistance {
    /// The distance of two words, given letter by letter or byte by byte.
    package static func between<Letter: Equatable>(_ left: [Letter], _ right: [Letter]) -> Int {
        var before: [Int] = []
        var previous = Array(0...right.count)
        for (i, letter) in left.enumerated() {
            var current = [i + 1]
            for (j, other) in right.enumerated() {
                var cost = min(previous[j + 1] + 1, current[j] + 1, previous[j] + (letter == other ? 0 : 1))
                if i > 0, j > 0, letter == right[j - 1], left[i - 1] == other { cost = min(cost, before[j - 1] + 1) }
                current.append(cost)
            }
            before = previous
            previous = current
        }
        return previous[right.count]
    }

    /// The nearest of several words; nil where none is nearer than a third of the word's length.
    package static func nearest(to text: String, among words: some Sequence<String>) -> String? {
        let letters = Array(text)
        let limit = max(1, letters.count / 3)
        var best: (distance: Int, word: String)?
        for word in words where abs(word.count - letters.count) <= limit {
            let distance = between(letters, Array(word))
            if distance < best?.distance ?? limit + 1 { best = (distance, word) }
        }
        return best?.word
    }
}
