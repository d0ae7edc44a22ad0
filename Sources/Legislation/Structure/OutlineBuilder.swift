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
        var lines: [String] = []
    }

    let lines: [SourceLine]
    let matches: [Int: HeadingMatch]
    let quoted: Set<Int>
    let rule: Rule

    private var provisions: [Provision] = []
    private var ids = EIdAllocator()
    private var draft = Draft(kind: .preamble, id: "preamble", path: [])
    private var divisions = DivisionStack()
    private var lastValue: Int?
    /// Where bare numbers begin to count: behind a table of contents that lists them.
    private let firstBareNumber: Int

    init(lines: [SourceLine], matches: [Int: HeadingMatch], quoted: Set<Int>, rule: Rule) {
        self.lines = lines
        self.matches = matches
        self.quoted = quoted
        self.rule = rule
        firstBareNumber = BareNumbers.start(in: lines, matches)
    }

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
            } else if line.level > 0, line.text.unicodeScalars.first?.isSmallLetter == false {
                divide(heading: line)
            } else {
                draft.lines.append(line.text)
            }
            number += 1
        }
        flush()
        return provisions
    }

    // MARK: What a line is

    private func provisionHead(_ number: Int) -> HeadingMatch? {
        guard let match = matches[number], case .unit(let unit) = match.entry else { return nil }
        let isHeading = lines[number].level > 0
        switch rule {
        case .unit(let wanted, let inBody):
            guard unit == wanted, !match.isBare else { return nil }
            if isHeading { return match }
            return inBody && !quoted.contains(number) && begins(match, at: number) ? match : nil
        case .bareNumbers(let inBody):
            guard match.isBare, isHeading || inBody else { return nil }
            if isHeading { return match }
            guard number >= firstBareNumber, let value = match.numeral?.value else { return nil }
            let next = (lastValue ?? 0) + 1
            return value == next || value == lastValue && match.numeral?.id != String(value) ? match : nil
        case .headings: return nil
        }
    }

    /// Whether a line of the body that looks like a provision's head is one, and not a reference that the
    /// end of a line brought to the beginning of the next.
    private func begins(_ match: HeadingMatch, at number: Int) -> Bool {
        guard let value = match.numeral?.value else { return false }
        let last = lastValue ?? 0
        let follows = lastValue == nil || value >= last && value <= last + 3
        let first = match.rest.unicodeScalars.first
        if let first, first.isSmallLetter, !(follows && match.isSeparated) { return false }
        if match.isUnmistakable, let first, Self.continuations.contains(first), !match.isSeparated { return false }
        if match.isSeparated && !match.rest.isEmpty { return true }
        let before = number > 0 ? lines[number - 1].text : ""
        let isFree = before.isEmpty || Self.endsSentence(before) || ProvisionHeading.isBracketed(before)
        if match.rest.isEmpty { return isFree || follows }
        return follows || value == 1 && isFree
    }

    /// Characters by which a sentence goes on after 第三条.
    private static let continuations = Set("の第及或和、规規的中之至から에의을를은는".unicodeScalars)

    private func divisionHead(_ number: Int) -> HeadingMatch? {
        guard var match = matches[number] else { return nil }
        if case .unit(let unit) = match.entry {
            guard !match.isBare, case .unit(let wanted, _) = rule, unit != wanted else { return nil }
            // Sections divide where articles are the unit; articles divide (CZ, SK, DE) where § are.
            let divides = unit == .section || (unit == .article && wanted == .sign && match.isSeparated)
            guard divides, lines[number].level > 0 || isHeadingShaped(match, number) else { return nil }
            match.entry = .division(unit == .section ? .section : .part)
            return match
        }
        if lines[number].level > 0 { return match }
        // What has no article before it is no annex: a promulgation may carry the law itself as its schedule.
        let isFirst = draft.numeral == nil && !provisions.contains { $0.number != nil }
        if case .division(.annex) = match.entry, isFirst { return nil }
        return !quoted.contains(number) && isHeadingShaped(match, number) ? match : nil
    }

    private func isHeadingShaped(_ match: HeadingMatch, _ number: Int) -> Bool {
        let text = lines[number].text
        guard text.unicodeScalars.count <= 150 else { return false }
        if match.rest.isEmpty { return true }
        guard !Self.endsSentence(text) || match.isUnmistakable && text.unicodeScalars.count <= 40 else { return false }
        guard let first = match.rest.unicodeScalars.first else { return true }
        return match.isSeparated || !first.isSmallLetter
    }

    static func endsSentence(_ text: String) -> Bool {
        guard let last = text.unicodeScalars.last(where: { !$0.properties.isWhitespace }) else { return true }
        return ".;:,。；：，、؛؟।۔!?".unicodeScalars.contains(last)
    }

    /// Lines of a table of contents: heads with nothing below them whose like comes again further down.
    private func contentsLines() -> Set<Int> {
        var last: [String: Int] = [:]
        var heads: [(line: Int, key: String)] = []
        for number in lines.indices where provisionHead(number) != nil || divisionHead(number) != nil {
            // What the format itself marks as a heading is no entry of a table of contents.
            guard lines[number].level == 0, let match = matches[number] else { continue }
            let key = "\(match.entry)/\(match.numeral?.id ?? "")"
            heads.append((number, key))
            last[key] = number
        }
        var contents: Set<Int> = []
        var run: [Int] = []
        for (index, head) in heads.enumerated() {
            let next = index + 1 < heads.count ? heads[index + 1].line : lines.count
            let isEmpty = saysLittle(lines[(head.line + 1)..<next])
            if isEmpty, last[head.key] != head.line, lines[head.line].text.unicodeScalars.count <= 200 {
                run.append(head.line)
                continue
            }
            if run.count >= 3 { contents.formUnion(run) }
            run = []
        }
        if run.count >= 3 { contents.formUnion(run) }
        return contents
    }

    /// Nothing, or the rest of a title that went on to a second line.
    private func saysLittle(_ below: ArraySlice<SourceLine>) -> Bool {
        guard below.count <= 6, below.reduce(0, { $0 + $1.text.unicodeScalars.count }) <= 160 else { return false }
        guard let last = below.last(where: { !$0.isBlank }) else { return true }
        return !Self.endsSentence(last.text) && below.allSatisfy { $0.level == 0 }
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
            if let text { draft.lines.append(text) }
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

    private func hasText(below number: Int) -> Bool {
        guard let next = nextLine(after: number) else { return false }
        return lines[next].level == 0 && provisionHead(next) == nil && divisionHead(next) == nil
    }

    private func nextLine(after number: Int) -> Int? {
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
        guard let last = draft.lines.lastIndex(where: { !$0.isEmpty }) else { return nil }
        let text = draft.lines[last]
        let isBracketed = ProvisionHeading.isBracketed(text)
        let hasMore = draft.lines[..<last].contains { !$0.isEmpty }
        if !isBracketed {
            guard last > 0, draft.lines[last - 1].isEmpty, hasMore, last < draft.lines.count - 1,
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
        if draft.numeral != nil, draft.heading == nil, draft.lines.allSatisfy(\.isEmpty) {
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
        let text = draft.lines.filter { !$0.isEmpty }.joined(separator: "\n")
        defer { draft.lines = [] }
        if text.isEmpty {
            guard draft.numeral != nil, draft.heading != nil, [.article, .section].contains(draft.kind) else { return }
        }
        let parts = TextCutter.pieces(of: text, limit: TextCutter.provisionLimit)
        let id = ids.allocate(draft.id, orElse: draft.scopedId)
        for (index, part) in parts.enumerated() {
            provisions.append(
                Provision(
                    eId: index == 0 ? id : ids.allocate("\(id)__part_\(index + 1)"), kind: draft.kind,
                    number: draft.numeral?.printed, heading: draft.heading, path: draft.path, text: part))
        }
        draft.numeral = nil
        draft.heading = nil
    }
}
