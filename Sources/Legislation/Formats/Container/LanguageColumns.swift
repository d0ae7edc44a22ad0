/// Tells columns that hold one law in several languages from columns that continue each other.
enum LanguageColumns {
    /// One text, or one for each language.
    struct Text<Line> {
        var language: LanguageTag?
        var lines: [Line]
    }

    /// The texts that blocks come to; `said` gives the words of a line.
    static func texts<Line>(
        of blocks: [ColumnBlock<Line>], isRightToLeft: Bool, said: (Line) -> String
    ) -> [Text<Line>] {
        let counts = blocks.reduce(into: [Int: Int]()) { counts, block in
            if block.columns.count > 1 { counts[block.columns.count, default: 0] += block.lines.count }
        }
        if let width = counts.max(by: { $0.value < $1.value })?.key, let languages = languages(blocks, width, said) {
            return split(blocks, languages, said)
        }
        let repeats = repeatsItself(blocks, said)
        let lines = blocks.flatMap { block in
            if repeats, block.columns.count == 2 { return block.columns[0] }
            return (isRightToLeft ? block.columns.reversed() : block.columns).flatMap { $0 }
        }
        return [Text(language: language(of: lines, said), lines: lines)]
    }

    /// The language of each column, where they are of different languages.
    private static func languages<Line>(
        _ blocks: [ColumnBlock<Line>], _ width: Int, _ said: (Line) -> String
    ) -> [LanguageTag?]? {
        var columns = [[Line]](repeating: [], count: width)
        for block in blocks where block.columns.count == width {
            for (index, lines) in block.columns.enumerated() { columns[index] += lines }
        }
        let sizes = columns.map { $0.reduce(0) { $0 + said($1).utf8.count } }
        // Languages side by side say the same at about the same length.
        guard let least = sizes.min(), let most = sizes.max(), least >= 300, least * 4 >= most else { return nil }
        let languages = columns.map { language(of: $0, said) }
        let known = languages.compactMap { $0?.primary }
        // One language that cannot be told may stand beside two that can, but not beside its own like.
        guard Set(known).count == known.count, known.count >= max(2, width - 1) else { return nil }
        return languages
    }

    /// Whether two columns say the same in the same language, as bilingual editions do with a text that has but one.
    private static func repeatsItself<Line>(_ blocks: [ColumnBlock<Line>], _ said: (Line) -> String) -> Bool {
        var sides: [Set<Substring>] = [[], []]
        for block in blocks where block.columns.count == 2 {
            for (side, lines) in block.columns.enumerated() {
                for line in lines where said(line).utf8.count >= 24 { sides[side].insert(Substring(said(line))) }
            }
        }
        let least = min(sides[0].count, sides[1].count)
        return least >= 10 && sides[0].intersection(sides[1]).count * 4 >= least * 3
    }

    private static func split<Line>(
        _ blocks: [ColumnBlock<Line>], _ languages: [LanguageTag?], _ said: (Line) -> String
    ) -> [Text<Line>] {
        var texts = languages.map { Text<Line>(language: $0, lines: []) }
        for block in blocks {
            if block.columns.count == languages.count {
                for (index, lines) in block.columns.enumerated() { texts[index].lines += lines }
                continue
            }
            let language = language(of: block.lines, said)?.primary
            let place = languages.firstIndex { $0 != nil && $0?.primary == language }
            texts[place ?? 0].lines += block.lines
        }
        return texts
    }

    /// The language that most of the lines are in; nil where it cannot be told.
    static func language<Line>(of lines: [Line], _ said: (Line) -> String) -> LanguageTag? {
        var sample = ""
        for line in lines where sample.utf8.count < 40_000 { sample += said(line) + "\n" }
        guard sample.utf8.count >= 40, let guess = LanguageGuess(sample), guess.percent >= 60,
            guess.isReliable || guess.percent >= 90
        else { return nil }
        return guess.tag
    }
}
