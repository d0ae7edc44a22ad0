import Foundation
import Legislation

/// Titles, headings and clauses of the model texts in `corpus/`, in six languages.
struct ModelClauses {
    static let languages = ["ar", "en", "es", "fr", "ru", "zh"]

    private(set) var headings = ParallelTexts(name: "titles and headings of model texts")
    private(set) var clauses = ParallelTexts(name: "clauses of model texts")

    /// - Throws: what reading the model texts throws, with file and line.
    init(folder: String) throws {
        let family = try ModelFamily(folder: URL(fileURLWithPath: folder), languages: Self.languages)
        var paths: Set<[String]> = []
        for member in family.members {
            headings.texts.append(Self.byLanguage(member.texts.map(\.law.title)))
            guard let first = member.texts.first else { continue }
            for article in first.articles {
                let articles = member.texts.compactMap { $0.article(article.eId) }
                guard articles.count == Self.languages.count else { continue }
                headings.texts.append(Self.byLanguage(articles.map(\.heading)))
                for level in article.path.indices where articles.allSatisfy({ $0.path.count == article.path.count }) {
                    let names = articles.map { $0.path[level] }
                    if paths.insert(names).inserted { headings.texts.append(Self.byLanguage(names)) }
                }
                for clause in article.clauses {
                    let clauses = articles.compactMap { other in other.clauses.first { $0.eId == clause.eId } }
                    guard clauses.count == Self.languages.count else { continue }
                    self.clauses.texts.append(Self.byLanguage(clauses.map(\.text)))
                }
            }
        }
    }

    private static func byLanguage(_ texts: [String]) -> [String: String] {
        Dictionary(zip(languages, texts), uniquingKeysWith: { first, _ in first })
    }
}
