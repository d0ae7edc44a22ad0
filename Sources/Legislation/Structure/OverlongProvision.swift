/// A provision in which a source has put those that follow it too, as far as a whole title.
enum OverlongProvision {
    /// Shorter texts are not looked at.
    private static let least = 8_000

    private struct Head {
        var line: Int
        var match: HeadingMatch
        var numeral: Numeral
        var unit: HeadingLexicon.Unit
    }

    /// The provision parted into those it holds, with a note; it alone where it holds no run of heads of its own.
    ///
    /// Article 99 with lines that head 100, 101 and 102 is four articles for certain. Where the numbers do not go on
    /// from its own it may as well quote another law, so that is told and left.
    static func parted(_ provision: Provision) -> (provisions: [Provision], note: String?) {
        guard provision.text.utf8.count >= least, provision.kind != .schedule else { return ([provision], nil) }
        let lines = SourceLine.lines(of: provision.text)
        guard let run = longestRun(in: lines), let first = run.first?.numeral, let last = run.last?.numeral else {
            return ([provision], nil)
        }
        let span = "numbered \(first.printed) to \(last.printed)"
        let own = provision.number.flatMap { Int($0.prefix { $0.isASCII && $0.isNumber }) }
        guard own == first.value - 1 else {
            return ([provision], "\(provision.eId) seems to hold several provisions of its own, \(span)")
        }
        var parts = [provision]
        parts[0].text = text(lines[..<run[0].line])
        for (index, head) in run.enumerated() {
            let end = index + 1 < run.count ? run[index + 1].line : lines.count
            let below = lines[(head.line + 1)..<end]
            let (heading, start) = ProvisionHeading.split(head.match.rest, hasTextBelow: below.contains { !$0.isBlank })
            parts.append(
                Provision(
                    eId: "\(provision.eId)__\(head.unit.prefix)_\(head.numeral.id)", kind: head.unit.kind,
                    number: head.numeral.printed, heading: heading, path: provision.path,
                    text: [start ?? "", text(below)].filter { !$0.isEmpty }.joined(separator: "\n")))
        }
        return (parts.filter { !$0.text.isEmpty }, "\(provision.eId) also held provisions \(span), and was parted")
    }

    private static func text(_ lines: ArraySlice<SourceLine>) -> String {
        lines.lazy.filter { !$0.isBlank }.map(\.text).joined(separator: "\n")
    }

    private static func longestRun(in lines: [SourceLine]) -> [Head]? {
        let quoted = QuotedLines.find(in: lines)
        var runs: [HeadingLexicon.Unit: [Head]] = [:]
        for (number, line) in lines.enumerated() where !quoted.contains(number) {
            guard let match = HeadingMatcher.match(line.text), case .unit(let unit) = match.entry, !match.isBare,
                match.isSeparated, let numeral = match.numeral
            else { continue }
            if let last = runs[unit]?.last, numeral.value != last.numeral.value + 1 { continue }
            runs[unit, default: []].append(Head(line: number, match: match, numeral: numeral, unit: unit))
        }
        guard let run = runs.values.max(by: { $0.count < $1.count }), run.count >= 3 else { return nil }
        return run
    }
}
