/// Goes through the lines once and puts provisions together, knowing what heads them.
struct OutlineBuilder {
    /// What begins a provision.
    enum Rule {
        /// A word of this unit with its number; in the body's lines too, or in headings alone.
        case unit(HeadingLexicon.Unit, inBody: Bool)
        /// A bare number.
        case bareNumbers(inBody: Bool)
        /// Every heading of the format that has text below it.
        case headings
    }

    private struct Draft {
        var kind: ProvisionKind
        var id: String
        /// Taken where `id` is: an article of a chapter that numbers anew.
        var scopedId: String?
        var numeral: Numeral?
        var heading: String?
        var path: [String]
        var lines: [SourceLine] = []
    }

    let lines: [SourceLine]
    let quoted: Set<Int>
    let rule: Rule
    /// Whether the format tells bold and centred lines from others.
    let knowsProminence: Bool
    /// Whether bold numbers run through the law, so that the others number what is within its provisions.
    let hasBoldNumbers: Bool

    var matches: [Int: HeadingMatch]
    /// What the run of numbers says of each line; none where the format marks the heads.
    var verdicts: [Int: HeadSequence.Verdict] = [:]
    var notes: [String] = []
    private(set) var lastValue: Int?
    private(set) var provisions: [Provision] = []
    private var hasNumbered = false
    private var ids = EIdAllocator()
    private var draft = Draft(kind: .preamble, id: "preamble", path: [])
    private var divisions = DivisionStack()
    /// Where bare numbers begin to count: behind a table of contents that lists them.
    let firstBareNumber: Int

    init(lines: [SourceLine], matches: [Int: HeadingMatch], quoted: Set<Int>, rule: Rule) {
        self.lines = lines
        self.matches = matches
        self.quoted = quoted
        self.rule = rule
        firstBareNumber = if case .bareNumbers = rule { BareNumbers.start(in: lines, matches) } else { 0 }
        knowsProminence = lines.contains { $0.isProminent }
        let bold = matches.filter { $0.value.isBare && lines[$0.key].beginsBold }
        hasBoldNumbers = Set(bold.values.compactMap { $0.numeral?.value }).isSuperset(of: 1...3)
        judge()
    }

    /// Whether no numbered provision has begun yet.
    var isAtFront: Bool { draft.numeral == nil && !hasNumbered }

    mutating func build() -> [Provision] {
        let contents = contentsLines()
        var number = 0
        while number < lines.count {
            let line = lines[number]
            if contents.contains(number) {
                // An entry of the table of contents says nothing its heading does not.
            } else if let match = provisionHead(number) {
                number = begin(match, at: number)
            } else if let match = divisionHead(number) {
                number = divide(match, at: number)
            } else if line.level == 0, isRomanTitle(number) {
                divide(heading: SourceLine(text: line.text, level: 6))
            } else if line.level > 0, line.text.unicodeScalars.first?.isSmallLetter == false {
                divide(heading: line)
            } else {
                draft.lines.append(line)
            }
            number += 1
        }
        flush()
        return provisions
    }

    // MARK: Building

    /// Begins a provision; the last line used is given back.
    private mutating func begin(_ match: HeadingMatch, at number: Int) -> Int {
        let above = takeHeadingAbove()
        flush()
        guard let numeral = match.numeral else { return number }
        let unit: HeadingLexicon.Unit
        if case .unit(let named) = match.entry { unit = named } else { unit = .article }
        lastValue = numeral.value
        draft = Draft(
            kind: unit.kind, id: divisions.idPrefix + "\(unit.prefix)_\(numeral.id)",
            scopedId: "\(divisions.id)__\(unit.prefix)_\(numeral.id)", numeral: numeral, path: divisions.path)
        var used = number
        if lines[number].level > 0 {
            draft.heading = ProvisionHeading.cleaned(match.rest)
        } else {
            // In the statutes that write `2 §` the text follows on its line.
            let isText = unit == .sign && lines[number].text.unicodeScalars.first.flatMap(Numeral.decimal) != nil
            let (heading, text) = ProvisionHeading.split(
                match.rest, hasTextBelow: hasText(below: number) && !isText)
            draft.heading = heading
            if let text { draft.lines.append(SourceLine(text: text)) }
        }
        if draft.heading == nil, draft.lines.isEmpty, above == nil, let below = headingBelow(number) {
            draft.heading = ProvisionHeading.cleaned(lines[below].text)
            used = below
        }
        if let above {
            if draft.heading == nil { draft.heading = above } else { draft.path.append(above) }
        }
        return used
    }

