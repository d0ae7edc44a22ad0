/// Counts a Word document's lists as Word prints them.
struct WordNumbering {
    private struct Level {
        var start = 1
        var format = "decimal"
        var text = ""
        var restart: Int?
        var isLegal = false
        var style: String?
    }

    private struct List {
        var levels: [Int: Level] = [:]
        /// Another list's style whose levels this one uses.
        var link: String?
        var ownLink: String?
    }

    private struct Instance {
        var list: String
        var starts: [Int: Int] = [:]
        var levels: [Int: Level] = [:]
    }

    private var lists: [String: List] = [:]
    private var instances: [String: Instance] = [:]
    /// Counters by list: instances of one list go on counting together.
    private var counters: [String: [Int: Int]] = [:]
    private var begun: Set<String> = []

    init() {}

    init(_ file: SourceFile) throws {
        var stream = try XMLStream(file)
        while let event = try stream.next() {
            guard case .start(let tag) = event else { continue }
            if tag.name == "abstractNum", let id = tag.local("abstractNumId") {
                let element = try stream.element(tag)
                var list = List()
                for child in element.elements where child.name == "lvl" {
                    let (place, level) = Self.level(child)
                    list.levels[place] = level
                }
                list.link = element.first("numStyleLink")?.tag.local("val")
                list.ownLink = element.first("styleLink")?.tag.local("val")
                lists[id] = list
            } else if tag.name == "num", let id = tag.local("numId") {
                let element = try stream.element(tag)
                var instance = Instance(list: element.first("abstractNumId")?.tag.local("val") ?? "")
                for child in element.elements where child.name == "lvlOverride" {
                    guard let place = child.tag.local("ilvl").flatMap({ Int($0) }) else { continue }
                    if let level = child.first("lvl") { instance.levels[place] = Self.level(level).1 }
                    instance.starts[place] = child.first("startOverride")?.tag.local("val").flatMap { Int($0) }
                }
                instances[id] = instance
            }
        }
        let owners = lists.compactMap { id, list in list.ownLink.map { ($0, id) } }
        let byStyle = Dictionary(owners) { first, _ in first }
        for (id, list) in lists where list.levels.isEmpty {
            guard let link = list.link, let owner = byStyle[link], let levels = lists[owner]?.levels else { continue }
            lists[id]?.levels = levels
        }
    }

    private static func level(_ element: XMLElement) -> (Int, Level) {
        func value(_ name: String) -> String? { element.first(name)?.tag.local("val") }
        var level = Level()
        level.start = value("start").flatMap { Int($0) } ?? 1
        let format = element.first("numFmt") ?? element.descendant("numFmt")
        level.format = format?.tag.local("val") ?? "decimal"
        level.text = value("lvlText") ?? ""
        level.restart = value("lvlRestart").flatMap { Int($0) }
        level.isLegal = element.first("isLgl").map(\.tag.isOn) ?? false
        level.style = value("pStyle")
        return (element.tag.local("ilvl").flatMap { Int($0) } ?? 0, level)
    }

    /// The level that a style stands for in a list, where the list says so.
    func level(ofStyle style: String?, in id: String) -> Int? {
        guard let style, let instance = instances[id] else { return nil }
        return lists[instance.list]?.levels.first { $0.value.style == style }?.key
    }

    /// Counts one paragraph; the number that stands before it, nil where none is printed.
    mutating func next(list id: String, level place: Int) -> String? {
        guard let instance = instances[id], let list = lists[instance.list], (0...8).contains(place) else { return nil }
        func level(_ place: Int) -> Level? { instance.levels[place] ?? list.levels[place] }
        guard let own = level(place) else { return nil }
        var counts = counters[instance.list] ?? [:]
        if begun.insert(id).inserted {
            for (place, start) in instance.starts { counts[place] = start &- 1 }
        }
        counts[place] = counts[place].map { $0 &+ 1 } ?? own.start
        for deeper in counts.keys where deeper > place {
            // `lvlRestart` 0 never starts anew; n starts anew after a level above the n-th.
            let restart = level(deeper)?.restart
            if restart == 0 || restart.map({ place >= $0 }) == true { continue }
            counts[deeper] = nil
        }
        for above in 0..<place where counts[above] == nil { counts[above] = level(above)?.start ?? 1 }
        counters[instance.list] = counts
        if own.format == "bullet" { return "•" }
        return Self.printed(own) { above in
            guard let count = counts[above], let level = level(above) else { return "" }
            return ListNumber.printed(count, own.isLegal ? "decimal" : level.format)
        }
    }

    private static func printed(_ level: Level, number: (Int) -> String) -> String? {
        var text = ""
        var scalars = level.text.unicodeScalars[...]
        while let scalar = scalars.popFirst() {
            if scalar == "%", let digit = scalars.first, ("1"..."9").contains(digit) {
                scalars.removeFirst()
                text += number(Int(digit.value) - 49)
            } else {
                text.unicodeScalars.append(scalar)
            }
        }
        let trimmed = text.trimmed
        return trimmed.isEmpty ? nil : trimmed
    }
}
