public import Foundation

/// A model text of `corpus/` in one language, clause by clause, with what the drafters say beside the text.
///
/// ``LegislationReader`` reads the same files as laws, for search. There, an article is one text, and the notes for
/// drafters are left out; here they are kept, as are optional and alternative paragraphs.
public struct ModelText: Sendable, Hashable {
    /// The expression and its facts.
    public var law: Law
    /// Its articles in order.
    public var articles: [ModelArticle]

    /// Reads a file.
    ///
    /// - Throws: ``LegislationReadError`` with the line, where the file is missing, is not well-formed, or is no Akoma
    ///   Ntoso with articles.
    public init(contentsOf url: URL) throws {
        var laws: [Law] = []
        var provisions: [Provision] = []
        let reader = LegislationReader()
        try reader.read(url, onLaw: { laws.append($0) }, onProvision: { provisions.append($0) })
        let file = SourceFile(name: url.path, utf8: try Data(contentsOf: url), options: reader.options)
        var tree = try XMLStream(file)
        var root: XMLElement?
        while root == nil, let event = try tree.next() {
            if case .start(let tag) = event { root = try tree.element(tag) }
        }
        guard let law = laws.first, root?.name == "akomaNtoso", let body = root?.descendant("body") else {
            throw file.error(.notLegislation, "it is no act in Akoma Ntoso", mend: "restore it from the repository")
        }
        self.law = law
        let tags = Dictionary(provisions.map { ($0.eId, $0) }, uniquingKeysWith: { first, _ in first })
        articles = Self.articles(in: body, path: []).map { element, path in
            let eId = element.tag["eId"] ?? ""
            return ModelArticle(element, path: path, obligations: tags[eId]?.obligationTags ?? [])
        }
        guard !articles.isEmpty else {
            throw file.error(.notLegislation, "it has no article", mend: "restore it from the repository")
        }
    }

    /// The article of an eId; nil where there is none.
    public func article(_ eId: String) -> ModelArticle? { articles.first { $0.eId == eId } }

    private static func articles(in element: XMLElement, path: [String]) -> [(XMLElement, [String])] {
        element.elements.flatMap { child -> [(XMLElement, [String])] in
            if child.name == "article" { return [(child, path)] }
            let title = [child.first("num"), child.first("heading")].compactMap { $0?.inlineText }
            return articles(in: child, path: title.isEmpty ? path : path + [title.joined(separator: " ")])
        }
    }
}
