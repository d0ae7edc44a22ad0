/// From the lines of a page to the lines of a law: tables of contents, lists of links and struck wordings leave, marks
/// that stand alone join the text they number.
enum HTMLLines {
    static func cleaned(_ lines: [HTMLLine]) -> [SourceLine] {
        var lines = lines
        drop(linkRuns(in: lines).union(repeatedLinks(in: lines)).union(struck(in: lines)), from: &lines)
        lines = joined(lines)
        var cleaned: [SourceLine] = []
        for line in lines {
            if line.isBlockStart, cleaned.last?.isBlank == false { cleaned.append(SourceLine(text: "")) }
            let isMarker = line.text.unicodeScalars.lazy.filter(\.isAlphabetic).count < 2
            let isHeading = !line.isNote && !(isMarker && HeadingMatcher.match(line.text) == nil)
            var source = SourceLine(text: line.text, level: isHeading ? line.level : 0)
            source.isProminent = line.isProminent
            source.beginsBold = line.beginsBold
            source.isNote = line.isNote
            cleaned.append(source)
        }
        return cleaned
    }

    private static func drop(_ dropped: Set<Int>, from lines: inout [HTMLLine]) {
        guard !dropped.isEmpty else { return }
        lines = lines.enumerated().filter { !dropped.contains($0.offset) }.map(\.element)
    }

    /// Lines that are links one after the other: a table of contents within the page, a menu, lists of other laws.
    private static func linkRuns(in lines: [HTMLLine]) -> Set<Int> {
        var dropped: Set<Int> = []
        var run: [Int] = []
        var between: [Int] = []
        func end() {
            let inPage = run.count { lines[$0].linkedInPage > lines[$0].linked }
            if run.count >= 5 || inPage >= 3 { dropped.formUnion(run) }
            run = []
            between = []
        }
        for (number, line) in lines.enumerated() where line.length > 0 {
            if line.isMostlyLinked, line.length <= 300 {
                run += between
                between = []
                run.append(number)
            } else if !run.isEmpty, line.length <= 12, between.count < 2, HeadingMatcher.match(line.text) == nil {
                between.append(number)
            } else {
                end()
            }
        }
        end()
        return dropped
    }

    /// `Top`, `Print this section`: short links that come again and again.
    private static func repeatedLinks(in lines: [HTMLLine]) -> Set<Int> {
        var places: [String: [Int]] = [:]
        for (number, line) in lines.enumerated() where line.isMostlyLinked && line.length <= 40 && line.level == 0 {
            places[line.text, default: []].append(number)
        }
        return Set(places.values.filter { $0.count >= 3 }.flatMap { $0 })
    }

    /// Struck lines are former wordings; an article that is struck as a whole, and comes in no other wording, stays.
    private static func struck(in lines: [HTMLLine]) -> Set<Int> {
        guard lines.contains(where: \.isMostlyStruck) else { return [] }
        func key(_ line: HTMLLine) -> String? {
            guard let match = HeadingMatcher.match(line.text), case .unit(let unit) = match.entry, !match.isBare,
                let numeral = match.numeral
            else { return nil }
            return "\(unit) \(numeral.id)"
        }
        let standing = Set(lines.lazy.filter { !$0.isMostlyStruck }.compactMap(key))
        var dropped: Set<Int> = []
        var isKept = false
        for (number, line) in lines.enumerated() {
            guard line.isMostlyStruck else {
                if line.length > 0 { isKept = false }
                continue
            }
            if let key = key(line) { isKept = !standing.contains(key) }
            if !isKept { dropped.insert(number) }
        }
        return dropped
    }

    private static func joined(_ lines: [HTMLLine]) -> [HTMLLine] {
        var joined: [HTMLLine] = []
        var mark: HTMLLine?
        for line in lines where line.length > 0 || line.isBlockStart {
            if line.length == 0 {
                if mark == nil { joined.append(line) }
                continue
            }
            guard var start = mark else {
                if line.isEnumerator { mark = line } else { joined.append(line) }
                continue
            }
            mark = nil
            if line.isEnumerator {
                joined.append(start)
                mark = line
                continue
            }
            start.text += " " + line.text
            start.length += line.length
            start.bold += line.bold
            start.small += line.small
            start.level = line.level
            joined.append(start)
        }
        if let mark { joined.append(mark) }
        return joined
    }
}
