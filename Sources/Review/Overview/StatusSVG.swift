import Obligations

/// The heat map as a drawing: States down, rows of the matrix across, three strips in a square for the weapon types.
public struct StatusSVG {
    private let status: WorldStatus
    private let notice: String?

    private static let square = 12
    private static let names = 210
    private static let head = 270
    private static let gap = 10

    /// Fills: a blue scale that stays in order without colours and for eyes that do not tell red from green; what is
    /// unclear is dotted besides.
    static let fills: [(level: CellLevel, fill: String)] = [
        (.both, "#08306b"), (.one, "#6baed6"), (.unclear, "url(#unclear)"), (.notApplicable, "url(#na)"),
        (.blank, "#ffffff"), (.notAsked, "#d9d9d9"),
    ]

    /// - Parameter notice: what was left out for the audience.
    public init(_ status: WorldStatus, notice: String? = nil) {
        self.status = status
        self.notice = notice
    }

    /// The drawing.
    public var text: String {
        let places = columns
        let width = max(900, (places.last?.x ?? 0) + Self.square + 20)
        let height = Self.head + status.states.count * Self.square + 30
        var parts = [
            "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"\(width)\" height=\"\(height)\" "
                + "viewBox=\"0 0 \(width) \(height)\" role=\"img\" aria-labelledby=\"t d\" "
                + "font-family=\"Noto Sans, Helvetica, Arial, sans-serif\" font-size=\"9.5\">",
            "<title id=\"t\">\(Self.escaped(status.title))</title>",
            "<desc id=\"d\">\(Self.escaped(description))</desc>",
            Self.definitions, "<rect width=\"\(width)\" height=\"\(height)\" fill=\"#ffffff\"/>",
            "<text x=\"20\" y=\"28\" font-size=\"18\" font-weight=\"bold\">\(Self.escaped(status.title))</text>",
        ]
        for (line, words) in (WorldStatus.cautions + (notice.map { [$0] } ?? [])).enumerated() {
            parts.append("<text x=\"20\" y=\"\(46 + 14 * line)\" font-size=\"10\">\(Self.escaped(words))</text>")
        }
        parts += legend + heads(places)
        for (line, state) in status.states.enumerated() { parts += row(state, line, places) }
        return (parts + ["</svg>"]).joined(separator: "\n")
    }

    private var columns: [(row: Int, x: Int)] {
        var x = Self.names
        var last: ObligationGroup?
        return status.matrix.rows.indices.map { place in
            let group = status.matrix.rows[place].group
            if let last, last != group { x += Self.gap }
            last = group
            defer { x += Self.square }
            return (place, x)
        }
    }

    private var description: String {
        let counts = status.reporting
        let reported = (counts["reported"] ?? 0) + (counts["additional"] ?? 0)
        return "\(status.states.count) States by \(status.matrix.rows.count) rows of the matrix. \(reported) reported, "
            + "\(counts["none"] ?? 0) did not, of \(counts["unknown"] ?? 0) it is not recorded. \(WorldStatus.caution)"
    }

    private static let definitions = """
        <defs>
        <pattern id="unclear" width="4" height="4" patternUnits="userSpaceOnUse"><rect width="4" height="4" \
        fill="#fee391"/><circle cx="2" cy="2" r="0.9" fill="#8c5a00"/></pattern>
        <pattern id="na" width="4" height="4" patternUnits="userSpaceOnUse"><rect width="4" height="4" \
        fill="#ffffff"/><path d="M0 4L4 0" stroke="#737373" stroke-width="0.8"/></pattern>
        </defs>
        """

    private var legend: [String] {
        var parts = ["<g font-size=\"10\">"]
        for (place, (level, fill)) in Self.fills.enumerated() {
            let (x, y) = (20 + place % 2 * 250, 92 + place / 2 * 16)
            parts.append(
                "<rect x=\"\(x)\" y=\"\(y)\" width=\"12\" height=\"12\" fill=\"\(fill)\" stroke=\"#737373\" "
                    + "stroke-width=\"0.5\"/><text x=\"\(x + 18)\" y=\"\(y + 10)\">\(level.name)</text>")
        }
        parts.append(
            "<text x=\"540\" y=\"102\">Strips in a square, left to right: nuclear, chemical, biological weapons.</text>"
                + "<text x=\"540\" y=\"118\">Beside a name: ● reported more than once, ○ reported once, – did not report, "
                + "? not recorded.</text>")
        return parts + ["</g>"]
    }

