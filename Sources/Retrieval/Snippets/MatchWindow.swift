import TextAnalysis

/// A place in the text that a query word meets.
struct SnippetMatch {
    /// UTF-8 range in the text.
    var start: Int
    var end: Int
    var concept: Int
    /// Columns of the text before its start and before its end.
    var startColumn = 0
    var endColumn = 0
}

/// Finds the passage with the most query words.
struct MatchWindow {
    /// A run of matches and its worth.
    struct Best {
        var first: Int
        var last: Int
    }

    /// A word's first match is worth this many shares, each of the next ``mostRepetitions`` one.
    private static let sharesOfFirst = 20
    private static let mostRepetitions = 3

    /// The matches in text order, those outside the text or empty left out, columns filled in.
    static func matches(
        in text: String, tokens: TokenBuffer, conceptCount: Int, concept: (TokenBuffer.Record) -> Int?
    ) -> [SnippetMatch] {
        let length = text.utf8.count
        var matches: [SnippetMatch] = []
        var isSorted = true
        for record in tokens.records where record.start < record.end && record.end <= length {
            guard let number = concept(record), (0..<conceptCount).contains(number) else { continue }
            let match = SnippetMatch(start: Int(record.start), end: Int(record.end), concept: number)
            if let last = matches.last {
                if last.start == match.start, last.end == match.end, last.concept == match.concept { continue }
                if match.start < last.start { isSorted = false }
            }
            matches.append(match)
        }
        if !isSorted { matches.sort { ($0.start, $0.end) < ($1.start, $1.end) } }
        measure(&matches, in: text)
        return matches
    }

    /// The best run of matches not wider than `columns`: most weight of different words, then repetitions; of
    /// equals the earliest. Nil without matches. Linear in the number of matches.
    static func best(_ matches: [SnippetMatch], weights: [Float], columns: Int) -> Best? {
        // Whole numbers, so that adding and taking away leaves no residue.
        let shares = weights.map { $0 > 0 ? Int(min($0, 1e6) * 1024) + 1 : 0 }
        var counts = [Int](repeating: 0, count: weights.count)
        var score = 0
        var best: Best?
        var bestScore = -1
        var first = 0

        func worth(_ concept: Int, _ place: Int) -> Int {
            place == 1 ? shares[concept] * sharesOfFirst : place <= mostRepetitions + 1 ? shares[concept] : 0
        }
        for last in matches.indices {
            let added = matches[last].concept
            counts[added] += 1
            score += worth(added, counts[added])
            while first < last, matches[last].endColumn - matches[first].startColumn > columns {
                let dropped = matches[first].concept
                score -= worth(dropped, counts[dropped])
                counts[dropped] -= 1
                first += 1
            }
            if score > bestScore {
                bestScore = score
                best = Best(first: first, last: last)
            }
        }
        return best.map { withoutRepetitions(at: $0, matches, width: columns * 2 / 3) }
    }

    /// Gives up repetitions at the edges of a run wider than `width`, so that room is left for the words around.
    private static func withoutRepetitions(at best: Best, _ matches: [SnippetMatch], width: Int) -> Best {
        var counts: [Int: Int] = [:]
        for match in matches[best.first...best.last] { counts[match.concept, default: 0] += 1 }
        var best = best
        func isWide() -> Bool { matches[best.last].endColumn - matches[best.first].startColumn > width }
        func isRepeated(_ place: Int) -> Bool { counts[matches[place].concept, default: 0] > 1 }
        while isWide(), isRepeated(best.first) {
            counts[matches[best.first].concept, default: 0] -= 1
            best.first += 1
        }
        while isWide(), isRepeated(best.last) {
            counts[matches[best.last].concept, default: 0] -= 1
            best.last -= 1
        }
        return best
    }

    /// Fills in the columns in one pass over the text.
    private static func measure(_ matches: inout [SnippetMatch], in text: String) {
        guard !matches.isEmpty else { return }
        // Ends are not in order where matches overlap: order all edges.
        var edges: [(offset: Int, match: Int, isEnd: Bool)] = []
        edges.reserveCapacity(matches.count * 2)
        for (number, match) in matches.enumerated() {
            edges.append((match.start, number, false))
            edges.append((match.end, number, true))
        }
        edges.sort { $0.offset < $1.offset }
        var offset = 0
        var column = 0
        var next = 0
        for scalar in text.unicodeScalars {
            while next < edges.count, edges[next].offset <= offset { settle(edges[next]) }
            if next == edges.count { return }
            offset += UTF8.width(scalar)
            column += DisplayWidth.of(scalar)
        }
        while next < edges.count { settle(edges[next]) }

        func settle(_ edge: (offset: Int, match: Int, isEnd: Bool)) {
            if edge.isEnd { matches[edge.match].endColumn = column } else { matches[edge.match].startColumn = column }
            next += 1
        }
    }
}
