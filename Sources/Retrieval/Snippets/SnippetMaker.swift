public import TextAnalysis

/// Chooses the passage of a provision that answers a query best.
///
/// A window slides over the matches and takes the run with the most weight of different query words; then it is
/// widened to sentence, clause or at least word boundaries. Linear in the length of the text.
public struct SnippetMaker: Sendable {
    /// Widest passage in columns: one for most letters, two for Han, kana and Hangul. 20 to 10,000.
    public let columns: Int

    /// A maker of passages of at most `columns` columns (taken into 20 to 10,000); 240 are 240 Latin letters or
    /// 120 Han characters.
    public init(columns: Int = 240) {
        self.columns = min(max(columns, 20), 10_000)
    }

    /// The best passage of `text` for the query's terms.
    public func snippet(of text: String, tokens: TokenBuffer, terms: SnippetTerms) -> Snippet {
        snippet(of: text, tokens: tokens, weights: terms.weights) { terms.concept(of: $0, in: tokens) }
    }

    /// The best passage of `text`, where `concept` says which query word a token stands for.
    ///
    /// - Parameters:
    ///   - text: the provision's text that `tokens` was made of.
    ///   - tokens: its tokens; ranges outside the text are passed over. Without tokens the beginning is taken.
    ///   - weights: weight of each query word, by its number.
    ///   - concept: number of the query word that a token stands for; nil where it stands for none.
    /// - Returns: the passage; empty for a text of white space only.
    public func snippet(
        of text: String, tokens: TokenBuffer, weights: [Float], concept: (TokenBuffer.Record) -> Int?
    ) -> Snippet {
        var text = text
        text.makeContiguousUTF8()
        let matches = MatchWindow.matches(in: text, tokens: tokens, conceptCount: weights.count, concept: concept)
        var core: Range<Int>?
        var coreEnd = 0
        if let best = MatchWindow.best(matches, weights: weights, columns: columns) {
            for match in matches[best.first...best.last] { coreEnd = max(coreEnd, match.end) }
            core = matches[best.first].start..<coreEnd
        }
        let begin = core?.lowerBound ?? firstWord(text)
        // Twelve bytes a column leave room for letters with several marks.
        let reach = columns * 12
        let region = max(0, begin - reach)..<min(text.utf8.count, min(core?.upperBound ?? begin, begin + reach) + reach)
        let cutter = PassageCutter(text, region: region, tokenStarts: tokens.records.lazy.map { Int($0.start) })
        let window = widen(core ?? begin..<begin, in: cutter)
        return write(cutter, window, matches)
    }

    /// Offset of the first character that is not white space.
    private func firstWord(_ text: String) -> Int {
        var offset = 0
        for scalar in text.unicodeScalars {
            if !QueryText.isSpace(scalar) { break }
            offset += UTF8.width(scalar)
        }
        return offset
    }