    func hasText(below number: Int) -> Bool {
        guard let next = nextLine(after: number) else { return false }
        return lines[next].level == 0 && provisionHead(next) == nil && divisionHead(next) == nil
    }

    func nextLine(after number: Int) -> Int? {
        lines[(number + 1)...].prefix(4).firstIndex { !$0.isBlank }
    }

    /// A short line without a full stop right below a number that stands alone is the provision's heading.
    private func headingBelow(_ number: Int) -> Int? {
        guard let next = nextLine(after: number), lines[next].level == 0, matches[next] == nil,
            ProvisionHeading.isTitleShaped(lines[next].text), hasText(below: next)
        else { return nil }
        return next
    }

    /// `（目的）` above 第一条, and a title between blank lines above `2 §`, belong to what follows.
    private mutating func takeHeadingAbove() -> String? {
        guard let last = draft.lines.lastIndex(where: { !$0.isBlank }) else { return nil }
        let text = draft.lines[last].text
        let hasMore = draft.lines[..<last].contains { !$0.isBlank }
        if draft.lines[last].isProminent {
            guard hasMore || draft.heading != nil && draft.numeral == nil, ProvisionHeading.isSetApart(text) else {
                return nil
            }
        } else if !ProvisionHeading.isBracketed(text) {
            guard !knowsProminence, last > 0, draft.lines[last - 1].isBlank, hasMore, last < draft.lines.count - 1,
                ProvisionHeading.isTitleShaped(text), text.unicodeScalars.first?.properties.isUppercase == true
            else { return nil }
        }
        draft.lines.removeSubrange(last...)
        return ProvisionHeading.cleaned(text)
    }

    private mutating func divide(_ match: HeadingMatch, at number: Int) -> Int {
        flush()
        guard case .division(let division) = match.entry else { return number }
        var title = lines[number].text
        var used = number
        if match.rest.isEmpty, let next = nextLine(after: number), matches[next] == nil,
            lines[next].level == 0 || lines[number].level > 0 && lines[next].level >= lines[number].level,
            ProvisionHeading.isTitleShaped(lines[next].text)
        {
            title += " " + lines[next].text
            used = next
        }
        enter(division, title: title, number: match.numeral?.id, level: lines[number].level)
        return used
    }

    private mutating func divide(heading line: SourceLine) {
        if case .headings = rule {
            flush()
            divisions.enter(.unnamed, title: line.text, number: nil, level: line.level)
            let index = provisions.count + 1
            draft = Draft(kind: .other, id: "hdg_\(index)", heading: line.text, path: divisions.path.dropLast())
            return
        }
        if draft.numeral != nil, draft.heading == nil, draft.lines.allSatisfy(\.isBlank) {
            // In Czech and Slovak acts the title stands below the number.
            draft.heading = ProvisionHeading.cleaned(line.text)
            return
        }
        flush()
        enter(.unnamed, title: line.text, number: nil, level: line.level)
    }

    private mutating func enter(_ division: HeadingLexicon.Division, title: String, number: String?, level: Int) {
        let title = title.singleSpaced
        if division == .annex || division == .supplement { lastValue = nil }
        divisions.enter(division, title: title, number: number, level: level)
        // Text that follows at once belongs to the division itself.
        let kind: ProvisionKind = division == .annex ? .schedule : provisions.isEmpty ? .preamble : .other
        let isFront = kind == .preamble && division == .unnamed
        draft = Draft(
            kind: kind, id: isFront ? "preamble" : divisions.id, heading: isFront ? nil : title,
            path: isFront ? [] : divisions.path.dropLast())
    }

    private mutating func flush() {
        let text = draft.lines.lazy.filter { !$0.isBlank }.map(\.text).joined(separator: "\n")
        defer { draft.lines = [] }
        if text.isEmpty {
            guard draft.numeral != nil, draft.heading != nil, [.article, .section].contains(draft.kind) else { return }
        }
        let provision = Provision(
            eId: ids.allocate(draft.id, orElse: draft.scopedId), kind: draft.kind, number: draft.numeral?.printed,
            heading: draft.heading, path: draft.path, text: text)
        provisions += TextCutter.parts(of: provision, &ids)
        hasNumbered = hasNumbered || draft.numeral != nil
        draft.numeral = nil
        draft.heading = nil
    }
}
