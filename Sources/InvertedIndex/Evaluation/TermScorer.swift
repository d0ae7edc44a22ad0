/// Scores the postings of one list in one segment, in whole units of the query (see ``ScoreScale``).
struct TermScorer {
    /// idf times boost times the unit; 0 to 2²³.
    let weight: Float
    // Without a reference to the table: scorers are copied in inner loops, where counting references would cost more than
    // scoring. Safe: the plan of the query holds the table until the last scorer is done (`QueryPlan.search`), and so
    // does the searcher.
    let table: SaturationTable.Values
    /// Weights of the fields; 0 for one that does not count.
    let fieldWeights: SIMD4<Float>
    /// Of the documents of the segment.
    let lengths: DocumentLengths
    /// The list carries scores of its own.
    let isImpact: Bool
    /// How the average length of the whole index stands to that with which the segment's impacts were computed; nil
    /// when they do not bound this query's ranking function at all.
    let drift: Float?
    /// Factor of the frequencies, above 0 and at most 1 (see ``IndexTerm/certainty``).
    let certainty: Float

    /// The score of a posting. Rounded to a whole number, so that a sum over terms is the same in every order.
    @inline(__always)
    func score(_ text: UInt32, _ heading: UInt32, _ title: UInt32, _ document: UInt32) -> Float {
        // Safe: cursors give document numbers below the segment's count only.
        let saturation =
            isImpact
            ? SaturationTable.given(text)
            : table.saturation(text, heading, title, length: lengths[document], weights: fieldWeights)
        return ScoreScale.whole(weight * tempered(saturation))
    }

    /// A saturation as it is with the frequencies taken for what they are worth: x = f / (f + k1) becomes
    /// x · c / (x · c + 1 − x).
    @inline(__always)
    private func tempered(_ saturation: Float) -> Float {
        certainty == 1 ? saturation : Self.scaled(saturation, by: certainty)
    }

    @inline(__always)
    private static func scaled(_ saturation: Float, by factor: Float) -> Float {
        saturation * factor / (saturation * factor + 1 - saturation)
    }

    /// The score of the posting the cursor stands on.
    @inline(__always)
    func score(_ cursor: inout PostingCursor) -> Float { score(&cursor, at: cursor.index) }

    /// The score of posting `place` of the cursor's block.
    @inline(__always)
    private func score(_ cursor: inout PostingCursor, at place: Int) -> Float {
        cursor.prepareFrequencies()
        return score(cursor.text[place], cursor.heading[place], cursor.title[place], cursor.documents[place])
    }

    /// The score of posting `place` of the cursor's block, without unpacking the frequencies of the whole block.
    @inline(__always)
    func scoreAlone(_ cursor: inout PostingCursor, at place: Int) -> Float {
        if cursor.isScored { return cursor.scores[place] }
        if isPlain, !cursor.hasOtherFields, let frequency = cursor.textFrequency(at: place) {
            return score(textFrequency: frequency, cursor.documents[place])
        }
        return score(&cursor, at: place)
    }

    /// The score of a posting in the text alone.
    @inline(__always)
    func score(textFrequency frequency: UInt32, _ document: UInt32) -> Float {
        guard isPlain, frequency <= SaturationTable.highestFrequency else { return score(frequency, 0, 0, document) }
        // Safe: the frequency is at most the table's highest, and cursors give documents below the segment's count only.
        let row = Int(frequency) &<< 8
        return ScoreScale.whole(weight * tempered(table.textSaturation[row | Int(lengths[document])]))
    }

    /// Whether text frequencies are scored by the table.
    @inline(__always)
    private var isPlain: Bool { !isImpact && fieldWeights[0] == table.textWeight }

    /// Writes the scores of all postings of the cursor's block to its score buffer, once a block.
    @inline(__always)
    func scoreBlock(_ cursor: inout PostingCursor) {
        guard !cursor.isScored else { return }
        saturateBlock(&cursor)
        weigh(cursor.scores, into: cursor.scores, cursor.count)
        cursor.markScored()
    }