    /// The pieces to show: those of the core, and around them what there is room for.
    private func widen(_ core: Range<Int>, in cutter: PassageCutter) -> Range<Int> {
        let pieces = cutter.pieces
        var from = pieces.partitioningIndex { $0.end > core.lowerBound }
        guard from < pieces.count else { return pieces.count..<pieces.count }
        var to = from
        var room = columns
        while to < pieces.count, pieces[to].start < core.upperBound, to == from || pieces[to].columns <= room {
            room -= pieces[to].columns
            to += 1
        }
        func extendLeft(sentence: Int, clause: Int, word: Int, isLast: Bool) {
            var best: [PassageCutter.Strength: Int] = [:]
            var used = 0
            var place = from
            while true {
                let strength = cutter.strength(before: place)
                let limit = strength == .sentence ? sentence : strength == .clause ? clause : word
                // At first the nearest beginning of a sentence and the farthest of anything less, at last all there is.
                let isFarther = isLast ? used > 0 : strength != .sentence || best[.sentence] == nil
                if used <= limit, isFarther { best[strength] = place }
                guard place > 0, used + pieces[place - 1].columns <= max(sentence, clause, word) else { break }
                place -= 1
                used += pieces[place].columns
            }
            let chosen = best[.sentence] ?? best[.clause] ?? best[.word] ?? best[.none] ?? from
            for piece in pieces[chosen..<from] { room -= piece.columns }
            from = chosen
        }
        if room > 0 { extendLeft(sentence: room * 2 / 3, clause: room / 2, word: room / 3, isLast: false) }
        if room > 0 {
            var best: [PassageCutter.Strength: Int] = [:]
            var used = 0
            var place = to
            while true {
                let strength = cutter.strength(before: place)
                // A passage that ends well but is short tells less than a full one.
                let least = strength == .sentence ? columns * 2 / 5 : strength == .clause ? columns * 3 / 5 : 0
                if columns - room + used >= least || place == pieces.count {
                    best[strength] = place
                }
                guard place < pieces.count, used + pieces[place].columns <= room else { break }
                used += pieces[place].columns
                place += 1
            }
            let chosen = best[.sentence] ?? best[.clause] ?? best[.word] ?? best[.none] ?? to
            for piece in pieces[to..<chosen] { room -= piece.columns }
            to = chosen
        }
        // At the end of the text what is left of the room goes to the words before.
        if room > columns / 4, to == pieces.count, from > 0 {
            extendLeft(sentence: room, clause: room, word: room, isLast: true)
        }
        while from < to, pieces[from].isSpace { from += 1 }
        while to > from, pieces[to - 1].isSpace { to -= 1 }
        return from..<to
    }

    /// The pieces as text, white space collapsed, with the matches marked.
    private func write(_ cutter: PassageCutter, _ window: Range<Int>, _ matches: [SnippetMatch]) -> Snippet {
        let pieces = cutter.pieces[window]
        let edge = cutter.pieces.last?.end ?? 0
        let source = (pieces.first?.start ?? edge)..<(pieces.last?.end ?? edge)
        let near = matches.filter { $0.start < source.upperBound && $0.end > source.lowerBound }
        let isMarked = marks(pieces, near)
        var text = ""
        var length = 0
        var highlights: [Range<Int>] = []
        var openSpace = false
        for (piece, marked) in zip(pieces, isMarked) {
            if piece.isSpace {
                openSpace = true
                continue
            }
            if openSpace {
                openSpace = false
                text.append(" ")
                length += 1
            }
            let bytes = piece.end - piece.start
            if marked {
                // A space between two marked characters is theirs when the match runs over it.
                let previous = highlights.last?.upperBound
                if let previous, previous == length || (previous == length - 1 && isJoined(piece, near)) {
                    highlights[highlights.count - 1] = highlights[highlights.count - 1].lowerBound..<(length + bytes)
                } else {
                    highlights.append(length..<(length + bytes))
                }
            }
            text.append(piece.character)
            length += bytes
        }
        return Snippet(
            text: text, highlights: highlights,
            leadingCut: cutter.pieces[..<window.lowerBound].contains { !$0.isSpace } || !cutter.reachesStart,
            trailingCut: cutter.pieces[window.upperBound...].contains { !$0.isSpace } || !cutter.reachesEnd,
            sourceRange: source)
    }

    /// Whether each piece is part of a match.
    private func marks(_ pieces: ArraySlice<PassageCutter.Piece>, _ matches: [SnippetMatch]) -> [Bool] {
        var marks = [Bool](repeating: false, count: pieces.count)
        for match in matches {
            var place = pieces.partitioningIndex { $0.end > match.start }
            while place < pieces.endIndex, pieces[place].start < match.end {
                marks[place - pieces.startIndex] = true
                place += 1
            }
        }
        return marks
    }

    /// Whether a match covers the piece and what stands just before it.
    private func isJoined(_ piece: PassageCutter.Piece, _ matches: [SnippetMatch]) -> Bool {
        matches.contains { $0.start < piece.start && piece.start < $0.end }
    }
}

extension RandomAccessCollection where Index == Int {
    /// The first place from which on `isBehind` holds, in a collection where it holds for a tail.
    func partitioningIndex(_ isBehind: (Element) -> Bool) -> Int {
        var (low, high) = (startIndex, endIndex)
        while low < high {
            let middle = low + (high - low) / 2
            if isBehind(self[middle]) { high = middle } else { low = middle + 1 }
        }
        return low
    }
}