    private func heads(_ places: [(row: Int, x: Int)]) -> [String] {
        var parts: [String] = []
        for group in ObligationGroup.allCases {
            guard let first = places.first(where: { status.matrix.rows[$0.row].group == group }) else { continue }
            parts.append(
                "<text x=\"\(first.x)\" y=\"\(Self.head - 118)\" font-weight=\"bold\">\(group.paragraph)"
                    + "<title>\(Self.escaped(status.matrix.title(of: group)))</title></text>")
        }
        for place in places {
            let row = status.matrix.rows[place.row]
            let measure = row.code.rawValue.split(separator: ".").last.map(String.init) ?? row.code.rawValue
            let (x, y) = (place.x + 9, Self.head - 4)
            parts.append(
                "<text x=\"\(x)\" y=\"\(y)\" font-size=\"8.5\" transform=\"rotate(-90 \(x) \(y))\">"
                    + "\(Self.escaped(measure))<title>\(Self.escaped("\(row.code): \(row.title())"))</title></text>")
        }
        return parts
    }

    private func row(_ item: StateStatus, _ line: Int, _ places: [(row: Int, x: Int)]) -> [String] {
        let y = Self.head + line * Self.square
        let mark =
            switch item.reporting.name {
            case "additional": "●"
            case "reported": "○"
            case "none": "–"
            default: "?"
            }
        let reports = ([item.reporting.first].compactMap(\.self) + item.reporting.additional).map(\.description)
        let tip =
            "\(item.state.label): \(item.reporting.name)"
            + (reports.isEmpty ? "" : " (\(reports.joined(separator: ", ")))")
        var parts = [
            "<g><text x=\"20\" y=\"\(y + 10)\">\(mark)</text><text x=\"34\" y=\"\(y + 10)\">"
                + "\(Self.escaped(Self.short(item.state.name)))<title>\(Self.escaped(tip))</title></text>"
        ]
        for place in places {
            let row = status.matrix.rows[place.row]
            parts.append(
                "<rect x=\"\(place.x)\" y=\"\(y)\" width=\"\(Self.square)\" height=\"\(Self.square)\" fill=\"#ffffff\" "
                    + "stroke=\"#d0d0d0\" stroke-width=\"0.5\"/>")
            let levels = item.rows[place.row]
            // Blank squares are as they are drawn; a title on each would only make the file large.
            guard levels.contains(where: { $0 != .blank }) else { continue }
            let weapons = levels.count == 1 ? [""] : Weapon.allCases.map { "\($0.rawValue) " }
            let words = zip(weapons, levels).map { $0 + $1.name }.joined(separator: "; ")
            parts.append("<g><title>\(Self.escaped("\(item.state.name), \(row.code): \(words)"))</title>")
            let width = (Self.square - 1) * 10 / levels.count
            for (strip, level) in levels.enumerated() where level != .blank {
                let x = place.x * 10 + 5 + strip * width
                parts.append(
                    "<rect x=\"\(Self.tenths(x))\" y=\"\(y).5\" width=\"\(Self.tenths(width))\" height=\"11\" "
                        + "fill=\"\(Self.fills.first { $0.level == level }?.fill ?? "none")\"/>")
            }
            parts.append("</g>")
        }
        return parts + ["</g>"]
    }

    private static func tenths(_ number: Int) -> String { "\(number / 10).\(number % 10)" }

    private static func short(_ name: String) -> String { name.count <= 32 ? name : name.prefix(31) + "…" }

    /// For XML, which has no place for most control characters.
    static func escaped(_ text: String) -> String {
        var result = ""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "&": result += "&amp;"
            case "<": result += "&lt;"
            case ">": result += "&gt;"
            case "\"": result += "&quot;"
            case "\t", "\n", "\r": result += " "
            case _ where scalar.value < 0x20 || scalar.value == 0xFFFE || scalar.value == 0xFFFF: result += "\u{FFFD}"
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result
    }
}
