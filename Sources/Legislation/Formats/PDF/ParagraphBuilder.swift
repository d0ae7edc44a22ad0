/// Puts lines together to the paragraphs they were cut from.
struct ParagraphBuilder {
    /// A paragraph is ended here at the latest, in bytes: joining lines takes time that grows with it.
    private static let longest = 50_000

    private let joiner: LineJoiner
    /// Usual distance from one line to the next.
    private let pitch: Double
    private var lines: [SourceLine] = []
    private var open = ""
    private var last: PageLine?
    private var startsWithHead = false

    /// The paragraphs of lines in reading order; a blank line where the page leaves a gap.
    static func paragraphs(of lines: [PageLine]) -> [SourceLine] {
        var builder = ParagraphBuilder(lines)
        for line in lines { builder.add(line) }
        builder.close()
        return builder.lines
    }

    private init(_ lines: [PageLine]) {
        joiner = LineJoiner(lines)
        var steps: [Double] = []
        for (one, next) in zip(lines, lines.dropFirst()) where one.page == next.page && one.column == next.column {
            let step = next.middle - one.middle
            if step > one.size * 0.6, step < one.size * 2.2 { steps.append(step) }
        }
        steps.sort()
        pitch = steps.isEmpty ? 14 : steps[steps.count / 2]
    }

    private mutating func add(_ line: PageLine) {
        guard !line.text.isEmpty else { return }
        guard let last, !open.isEmpty else {
            begin(line)
            return
        }
        let isSameColumn = last.page == line.page && last.column == line.column
        if open.utf8.count > Self.longest || breaks(last, line, isSameColumn: isSameColumn) {
            let isFree = isSameColumn && line.middle - last.middle > max(pitch, line.size * 0.9) * 1.45
            close()
            if isFree || line.isCentred != last.isCentred { lines.append(SourceLine(text: "")) }
            begin(line)
        } else {
            open = joiner.joined(open, line.text)
            self.last = line
        }
    }

    private mutating func begin(_ line: PageLine) {
        if Self.isHead(line.text, alone: false), lines.last?.isBlank == false { lines.append(SourceLine(text: "")) }
        open = line.text
        last = line
        startsWithHead = Self.isHead(line.text, alone: true)
    }

    private mutating func close() {
        if !open.isEmpty { lines.append(SourceLine(text: open.singleSpaced)) }
        open = ""
    }

    // MARK: Where a paragraph ends

    private func breaks(_ last: PageLine, _ line: PageLine, isSameColumn: Bool) -> Bool {
        let ended = Self.endsSentence(last.text)
        let width = line.columnWidth
        let isShort = last.slack > last.columnWidth * 0.12
        let isNumbered = HeadingMatcher.bareNumber(line.text) != nil
        let isLabelled = ParagraphLabel.begins(line.text) || isNumbered
        if Self.isUnmistakableHead(line.text) || Self.endsInLeader(last.text) { return true }
        // Entries of a table of contents, one below the other.
        if isNumbered, isSameColumn, abs(line.left - last.left) < 2, HeadingMatcher.bareNumber(last.text) != nil {
            return true
        }
        let indent = line.indent - last.indent
        if isSameColumn {
            let step = line.middle - last.middle
            // A line above the last one is of another part of the page.
            if step < -line.size { return true }
            if step > max(pitch, line.size * 0.9) * 1.45 { return !isInterrupted(last, line, step) }
            // Fonts of one size differ in the height of their boxes, so that height alone parts nothing.
            if abs(line.size - last.size) > max(line.size, last.size) * 0.15, ended || isShort || line.isCentred {
                return true
            }
            if line.isCentred != last.isCentred { return line.isCentred ? ended || isShort || last.isCentred : true }
            if startsWithHead, open == last.text { return true }
            if line.isCentred { return Self.isHead(line.text, alone: false) || ended }
        } else {
            if startsWithHead, open == last.text { return true }
            // From a title over all columns to the first line of one.
            if last.size > line.size * 1.15 || Self.isHead(line.text, alone: true) { return true }
            if line.isCentred, Self.isHead(line.text, alone: false) { return true }
        }
        if Self.isHead(line.text, alone: false), ended || isShort || line.isCentred || indent > line.size {
            return true
        }
        if isLabelled, ended || isShort || indent < -4 { return true }
        if ended {
            if isShort || indent > line.size * 0.7 { return true }
            // The first line of a paragraph may stand out to the left as well.
            if indent < -line.size * 0.7, last.indent < width * 0.4, !isFirstLine { return true }
            return !isSameColumn && line.text.unicodeScalars.first?.isSmallLetter != true
        }
        let startsSmall = line.text.unicodeScalars.first?.isSmallLetter ?? false
        return last.slack > last.columnWidth * 0.4 && !startsSmall && !LineText.isWide(line.text.unicodeScalars.first)
            && !last.isCentred && isSameColumn
    }

    /// Whether the open paragraph has but one line, whose indent says nothing.
    private var isFirstLine: Bool { open == last?.text }

    /// A wide gap within a sentence, where a figure or a removed note stood.
    private func isInterrupted(_ last: PageLine, _ line: PageLine, _ step: Double) -> Bool {
        step < pitch * 2.6 && !Self.endsSentence(last.text) && last.slack < last.columnWidth * 0.06
            && line.text.unicodeScalars.first?.isSmallLetter == true
    }

    static func endsSentence(_ text: String) -> Bool {
        let closing = Set("”»\"')]’）」』“".unicodeScalars)
        let last = text.unicodeScalars.last { !$0.isWhitespace && !closing.contains($0) }
        guard let last else { return true }
        return ".;:!?。；：؛؟।۔።".unicodeScalars.contains(last) || last == "," && text.hasSuffix(";,")
    }

    /// A head of a provision or division that its line shows beyond doubt, or one that stands alone.
    private static func isHead(_ text: String, alone: Bool) -> Bool {
        guard text.unicodeScalars.count <= 200, let match = HeadingMatcher.match(text), !match.isBare else {
            return false
        }
        if alone { return match.rest.isEmpty }
        return match.rest.isEmpty || match.isSeparated || match.isUnmistakable
            || match.rest.unicodeScalars.first?.isSmallLetter == false
    }

    /// `第三条 …` with a space behind it: no sentence goes on so.
    private static func isUnmistakableHead(_ text: String) -> Bool {
        guard LineText.isWide(text.unicodeScalars.first), let match = HeadingMatcher.match(text) else { return false }
        return match.isUnmistakable && match.isSeparated
    }

    /// `Short title ........ 3`
    private static func endsInLeader(_ text: String) -> Bool {
        guard let dots = text.unicodeScalars.lastIndex(where: { ".…·".unicodeScalars.contains($0) }) else {
            return false
        }
        let tail = text.unicodeScalars[text.unicodeScalars.index(after: dots)...]
        let leader = text.unicodeScalars[...dots].reversed().prefix { ".…· ".unicodeScalars.contains($0) }
        return leader.count >= 5 && tail.count <= 8 && tail.contains { Numeral.decimal($0) != nil }
    }
}
