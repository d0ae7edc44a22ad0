import Foundation
import Legislation
import Obligations
import Review

/// The model provision for a cell, from the corpus; none where the corpus is not found.
struct ModelProvisions {
    private let family: ModelFamily?
    private let language: LanguageTag

    /// - Parameter language: one of the six languages of the corpus.
    init(corpus: String? = nil, language: String = "en") throws {
        self.language = try LanguageTag(language)
        guard let folder = try? ModelCorpus.folder(named: corpus) else {
            Console.note("The model texts were not found; name their folder with --corpus.")
            family = nil
            return
        }
        family = try ModelFamily(folder: folder, languages: [language])
    }

    /// The model provision in the form that documents take it.
    @Sendable func writerModel(_ cell: Cell) -> DossierWriter.Model? {
        best(for: cell).map { name, article in
            DossierWriter.Model(
                name: name, heading: "\(article.number) \(article.heading)",
                text: SearchListing.short(
                    article.clauses.map { "\($0.number) \($0.text)" }.joined(separator: " "), 500), language: language)
        }
    }

    /// An article of a model text that serves the cell: the text on its weapon type where there is one.
    func best(for cell: Cell) -> (name: String, article: ModelArticle)? {
        let served =
            family?.articles { tag in
                tag.code == cell.code.rawValue && tag.aspect == cell.aspect.rawValue
                    && (cell.weapon.map { tag.weapons.contains($0.rawValue) } ?? true)
            } ?? []
        let own = cell.weapon.map { "model-\($0.name)" }
        guard let best = served.first(where: { $0.member.name == own }) ?? served.first,
            let article = best.articles.first
        else { return nil }
        return ("\(best.member.name)#\(best.eId)", article)
    }
}
