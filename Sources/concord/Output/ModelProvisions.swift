import Foundation
import Legislation
import Obligations
import Review

/// The model provision for a cell, from the corpus; none, with a note, where the corpus is not found.
struct ModelProvisions {
    private let family: ModelFamily?
    private let language: LanguageTag

    /// - Parameter language: one of the six languages of the corpus.
    init(corpus: String? = nil, language: String = "en") throws {
        self.language = try LanguageTag(language)
        let folder: URL
        do {
            folder = try ModelCorpus.folder(named: corpus)
        } catch {
            Console.note(Failure.text(of: error))
            family = nil
            return
        }
        family = try ModelFamily(folder: folder, languages: [language])
    }

    /// Whether the corpus was found.
    var isThere: Bool { family != nil }

    /// The article that serves a row, for a weapon type and an aspect or for any: of the text on that weapon type where
    /// there is one, for it says most of it.
    func best(for code: ObligationCode, weapon: Weapon?, aspect: Aspect?) -> CompareDocument.Model? {
        let served =
            family?.articles { tag in
                tag.code == code.rawValue && ModelCommand.reaches(tag, weapon)
                    && (aspect == nil || tag.aspect == aspect?.rawValue)
            } ?? []
        let own = weapon.map { "model-\($0.name)" }
        guard let best = served.first(where: { $0.member.name == own }) ?? served.first,
            let article = best.articles.first, let law = best.member.texts.first?.law
        else { return nil }
        func name(_ serving: ModelFamily.Serving) -> String { "\(serving.member.name)#\(serving.eId)" }
        return CompareDocument.Model(
            law: law, article: article, name: name(best), others: served.map(name).filter { $0 != name(best) })
    }

    /// The article for a cell.
    func best(for cell: Cell) -> CompareDocument.Model? {
        best(for: cell.code, weapon: cell.weapon, aspect: cell.aspect)
    }

    /// The article for a cell in the form that documents on a State take it.
    @Sendable func writerModel(_ cell: Cell) -> DossierWriter.Model? {
        best(for: cell).map { model in
            let clauses = model.article.clauses.map { "\($0.number) \($0.text)" }.joined(separator: " ")
            return DossierWriter.Model(
                name: model.name, heading: "\(model.article.number) \(model.article.heading)",
                text: SearchListing.short(clauses, 500), language: language)
        }
    }
}
