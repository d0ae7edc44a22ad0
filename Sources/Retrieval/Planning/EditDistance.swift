/// Optimal string alignment distance (insert, delete, replace, swap of neighbours) up to a limit.
///
/// Source: G. Navarro, "A guided tour to approximate string matching", ACM Computing Surveys 33(1), 2001, section 5.1,
/// with Ukkonen's cut-off: a row whose smallest value is over the limit ends the computation.
struct EditDistance {
    private let word: [Unicode.Scalar]
    private let limit: Int
    private var beforePrevious: [Int]
    private var previous: [Int]
    private var current: [Int]

    init(_ word: [Unicode.Scalar], limit: Int) {
        self.word = word
        self.limit = limit
        previous = Array(0...word.count)
        current = previous
        beforePrevious = previous
    }

    /// - Parameter key: a key of the index: a space byte, then UTF-8.
    mutating func isWithinLimit(_ key: [UInt8]) -> Bool {
        for column in 0...word.count { previous[column] = column }
        var row = 0
        var last: Unicode.Scalar?
        for scalar in String(decoding: key.dropFirst(), as: UTF8.self).unicodeScalars {
            row += 1
            current[0] = row
            var lowest = row
            for column in 1..<(word.count + 1) {
                let letter = word[column - 1]
                var cost = min(
                    previous[column] + 1, current[column - 1] + 1, previous[column - 1] + (letter == scalar ? 0 : 1))
                if column > 1, letter == last, word[column - 2] == scalar {
                    cost = min(cost, beforePrevious[column - 2] + 1)
                }
                current[column] = cost
                lowest = min(lowest, cost)
            }
            guard lowest <= limit else { return false }
            swap(&beforePrevious, &previous)
            swap(&previous, &current)
            last = scalar
        }
        return previous[word.count] <= limit
    }
}
