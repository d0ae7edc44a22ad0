/// What each line is: the head of a provision, the head of a division, an entry of a table of contents, or text.
extension OutlineBuilder {
    // MARK: The run of numbers

    /// Finds the run that the articles' numbers make, and mends numbers that footnote marks were glued to.
    mutating func judge() {
        guard case .unit(_, inBody: true) = rule else { return }
        dropRaisedMarks()
        let contents = contentsLines()
        var candidates: [HeadSequence.Candidate] = []
        var isDivided = false
        for number in lines.indices where !contents.contains(number) {
            if let match = matches[number], let numeral = match.numeral, let weight = weight(match, at: number) {
                candidates.append(
                    HeadSequence.Candidate(line: number, numeral: numeral, weight: weight, followsDivision: isDivided))
                isDivided = false
            } else if let match = matches[number], case .division(let division) = match.entry, !quoted.contains(number),
                lines[number].level > 0 || isHeadingShaped(match, number)
            {
                isDivided = isDivided || division <= .title
            }
        }
        verdicts = HeadSequence(candidates).verdicts()
        for (number, verdict) in verdicts.sorted(by: { $0.key < $1.key }) {
            guard case .repaired(let numeral) = verdict, let printed = matches[number]?.numeral?.printed else {
                continue
            }
            matches[number]?.numeral = numeral
            notes.append("number \(printed) was taken for \(numeral.printed), with a footnote’s mark after it")
        }
    }

    /// How much a line looks like the head of a provision; nil when it is none.
    private func weight(_ match: HeadingMatch, at number: Int) -> Double? {
        guard case .unit(let unit) = match.entry, case .unit(let wanted, _) = rule, unit == wanted, !match.isBare
        else { return nil }
        if lines[number].level > 0 { return 3 }
        guard !quoted.contains(number) else { return nil }
        let before = number > 0 ? lines[number - 1].text : ""
        let isFree = before.isEmpty || Self.endsSentence(before) || ProvisionHeading.isBracketed(before)
        let bonus = lines[number].isProminent || lines[number].beginsBold ? 0.5 : 0
        guard let first = match.rest.unicodeScalars.first else { return (isFree ? 1 : 0.6) + bonus }
        if first.isSmallLetter { return match.isSeparated ? 0.4 + bonus : nil }
        if match.isUnmistakable, !match.isSeparated {
            return Self.continuations.contains(first) ? nil : 0.7 + bonus
        }
        if match.isSeparated { return 1 + bonus }
        return (isFree ? 0.6 : 0.3) + bonus
    }

    /// A raised number after an article's makes another article (12¹ after 12), unless that other is missing.
    private mutating func dropRaisedMarks() {
        var plain: Set<String> = []
        for match in matches.values {
            if let numeral = match.numeral, numeral.raised == nil { plain.insert(numeral.id) }
        }
        var dropped = 0
        for (number, match) in matches {
            guard let numeral = match.numeral, numeral.raised != nil, !plain.contains(numeral.unraised.id) else {
                continue
            }
            matches[number]?.numeral = numeral.unraised
            dropped += 1
        }
        if dropped > 0 { notes.append("raised numbers after \(dropped) article numbers were taken for footnote marks") }
    }

    // MARK: What a line is

    func provisionHead(_ number: Int) -> HeadingMatch? {
        guard let match = matches[number], case .unit(let unit) = match.entry else { return nil }
        let isHeading = lines[number].level > 0
        switch rule {
        case .unit(let wanted, let inBody):
            guard unit == wanted, !match.isBare else { return nil }
            switch verdicts[number] {
            case .head, .repaired: return match
            case .text: return nil
            case nil: break
            }
            if isHeading { return match }
            return inBody && !quoted.contains(number) && begins(match, at: number) ? match : nil
        case .bareNumbers(let inBody):
            guard match.isBare, isHeading || inBody else { return nil }
            if isHeading { return match }
            guard number >= firstBareNumber, let value = match.numeral?.value,
                !hasBoldNumbers || lines[number].beginsBold
            else { return nil }
            let next = (lastValue ?? 0) + 1
            return value == next || value == lastValue && match.numeral?.id != String(value) ? match : nil
        case .headings: return nil
        }
    }

    /// Whether a line of the body that looks like a provision's head is one, and not a reference that the
    /// end of a line brought to the beginning of the next.
    func begins(_ match: HeadingMatch, at number: Int) -> Bool {
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
    static let continuations = Set("の第及或和、规規的中之至から에의을를은는".unicodeScalars)

    func divisionHead(_ number: Int) -> HeadingMatch? {
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
        if case .division(.annex) = match.entry, isAtFront { return nil }
        guard !quoted.contains(number), isHeadingShaped(match, number), !continuesSentence(number) else { return nil }
        // Where the format marks the heads of provisions, a division that it does not mark at least stands alone.
        if case .unit(_, inBody: false) = rule {
            return [number - 1, number + 1].allSatisfy { !lines.indices.contains($0) || lines[$0].isBlank }
                ? match : nil
        }
        return match
    }

    /// Whether a line goes on with a sentence that was cut where the page ended: `… nach` / `Anlage 1 Abschnitt 3 und`.
    private func continuesSentence(_ number: Int) -> Bool {
        guard number > 0, !lines[number].isProminent, !lines[number].beginsBold else { return false }
        let before = lines[number - 1]
        return before.level == 0 && !before.isProminent && !Self.endsSentence(before.text) && matches[number - 1] == nil
            && before.text.unicodeScalars.count > 40 && before.text != before.text.uppercased()
    }

    /// `II. GENERAL PROVISIONS`: a Roman number and a title in capitals.
    func isRomanTitle(_ number: Int) -> Bool {
        guard case .unit = rule, matches[number] == nil, !quoted.contains(number), !lines[number].isNote else {
            return false
        }
        let text = lines[number].text
        guard text.unicodeScalars.count <= 150, let stop = text.firstIndex(of: "."),
            Numeral.roman(text[..<stop].unicodeScalars) != nil
        else { return false }
        let title = text[text.index(after: stop)...].trimmed
        return title.unicodeScalars.lazy.filter(\.properties.isUppercase).count >= 4 && title == title.uppercased()
    }

    func isHeadingShaped(_ match: HeadingMatch, _ number: Int) -> Bool {
        let text = lines[number].text
        guard text.unicodeScalars.count <= 150 else { return false }
        if match.rest.isEmpty { return true }
        guard !Self.endsSentence(text) || match.isUnmistakable && text.unicodeScalars.count <= 40 else { return false }
        guard let first = match.rest.unicodeScalars.first else { return true }
        return match.isSeparated || !first.isSmallLetter
    }

    static func endsSentence(_ text: String) -> Bool {
        guard let last = text.unicodeScalars.last(where: { !$0.isWhitespace }) else { return true }
        return ".;:,。；：，、؛؟।۔!?".unicodeScalars.contains(last)
    }
}
