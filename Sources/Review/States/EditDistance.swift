/// How many letters must be put in, taken out, replaced or swapped with a neighbour to make one word of another (optimal
/// string alignment).
enum EditDistance {
    static func between(_ left: some StringProtocol, and right: some StringProtocol) -> Int {
        let left = Array(left)
        let right = Array(right)
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
    static func nearest<Word: StringProtocol>(to text: String, among words: some Sequence<Word>) -> Word? {
        var best: (distance: Int, word: Word)?
        for word in words where abs(word.count - text.count) <= max(1, text.count / 3) {
            let distance = between(text, and: word)
            if distance < best?.distance ?? Int.max { best = (distance, word) }
        }
        guard let best, best.distance <= max(1, text.count / 3) else { return nil }
        return best.word
    }
}
