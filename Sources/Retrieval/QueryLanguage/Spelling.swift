/// Nearest spellings, for suggestions.
enum Spelling {
    /// The candidate nearest to `name`: at most two edits away (one for names under five letters), or one that
    /// begins with `name`; nil where none is.
    static func nearest(to name: String, in candidates: [String]) -> String? {
        let letters = Array(name.prefix(40))
        var best: (candidate: String, distance: Int)?
        for candidate in candidates {
            let distance = edits(letters, Array(candidate))
            if distance < best?.distance ?? Int.max { best = (candidate, distance) }
        }
        if let best, best.distance <= (letters.count < 5 ? 1 : 2) { return best.candidate }
        return letters.count < 2 ? nil : candidates.first { $0.hasPrefix(name) }
    }

    /// Insertions, deletions, substitutions and transpositions of neighbours (optimal string alignment).
    static func edits(_ left: [Character], _ right: [Character]) -> Int {
        var twoBack: [Int] = []
        var previous = Array(0...right.count)
        for row in left.indices {
            var current = [row + 1]
            for column in right.indices {
                let same = left[row] == right[column]
                var cost = min(previous[column] + (same ? 0 : 1), previous[column + 1] + 1, current[column] + 1)
                if row > 0, column > 0, left[row] == right[column - 1], left[row - 1] == right[column] {
                    cost = min(cost, twoBack[column - 1] + 1)
                }
                current.append(cost)
            }
            twoBack = previous
            previous = current
        }
        return previous[right.count]
    }
}
