/// The divisions a line stands in, outermost first.
struct DivisionStack {
    private struct Open {
        var division: HeadingLexicon.Division
        var title: String
        var id: String
        var level: Int
    }

    private var open: [Open] = []
    private var annexes = 0
    private var supplements = 0

    var path: [String] { open.map(\.title) }

    /// eId of the innermost division.
    var id: String { open.last?.id ?? "preamble" }

    /// Annexes and supplements number their articles anew, so their id stands before the article's.
    var idPrefix: String {
        open.first { $0.division == .annex || $0.division == .supplement }.map { $0.id + "__" } ?? ""
    }

    /// Enters a division, leaving those it cannot stand in.
    mutating func enter(_ division: HeadingLexicon.Division, title: String, number: String?, level: Int) {
        if division == .unnamed {
            while let last = open.last, last.level >= level, last.level > 0 { open.removeLast() }
        } else if let same = open.lastIndex(where: { $0.division == division }) {
            open.removeSubrange(same...)
        } else {
            while let last = open.last, last.division > division {
                // A French code has its books within its parts, as the depth of their headings shows.
                if level > 0, last.level > 0, last.level < level { break }
                open.removeLast()
            }
            if division == .annex || division == .supplement { open = [] }
        }
        open.append(Open(division: division, title: title, id: id(division, number), level: level))
    }

    private mutating func id(_ division: HeadingLexicon.Division, _ number: String?) -> String {
        let start = open.last.map { $0.id + "__" } ?? ""
        switch division {
        case .annex:
            annexes += 1
            return "\(start)sched_\(number ?? String(annexes))"
        case .supplement:
            supplements += 1
            return "suppl_\(number ?? String(supplements))"
        default: return number.map { "\(start)\(division.prefix)_\($0)" } ?? "\(start)\(division.prefix)"
        }
    }
}
