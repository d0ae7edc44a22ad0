/// What the elements of Akoma Ntoso are for, over its versions (1.0, 2.0, drafts of 3.0, 3.0) and national profiles.
enum AkomaNtosoVocabulary {
    /// Elements that number and head what is below them.
    static let containers: Set<String> = [
        "book", "part", "title", "chapter", "section", "subsection", "subchapter", "subpart", "subtitle", "division",
        "subdivision", "tome", "hcontainer", "article", "rule", "subrule", "regulation", "paragraph", "subparagraph",
        "clause", "subclause", "list", "sublist", "level", "alinea", "point", "indent", "proviso", "transitional",
    ]

    /// Elements that hold what is read as lines, with no provision below them.
    static let blocks: Set<String> = [
        "content", "intro", "wrapUp", "wrap", "p", "ul", "ol", "table", "blockList", "longTitle", "item", "tblock",
        "foreign", "interstitial",
    ]

    /// Notes, marks and lists of contents: no words of the law.
    static let silent: Set<String> = [
        "authorialNote", "noteRef", "note", "notes", "remark", "img", "meta", "toc", "sidenote", "componentRef",
        "documentRef", "recordedTime", "marker",
    ]

    /// What an act quotes is its own text, but the articles in it are another law's.
    static let quoted: Set<String> = ["quotedStructure", "embeddedStructure", "embeddedText", "quotedText"]

    /// Elements that are a document of their own.
    static let documents: Set<String> = ["act", "bill", "portion", "statement"]

    static let collections: Set<String> = ["documentCollection", "officialGazette"]

    private static let attachments: Set<String> = ["attachment", "annex", "appendix", "schedule", "component"]

    /// Elements that can be the provision of a law, the likeliest first.
    static let units = ["article", "section", "rule", "regulation"]

    /// Elements that are its provisions only where they are numbered, and there is nothing better.
    static let lesserUnits = ["paragraph", "clause"]

    /// Whether the element begins something attached to a law.
    static func isAttachment(_ tag: XMLTag) -> Bool {
        attachments.contains(tag.name)
            || tag.name == "hcontainer" && (tag["name"].map { attachments.contains($0.lowercased()) } ?? false)
    }

    /// Whether the element is an editor's remark, written as a part of the law.
    static func isRemark(_ tag: XMLTag) -> Bool {
        silent.contains(tag.name) || tag.name == "hcontainer" && tag["name"]?.lowercased() == "noteauthorial"
    }

    /// What the element would be as a provision: its own name, or that which an `hcontainer` carries.
    static func unit(_ tag: XMLTag) -> String? {
        guard tag.name == "hcontainer" else {
            return units.contains(tag.name) || lesserUnits.contains(tag.name) ? tag.name : nil
        }
        guard let name = tag["name"]?.lowercased() else { return nil }
        if units.contains(name) || lesserUnits.contains(name) { return name }
        return articleWords.contains(name) ? "article" : nil
    }

    static func kind(_ unit: String) -> ProvisionKind {
        // The clauses of a bill are the sections of the act that it becomes.
        unit == "clause" ? .section : ProvisionKind(rawValue: unit) ?? .other
    }

    /// Beginning of the id of a unit, after the naming convention of Akoma Ntoso.
    static func idPrefix(_ unit: String) -> String {
        ["article": "art", "section": "sec", "regulation": "reg", "paragraph": "para", "clause": "cl"][unit] ?? unit
    }

    private static let articleWords: Set<String> = [
        "articulo", "artículo", "artigo", "articolo", "artikel", "artykuł", "artikla", "článek", "článok", "članak",
        "člen", "άρθρο", "arthro", "madde", "стаття", "статья", "член", "artikull", "artikolu", "straipsnis",
    ]
}

extension XMLTag {
    /// The id that Akoma Ntoso 3.0 gives an element; that of another version of it where there is none.
    var eId: String? { (self["eId"] ?? self["wId"]).flatMap { $0.isEmpty ? nil : $0 } }

    /// The id of an element in any version of Akoma Ntoso.
    var anyId: String? { self["eId"] ?? self["id"] ?? self["wId"] ?? self["xml:id"] }
}
