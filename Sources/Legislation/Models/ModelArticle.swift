/// An article of a model text.
public struct ModelArticle: Sendable, Hashable {
    /// How a State may deal with a paragraph.
    public enum Choice: String, Sendable, Hashable {
        /// It may be left out.
        case optional
        /// One of those with the same number is taken.
        case alternative
    }

    /// A numbered piece of an article: a paragraph, or a point of one.
    public struct Clause: Sendable, Hashable {
        /// Akoma Ntoso id, the same in all languages.
        public var eId: String
        /// 0 for a paragraph, 1 for a point of it, and so on.
        public var level: Int
        /// Number as printed, for example `4. [Alternative A]`; empty where there is none.
        public var number: String
        /// Its words, without those of its points.
        public var text: String
        /// What the drafters leave to the State; nil where nothing.
        public var choice: Choice?
        /// Notes for drafters.
        public var notes: [String]
        /// Terms that are defined here.
        public var definitions: [String]
        /// eIds, within the text, that it refers to.
        public var references: [String]
    }

    /// Akoma Ntoso id, the same in all languages.
    public var eId: String
    /// Number as printed, for example `Article 5`.
    public var number: String
    /// Its own heading.
    public var heading: String
    /// Headings above, outermost first.
    public var path: [String]
    /// Matrix cells that the article declares to serve.
    public var obligations: [ObligationTag]
    /// Its pieces in order.
    public var clauses: [Clause]
    let element: XMLFragment

    init(_ element: XMLElement, path: [String], obligations: [ObligationTag]) {
        eId = element.tag["eId"] ?? ""
        number = element.first("num")?.inlineText ?? ""
        heading = element.first("heading")?.inlineText ?? ""
        self.path = path
        self.obligations = obligations
        self.element = XMLFragment(element)
        clauses = Self.clauses(in: element, level: 0)
    }

    /// The article as Akoma Ntoso, its ids and the references to articles in `kept` moved below `prefix`; other
    /// references go to `expression`.
    public func akomaNtoso(prefix: String, kept: Set<String>, expression: String) -> String {
        element.text { name, value in
            switch name {
            case "eId": return "\(prefix)__\(value)"
            case "href" where value.hasPrefix("#"):
                let target = String(value.dropFirst())
                let article = target.components(of: "__").first ?? target
                return kept.contains(article) ? "#\(prefix)__\(target)" : expression + value
            default: return value
            }
        }
    }

    private static func clauses(in element: XMLElement, level: Int) -> [Clause] {
        element.elements.flatMap { child -> [Clause] in
            guard ["paragraph", "point", "subparagraph", "content"].contains(child.name), child.tag["eId"] != nil
            else { return [] }
            // An article without paragraphs has its content itself.
            let words = child.name == "content" ? [child] : child.elements.filter { Self.wording.contains($0.name) }
            let inner = child.name == "content" ? [] : clauses(in: child, level: level + 1)
            return [Clause(child, words: words, level: level)] + inner.filter { $0.eId != words.first?.tag["eId"] }
        }
    }

    private static let wording: Set<String> = ["content", "intro", "wrapUp"]
}

extension ModelArticle.Clause {
    fileprivate init(_ element: XMLElement, words: [XMLElement], level: Int) {
        eId = element.tag["eId"] ?? ""
        self.level = level
        number = element.name == "content" ? "" : element.first("num")?.inlineText ?? ""
        text = words.map { $0.without("authorialNote").inlineText }.filter { !$0.isEmpty }.joined(separator: " ")
        choice = element.tag["class"].flatMap(ModelArticle.Choice.init)
        notes = words.flatMap { $0.descendants("authorialNote") }.map(\.inlineText)
        definitions = words.flatMap { $0.descendants("def") }.map(\.inlineText)
        references = words.flatMap { $0.descendants("ref") }.compactMap { $0.tag["href"] }
            .filter { $0.hasPrefix("#") }.map { String($0.dropFirst()) }
    }
}

extension XMLElement {
    /// The element without those of a name within.
    fileprivate func without(_ name: String) -> XMLElement {
        var copy = self
        copy.children = children.compactMap { child in
            guard case .element(let element) = child else { return child }
            return element.name == name ? nil : .element(element.without(name))
        }
        return copy
    }
}

extension String {
    fileprivate func components(of separator: String) -> [String] {
        var parts: [String] = []
        var rest = self[...]
        while let range = rest.firstRange(of: separator) {
            parts.append(String(rest[..<range.lowerBound]))
            rest = rest[range.upperBound...]
        }
        return parts + [String(rest)]
    }
}
