import CLibXML2

/// What an element does to the text in it.
struct HTMLTraits: OptionSet {
    let rawValue: Int

    static let block = HTMLTraits(rawValue: 1)
    static let bold = HTMLTraits(rawValue: 2)
    static let centered = HTMLTraits(rawValue: 4)
    static let struck = HTMLTraits(rawValue: 8)
    static let preformatted = HTMLTraits(rawValue: 16)
    /// Footnotes and editors' notes: their lines head no article.
    static let note = HTMLTraits(rawValue: 32)
    /// A link to another page.
    static let link = HTMLTraits(rawValue: 64)
    /// A link within the page: an entry of a table of contents, a footnote's mark.
    static let inPageLink = HTMLTraits(rawValue: 128)
    static let raised = HTMLTraits(rawValue: 256)
    /// Small print: marginal notes stand in it.
    static let small = HTMLTraits(rawValue: 512)

    private static let blocks: Set<String> = [
        "p", "div", "br", "li", "tr", "table", "section", "article", "blockquote", "dd", "dt", "dl", "pre", "hr",
        "center", "ul", "ol", "dir", "menu", "body", "main", "header", "footer", "aside", "figure", "figcaption",
        "address", "fieldset", "form", "details", "summary", "caption", "thead", "tbody", "tfoot", "frameset", "title",
        "legend",
    ]

    private static let notes: Set<String> = [
        "footnote", "footnotes", "fussnote", "fussnoten", "fn", "fntext", "fnote", "endnote", "endnotes", "notefin",
        // What an amending act quotes of another law (`pro-rplc-text` at Poland's gazette).
        "rplc", "quoted", "quotedstructure",
    ]

    /// How class names of titles and headings begin, in the languages of the sites.
    private static let titles = ["tit", "head", "naslov", "rubrik", "kop", "ueberschrift", "nagl", "nadpis", "baslik"]

    init(rawValue: Int) { self.rawValue = rawValue }

    init(_ node: xmlNodePtr, _ name: String) {
        self = []
        if Self.blocks.contains(name) || HTMLTree.level(name) != nil { insert(.block) }
        switch name {
        case "b", "strong": insert(.bold)
        case "center": insert(.centered)
        case "s", "strike", "del": insert(.struck)
        case "pre", "listing", "xmp": formUnion([.preformatted, .block])
        case "sup": insert(.raised)
        case "small": insert(.small)
        case "a":
            if let target = HTMLTree.attribute(node, "href")?.trimmed, !target.isEmpty {
                insert(target.hasPrefix("#") ? .inPageLink : .link)
            }
        default: break
        }
        if HTMLTree.attribute(node, "align")?.lowercased() == "center" { insert(.centered) }
        if let style = HTMLTree.attribute(node, "style") { apply(style) }
        if let role = HTMLTree.attribute(node, "role"), role.hasPrefix("doc-"),
            role.hasSuffix("note") || role.hasSuffix("notes")
        {
            insert(.note)
        }
        if let names = HTMLTree.attribute(node, "class") { apply(classes: names, name) }
        if HTMLTree.attribute(node, "id")?.hasPrefix("footnote") == true, name != "a" { insert(.note) }
    }

    private mutating func apply(_ style: String) {
        let bare = style.lowercased().filter { !$0.isWhitespace }
        if bare.contains("font-weight:bold") || bare.contains("font-weight:700") { insert(.bold) }
        if bare.contains("text-align:center") { insert(.centered) }
        if bare.contains("line-through") { insert(.struck) }
        if bare.contains("white-space:pre"), !bare.contains("white-space:pre-line") { insert(.preformatted) }
        if bare.contains("display:block") || bare.contains("display:table-row") { insert(.block) }
        if bare.contains("vertical-align:super") { insert(.raised) }
    }

    private mutating func apply(classes: String, _ name: String) {
        let block = contains(.block) && (name == "p" || name == "div" || name == "td")
        for each in classes.split(whereSeparator: \.isWhitespace) {
            // Romania's portal makes its blocks of spans, by classes `S_ART`, `S_ART_TTL`, `S_PAR`.
            if name == "span", each.hasPrefix("S_"), each.utf8.allSatisfy({ !(0x61...0x7A).contains($0) }),
                !each.hasPrefix("S_LGI"), !each.hasPrefix("S_REF"), !each.hasPrefix("S_LIT_"),
                !each.hasPrefix("S_PCT_"), !each.hasPrefix("S_ALN_"), !each.hasPrefix("S_HDR")
            {
                insert(.block)
            }
            if name != "a", name != "sup", !HTMLChrome.tokens(each).allSatisfy({ !Self.notes.contains($0) }) {
                insert(.note)
            }
            let word = each.lowercased()
            if block, HTMLChrome.tokens(each).contains(where: { Self.titles.contains(where: $0.hasPrefix) }) {
                insert(.centered)
            }
            if ["bold", "centar", "center", "centered", "text-center"].contains(word) {
                insert(.centered)
            }
        }
    }
}
