/// Tables of contents printed before a law.
extension OutlineBuilder {
    /// Lines of a table of contents: heads with nothing below them whose like comes again further down.
    func contentsLines() -> Set<Int> {
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
            if isEmpty, let later = last[head.key], later != head.line, announces(head.line, later) {
                run.append(head.line)
                continue
            }
            if run.count >= 3 { contents.formUnion(run) }
            run = []
        }
        if run.count >= 3 { contents.formUnion(run) }
        return contents.union(ranges())
    }

    /// Nothing, or the rest of a title that went on to a second line.
    private func saysLittle(_ below: ArraySlice<SourceLine>) -> Bool {
        guard below.count <= 6, below.reduce(0, { $0 + $1.text.unicodeScalars.count }) <= 160 else { return false }
        guard let last = below.last(where: { !$0.isBlank }) else { return true }
        return !Self.endsSentence(last.text) && below.allSatisfy { $0.level == 0 }
    }

    /// Whether an entry says what its head says, as far as both have a title.
    private func announces(_ entry: Int, _ head: Int) -> Bool {
        guard lines[entry].text.unicodeScalars.count <= 200, let short = matches[entry]?.rest,
            let long = matches[head]?.rest
        else { return false }
        func comparable(_ text: String) -> [Unicode.Scalar] {
            Array(text.lowercased().unicodeScalars.lazy.filter(\.isAlphabetic).prefix(8))
        }
        let (left, right) = (comparable(short), comparable(long))
        return left.isEmpty || right.isEmpty || left.starts(with: right) || right.starts(with: left)
    }

    /// `Art. 1-7`, `Art. 8-11, 11bis, 12`: tables of contents that say which articles stand in a chapter, with the
    /// chapters' heads between them.
    private func ranges() -> Set<Int> {
        var contents: Set<Int> = []
        var run: [Int] = []
        for number in lines.indices {
            if let last = run.last, number - last > 15 {
                add(run, to: &contents)
                run = []
            }
            if Self.namesArticles(lines[number].text) == .several { run.append(number) }
        }
        add(run, to: &contents)
        return contents
    }

    private func add(_ run: [Int], to contents: inout Set<Int>) {
        guard run.count >= 3, let first = run.first, let last = run.last else { return }
        var start = first
        while start > 0, first - start < 8, lines[start - 1].isBlank || isDivision(start - 1) { start -= 1 }
        var end = last
        for number in (last + 1)..<max(last + 1, min(lines.count, last + 20)) {
            if Self.namesArticles(lines[number].text) != nil { end = number }
            if end != number, !lines[number].isBlank, !isDivision(number) { break }
        }
        contents.formUnion(start...end)
    }

    private func isDivision(_ number: Int) -> Bool {
        if case .division? = matches[number]?.entry { true } else { false }
    }

    private enum Naming { case some, several }

    /// Whether a line is nothing but the word for articles and their numbers, and whether these are many.
    private static func namesArticles(_ text: String) -> Naming? {
        guard text.utf8.count <= 400 else { return nil }
        var scanner = ScalarScanner(text)
        let word = HeadingMatcher.fold(scanner.word())
        let singular = word.hasSuffix("s") ? String(word.dropLast()) : word
        guard HeadingLexicon.before[word] != nil || HeadingLexicon.before[singular] != nil else { return nil }
        var numbers: [Int] = []
        var isWide = false
        for part in scanner.rest.split(whereSeparator: { " .,;()".contains($0) }) {
            for (index, bound) in part.split(whereSeparator: { "-–—".contains($0) }).enumerated() {
                let digits = bound.prefix { $0.isASCII && $0.isNumber }
                let rest = String(bound.dropFirst(digits.count))
                guard rest.utf8.count <= 3 || Numeral.multiplicatives.contains(rest.lowercased()) else { return nil }
                guard let value = Int(digits) else { continue }
                if index > 0, let last = numbers.last, value > last + 1 { isWide = true }
                numbers.append(value)
            }
        }
        return isWide || numbers.count >= 3 && scanner.rest.contains(",") ? .several : .some
    }
}
