/// The paragraph and character styles of a Word document: how deep a heading they are, and what list they count in.
struct WordStyles {
    /// A place in a list.
    struct ListPlace: Equatable {
        var list: String?
        var level: Int?
    }

    private struct Style {
        var name: String
        var parent: String?
        var outline: Int?
        var place: ListPlace
        var isHidden: Bool?
    }

    private var styles: [String: Style] = [:]
    private var standard: String?

    init() {}

    init(_ file: SourceFile) throws {
        var stream = try XMLStream(file)
        while let event = try stream.next() {
            guard case .start(let tag) = event, tag.name == "style", let id = tag.local("styleId") else { continue }
            let element = try stream.element(tag)
            let paragraph = element.first("pPr")
            let outline = paragraph?.first("outlineLvl")?.tag.local("val").flatMap { Int($0) }
            let list = paragraph?.first("numPr")
            styles[id] = Style(
                name: element.first("name")?.tag.local("val")?.lowercased() ?? "",
                parent: element.first("basedOn")?.tag.local("val"), outline: outline,
                place: ListPlace(
                    list: list?.first("numId")?.tag.local("val"),
                    level: list?.first("ilvl")?.tag.local("val").flatMap { Int($0) }),
                isHidden: element.first("rPr")?.first("vanish").map(\.tag.isOn))
            if tag.local("type") == "paragraph", tag.local("default").map({ $0 == "1" || $0 == "true" }) == true {
                standard = id
            }
        }
    }

    /// 1…6 for the style of a heading, 0 for text.
    func level(of id: String?) -> Int {
        for style in chain(id) {
            if let outline = style.outline { return outline < 9 ? min(outline + 1, 6) : 0 }
            if style.name.hasPrefix("heading "), let level = Int(style.name.dropFirst(8)) {
                return min(max(level, 1), 6)
            }
        }
        return 0
    }

    /// Where the style counts; the nearest style that says a part of it decides that part.
    func place(of id: String?) -> ListPlace {
        var place = ListPlace()
        for style in chain(id) {
            place.list = place.list ?? style.place.list
            place.level = place.level ?? style.place.level
        }
        return place
    }

    func isHidden(_ id: String?) -> Bool { chain(id).lazy.compactMap(\.isHidden).first ?? false }

    /// Whether lines of this style are entries of a table of contents or of an index.
    func isContents(_ id: String?) -> Bool {
        chain(id).contains {
            $0.name.hasPrefix("toc ") || $0.name.hasPrefix("table of ") || $0.name.hasPrefix("index ")
        }
    }

    /// Whether a style is the one for a document's title.
    func isTitle(_ id: String?) -> Bool { chain(id).first?.name == "title" }

    /// The style and what it is based on; a circle ends after as many steps as any document needs.
    private func chain(_ id: String?) -> [Style] {
        var chain: [Style] = []
        var next = id ?? standard
        while let id = next, let style = styles[id], chain.count < 20 {
            chain.append(style)
            next = style.parent
        }
        return chain
    }
}