    /// Writes the saturations of all postings of the cursor's block, as they are without ``certainty``, to its score buffer.
    @inline(__always)
    func saturateBlock(_ cursor: inout PostingCursor) {
        cursor.prepareFrequencies()
        let (documents, text, scores, count) = (cursor.documents, cursor.text, cursor.scores, cursor.count)
        let lengths = lengths
        if isImpact {
            for index in 0..<count { scores[index] = SaturationTable.given(text[index]) }
        } else if !isPlain || cursor.hasOtherFields {
            table.saturate(text, cursor.heading, cursor.title, weights: fieldWeights, into: scores, count) {
                lengths[documents[$0]]
            }
        } else if documents[max(count, 1) &- 1] &- documents[0] < Self.nearSpan {
            let each = lengths.each
            saturatePlain(documents, text, scores, count) { each[Int($0)] }
        } else {
            saturatePlain(documents, text, scores, count) { lengths[$0] }
        }
    }

    /// Documents of a block that stand nearer share the lines of memory in which their lengths are.
    private static let nearSpan: UInt32 = 2048

    /// Writes the saturations of postings that occur in the text alone.
    @inline(__always)
    private func saturatePlain(
        _ documents: UnsafePointer<UInt32>, _ text: UnsafePointer<UInt32>, _ scores: UnsafeMutablePointer<Float>,
        _ count: Int, length: (UInt32) -> UInt8
    ) {
        let saturations = table.textSaturation
        for index in 0..<count {
            let frequency = text[index]
            // Safe: the frequency is at most the table's highest, the document below the segment's count.
            scores[index] =
                frequency <= SaturationTable.highestFrequency
                ? saturations[Int(frequency) &<< 8 | Int(length(documents[index]))]
                : table.saturation(frequency, 0, 0, length: lengths[documents[index]], weights: fieldWeights)
        }
    }

    /// Makes scores of saturations. In a loop of its own, where four are weighed at once.
    @inline(__always)
    func weigh(_ saturations: UnsafePointer<Float>, into scores: UnsafeMutablePointer<Float>, _ count: Int) {
        if certainty == 1 {
            for index in 0..<count { scores[index] = ScoreScale.whole(weight * saturations[index]) }
        } else {
            for index in 0..<count { scores[index] = ScoreScale.whole(weight * tempered(saturations[index])) }
        }
    }

    /// No posting with this stored impact scores more. Where the impact is of this very ranking function, the bound
    /// is the score itself.
    @inline(__always)
    func bound(_ impact: Float) -> Float {
        guard let most = saturation(ofImpact: impact) else { return ScoreScale.whole(weight) }
        return bound(saturation: most)
    }

    /// No posting that is saturated this far, or less, scores more.
    @inline(__always)
    func bound(saturation: Float) -> Float {
        // The bound must hold in spite of rounding.
        let most = certainty == 1 ? saturation : min(1, Self.scaled(saturation, by: certainty) * 1.000001)
        return ScoreScale.whole(weight * most)
    }

    /// No posting with this stored impact is saturated more; nil where impacts do not tell.
    @inline(__always)
    func saturation(ofImpact impact: Float) -> Float? {
        guard let drift else { return nil }
        let impact = Self.sane(impact)
        return drift <= 1 ? impact : Self.moved(impact, by: drift)
    }

    /// Every posting with this stored impact scores at least this.
    func floor(_ impact: Float) -> Float {
        guard let drift else { return 0 }
        let impact = Self.sane(impact)
        let least = drift >= 1 ? impact : Self.moved(impact, by: drift)
        return ScoreScale.whole(weight * (certainty == 1 ? least : Self.scaled(least, by: certainty) * 0.999999))
    }

    /// A damaged file may hold any number, and what is no number at all.
    @inline(__always)
    private static func sane(_ impact: Float) -> Float { max(0, min(1, impact)) }

    /// B changes at most by the factor `drift`, so the frequency does at most; then x = f / (f + k1) becomes at the
    /// most (or least) x · drift / (x · drift + 1 − x).
    private static func moved(_ impact: Float, by drift: Float) -> Float {
        let moved = scaled(impact, by: drift)
        // The bound must hold in spite of rounding.
        return drift > 1 ? min(1, moved * 1.000001) : moved * 0.999999
    }
}
