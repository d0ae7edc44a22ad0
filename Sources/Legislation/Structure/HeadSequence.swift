/// The run of numbers that a law's articles most likely make, among all lines that look like their heads.
///
/// A line that begins with “Article 193 of the Code” is no head where the articles go on from 10 to 11 without it. The
/// run is the heaviest path through the candidates: numbers rise, leaps cost, and starting again at 1 costs unless a
/// book, a part or an annex begins there.
struct HeadSequence {
    /// A line that may head a provision.
    struct Candidate {
        var line: Int
        var numeral: Numeral
        /// How much the line looks like a head, about 0…3.
        var weight: Double
        /// Whether a division begins between the candidate before and this one.
        var followsDivision: Bool
    }

    /// What is to become of a candidate outside of the run.
    enum Verdict: Equatable {
        case head
        /// A reference or a quotation: the articles go on without it.
        case text
        /// The digits of a footnote's mark follow the number.
        case repaired(Numeral)
    }

    private static let window = 300

    let candidates: [Candidate]
    /// Places of the run's members in `candidates`, rising.
    let run: [Int]

    init(_ candidates: [Candidate]) {
        self.candidates = candidates
        run = Self.heaviestRun(candidates)
    }

    /// A verdict for each candidate's line.
    func verdicts() -> [Int: Verdict] {
        var verdicts: [Int: Verdict] = [:]
        var at = 0
        var last: Int?
        for (index, candidate) in candidates.enumerated() {
            if at < run.count, run[at] == index {
                verdicts[candidate.line] = .head
                last = candidate.numeral.value
                at += 1
                continue
            }
            let next = at < run.count ? candidates[run[at]].numeral.value : nil
            if let repaired = repaired(candidate, after: last, before: next) {
                verdicts[candidate.line] = .repaired(repaired)
                last = repaired.value
            } else if let next, next - (last ?? 0) <= 1, next >= last ?? 0 {
                verdicts[candidate.line] = .text
            }
        }
        return verdicts
    }

    /// `97` between 8 and 10 is 9 with the mark of footnote 7.
    private func repaired(_ candidate: Candidate, after last: Int?, before next: Int?) -> Numeral? {
        let expected = (last ?? 0) + 1
        guard let next, expected < next, candidate.numeral.value > next, candidate.weight >= 0.6,
            candidate.numeral.id == String(candidate.numeral.value)
        else { return nil }
        let printed = String(expected)
        guard candidate.numeral.id.hasPrefix(printed), candidate.numeral.id.utf8.count <= printed.utf8.count + 3
        else { return nil }
        return Numeral(printed: printed, id: printed, value: expected)
    }

    private static func heaviestRun(_ candidates: [Candidate]) -> [Int] {
        guard !candidates.isEmpty else { return [] }
        var best = [Double](repeating: 0, count: candidates.count)
        var before = [Int](repeating: -1, count: candidates.count)
        // Of runs of one weight the one with more members is taken.
        var members = [Int](repeating: 1, count: candidates.count)
        var heaviest = -1
        var isRestartable = false
        for (index, candidate) in candidates.enumerated() {
            let value = candidate.numeral.value
            var gain = value > 1 ? -0.15 * log2(value) : 0
            if candidate.followsDivision { isRestartable = true }
            for other in max(0, index - window)..<index {
                guard let cost = cost(candidates[other].numeral, candidate.numeral) else { continue }
                let sum = best[other] - cost
                if sum > gain || sum == gain && members[other] >= members[index] {
                    if sum == gain, before[index] >= 0, members[other] + 1 == members[index] { continue }
                    gain = sum
                    before[index] = other
                    members[index] = members[other] + 1
                }
            }
            // Where the first articles of a part are missing, it begins with a later number.
            let price = (value == 1 ? 1.95 : 3.5) - (isRestartable ? 1.7 : 0)
            // Without a division a reference in the first lines of a paragraph looks like a new beginning.
            let isStrong = candidate.weight >= 1 || isRestartable
            if heaviest >= 0, isStrong, best[heaviest] - price > gain {
                gain = best[heaviest] - price
                before[index] = heaviest
                members[index] = members[heaviest] + 1
            }
            best[index] = candidate.weight + gain
            if heaviest < 0 || best[index] >= best[heaviest] {
                heaviest = index
                isRestartable = false
            }
        }
        var run: [Int] = []
        var at = heaviest
        while at >= 0 {
            run.append(at)
            at = before[at]
        }
        return run.reversed()
    }

    /// What it costs that one number follows another; nil where it cannot.
    private static func cost(_ left: Numeral, _ right: Numeral) -> Double? {
        if right.value == left.value { return right.id == left.id ? nil : 0 }
        guard right.value > left.value else { return nil }
        return right.value == left.value + 1 ? 0 : min(2, 0.3 * log2(right.value - left.value))
    }

    private static func log2(_ value: Int) -> Double {
        Double(Int.bitWidth - max(value, 1).leadingZeroBitCount - 1)
    }
}
