/// Finds the provisions of a body whose format does not mark them: by the words that head articles and
/// chapters, in any language of `HeadingLexicon`; failing that, by headings; failing that, by paragraphs.
struct StructureDetector {
    /// What was found.
    struct Result {
        var provisions: [Provision]
        var structure: ReadReport.Structure
        /// What the reader should know, as notes of the report.
        var notes: [String] = []
    }

    private typealias Unit = HeadingLexicon.Unit

    private let lines: [SourceLine]
    private let matches: [Int: HeadingMatch]
    private let quoted: Set<Int>

    /// - Parameter lines: the body, blank lines included; headings of the format carry their level.
    init(lines: [SourceLine]) {
        self.lines = lines
        quoted = QuotedLines.find(in: lines)
        var matches: [Int: HeadingMatch] = [:]
        for (number, line) in lines.enumerated() where !line.isBlank && !line.isNote {
            matches[number] =
                HeadingMatcher.match(line.text) ?? (line.level > 0 ? HeadingMatcher.bareNumber(line.text) : nil)
        }
        self.matches = matches
    }

    /// The provisions in order, their eIds unique.
    func detect() -> Result {
        if let unit = unitOfHeadings() { return outline(.unit(unit, inBody: false)) }
        if let unit = unitOfBody() { return outline(.unit(unit, inBody: true)) }
        let inHeadings = numberedHeadings.count
        let inAll = BareNumbers.places(in: lines, matches, levels: 0...6).count
        // Some writers set only the short sections of an act as headings.
        if inHeadings >= 2 { return outline(.bareNumbers(inBody: inAll > inHeadings + inHeadings / 5)) }
        if inAll >= 3 { return outline(.bareNumbers(inBody: true)) }
        if let undotted = undotted() { return undotted }
        if lines.lazy.filter({ $0.level > 0 }).count >= 2 { return outline(.headings) }
        return paragraphs()
    }

    private func outline(_ rule: OutlineBuilder.Rule) -> Result {
        var builder = OutlineBuilder(lines: lines, matches: matches, quoted: quoted, rule: rule)
        let provisions = builder.build()
        return provisions.isEmpty
            ? paragraphs() : Result(provisions: provisions, structure: .detected, notes: builder.notes)
    }

    private func paragraphs() -> Result {
        let groups = TextCutter.groups(of: lines.lazy.map(\.text))
        let provisions = groups.enumerated().map { index, text in
            Provision(eId: "para_\(index + 1)", kind: .paragraphGroup, text: text)
        }
        return Result(provisions: provisions, structure: .paragraphGroups)
    }

    // MARK: Which word heads the provisions

    /// The unit that the format's own headings carry, when they carry the articles at all.
    private func unitOfHeadings() -> HeadingLexicon.Unit? {
        let inHeadings = distinctNumbers { lines[$0].level > 0 }
        let inBody = distinctNumbers { lines[$0].level == 0 && !quoted.contains($0) && isPlausible($0) }
        guard let best = best(inHeadings) else { return nil }
        // A law with chapters as headings and its articles in the text has more articles there.
        let rival = inBody.values.max() ?? 0
        return best.count >= 2 && best.count * 3 >= rival || rival == 0 ? best.unit : nil
    }

    private var numberedHeadings: [Int] { BareNumbers.places(in: lines, matches, levels: 1...6) }

    private func unitOfBody() -> HeadingLexicon.Unit? {
        guard let best = best(distinctNumbers { lines[$0].level > 0 || !quoted.contains($0) && isPlausible($0) })
        else { return nil }
        // Headings 1, 2, 3… with none of the articles among them: those are of a treaty that the act has in a schedule.
        let headings = numberedHeadings
        if headings.count >= 3, let first = headings.first, let last = headings.last {
            let isAmong = matches.contains { number, match in
                guard case .unit(best.unit) = match.entry, !match.isBare else { return false }
                return number > first && number < last && (lines[number].level > 0 || isPlausible(number))
            }
            if !isAmong { return nil }
        }
        // A line that happens to begin with “Section 5” does not make sections of an act that numbers its own by 1, 2, 3.
        let hasFirst = matches.contains { _, match in
            guard case .unit(best.unit) = match.entry, !match.isBare else { return false }
            return match.numeral?.value == 1
        }
        if !hasFirst, best.count < 8 {
            let run = max(
                BareNumbers.reach(in: lines, matches), BareNumbers.reach(in: lines, matchesOfUndotted()))
            if run >= 4, run >= best.count * 3 { return nil }
        }
        return best.unit
    }

    /// Sections numbered `12  Short title`, without a full stop and without a mark of the format.
    private func undotted() -> Result? {
        let more = matchesOfUndotted()
        let run = BareNumbers.reach(in: lines, more)
        guard run >= 4, run > BareNumbers.reach(in: lines, matches) else { return nil }
        var builder = OutlineBuilder(
            lines: lines, matches: more, quoted: quoted, rule: .bareNumbers(inBody: true))
        let provisions = builder.build()
        return provisions.isEmpty ? nil : Result(provisions: provisions, structure: .detected)
    }

    private func matchesOfUndotted() -> [Int: HeadingMatch] {
        var more = matches
        for (number, line) in lines.enumerated() where more[number] == nil && !line.isBlank && !quoted.contains(number)
        {
            more[number] = HeadingMatcher.bareNumber(line.text)
        }
        return more
    }

    private func best(_ counts: [HeadingLexicon.Unit: Int]) -> (unit: HeadingLexicon.Unit, count: Int)? {
        // On a tie the article wins: sections then divide.
        let order: [HeadingLexicon.Unit] = [.article, .sign, .section, .rule, .regulation, .clause]
        var best: (unit: HeadingLexicon.Unit, count: Int)?
        for unit in order {
            if let count = counts[unit], count > (best?.count ?? 0) { best = (unit, count) }
        }
        return best
    }

    /// How many different numbers each unit has: what numbers a law runs through, what numbers the paragraphs
    /// of an article starts again at 1.
    private func distinctNumbers(where isCounted: (Int) -> Bool) -> [HeadingLexicon.Unit: Int] {
        var numbers: [HeadingLexicon.Unit: Set<String>] = [:]
        for (number, match) in matches where !match.isBare && isCounted(number) {
            if case .unit(let unit) = match.entry, let numeral = match.numeral {
                numbers[unit, default: []].insert(numeral.id)
            }
        }
        // Where articles are the provisions, as in Brazil, § numbers their paragraphs and begins at 1 again and again.
        let firstSigns = matches.count { number, match in
            if case .unit(.sign) = match.entry { match.numeral?.value == 1 && isCounted(number) } else { false }
        }
        if firstSigns >= 3, (numbers[.article]?.count ?? 0) >= 2 { numbers[.sign] = nil }
        return numbers.mapValues(\.count)
    }

    private func isPlausible(_ number: Int) -> Bool {
        guard let match = matches[number] else { return false }
        return match.isSeparated || match.isUnmistakable || number == 0 || lines[number - 1].isBlank
    }
}
