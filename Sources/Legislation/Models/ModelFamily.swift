public import Foundation

/// The model texts of a corpus folder: a folder `model-…` a text, a file `en.xml` a language.
public struct ModelFamily: Sendable {
    /// A text in the languages that were asked for.
    public struct Member: Sendable {
        /// Name of its folder, for example `model-nuclear`.
        public var name: String
        /// By language, in the order in which they were asked for.
        public var texts: [ModelText]
    }

    /// An article that serves what was asked for.
    public struct Serving: Sendable {
        /// The text that it stands in.
        public var member: Member
        /// Akoma Ntoso id of the article.
        public var eId: String
        /// The article in each language.
        public var articles: [ModelArticle]
    }

    /// The languages asked for (BCP 47 primary tags).
    public let languages: [String]
    /// The texts; that which stands alone, `model-act`, first.
    public let members: [Member]

    /// Reads the texts of a folder.
    ///
    /// - Throws: ``LegislationReadError``: the folder has no such texts, a language of one is missing, or a file is at
    ///   fault.
    public init(folder: URL, languages: [String]) throws {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
        let texts = names.filter { $0.hasPrefix("model-") }.sorted()
        guard !texts.isEmpty else {
            throw LegislationReadError(
                file: folder.path, reason: .unreadable, message: "there is no model text in it",
                mend: "name the folder that holds model-act/en.xml")
        }
        self.languages = languages
        members = try texts.map { name in
            Member(
                name: name,
                texts: try languages.map {
                    try ModelText(contentsOf: folder.appendingPathComponent(name).appendingPathComponent("\($0).xml"))
                })
        }
    }

    /// The articles with a tag that is wanted, in order; an article has one entry, with its text in every language.
    public func articles(serving isWanted: (ObligationTag) -> Bool) -> [Serving] {
        members.flatMap { member -> [Serving] in
            guard let first = member.texts.first else { return [] }
            return first.articles.filter { $0.obligations.contains(where: isWanted) }.map { article in
                Serving(
                    member: member, eId: article.eId,
                    articles: member.texts.compactMap { $0.article(article.eId) })
            }
        }
    }
}
