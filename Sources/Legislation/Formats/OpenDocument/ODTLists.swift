/// Counts an OpenDocument's lists and numbered headings.
struct ODTLists {
    private struct Level {
        var format: String
        var prefix: String
        var suffix: String
        var start: Int
        var shown: Int
    }

    /// Name under which the numbering of headings is kept.
    static let outline = " outline"
    private var levels: [String: [Int: Level]] = [:]
    /// Paragraph styles that are part of a list, or hidden.
    private var listOfStyle: [String: String] = [:]
    private var parentOfStyle: [String: String] = [:]
    private(set) var titleStyles: Set<String> = ["Title"]
    private var counters: [String: [Int: Int]] = [:]

    /// Takes up the styles of `styles.xml` or of the automatic styles in `content.xml`.
    mutating func learn(from file: SourceFile) throws {
        var stream = try XMLStream(file)
        while let event = try stream.next() {
            guard case .start(let tag) = event else { continue }
            switch tag.name {
            case "list-style", "outline-style":
                let name = tag.name == "outline-style" ? Self.outline : tag["style:name"] ?? ""
                levels[name] = Self.levels(try stream.element(tag))
            case "style":
                guard let name = tag["style:name"] else { continue }
                parentOfStyle[name] = tag["style:parent-style-name"]
                listOfStyle[name] = tag["style:list-style-name"]
                if tag["style:parent-style-name"] == "Title" { titleStyles.insert(name) }
            case "body": return
            default: continue
            }
        }
    }

    private static func levels(_ style: XMLElement) -> [Int: Level] {
        var levels: [Int: Level] = [:]
        for element in style.elements {
            // The standard has ten levels.
            guard let place = element.tag["text:level"].flatMap({ Int($0) }), (1...10).contains(place) else { continue }
            let isBullet = element.name == "list-level-style-bullet"
            levels[place] = Level(
                format: isBullet ? "bullet" : Self.format(element.tag["style:num-format"] ?? ""),
                prefix: element.tag["style:num-prefix"] ?? "", suffix: element.tag["style:num-suffix"] ?? "",
                start: element.tag["text:start-value"].flatMap { Int($0) } ?? 1,
                shown: element.tag["text:display-levels"].flatMap { Int($0) } ?? 1)
        }
        return levels
    }

    private static func format(_ sign: String) -> String {
        switch sign {
        case "a": "lowerLetter"
        case "A": "upperLetter"
        case "i": "lowerRoman"
        case "I": "upperRoman"
        case "": "none"
        case "一, 二, 三, ...": "chineseCounting"
        default: "decimal"
        }
    }

    /// The list that a paragraph style counts in.
    func list(ofStyle style: String?) -> String? {
        var next = style
        for _ in 0..<20 {
            guard let name = next else { return nil }
            if let list = listOfStyle[name] { return list.isEmpty ? nil : list }
            next = parentOfStyle[name]
        }
        return nil
    }

    /// Forgets what a list has counted, for a list that does not continue another.
    mutating func restart(_ list: String) { counters[list] = nil }

    /// Counts one item; what is printed before it.
    mutating func next(_ list: String, level place: Int, start: Int? = nil) -> String? {
        guard let levels = levels[list], let own = levels[place] else { return nil }
        var counts = counters[list] ?? [:]
        counts[place] = start ?? counts[place].map { $0 &+ 1 } ?? own.start
        for deeper in counts.keys where deeper > place { counts[deeper] = nil }
        counters[list] = counts
        if own.format == "bullet" { return "•" }
        if own.format == "none" { return nil }
        let shown = max(1, place - max(own.shown, 1) + 1)...place
        let numbers = shown.map {
            ListNumber.printed(counts[$0] ?? levels[$0]?.start ?? 1, levels[$0]?.format ?? "decimal")
        }
        return (own.prefix + numbers.filter { !$0.isEmpty }.joined(separator: ".") + own.suffix).trimmed
    }
}
