import Catalog
import Foundation
import Legislation
import Obligations
import Retrieval

/// Comparable provisions as they are shown, in whatever form.
struct CompareDocument {
    /// The model provision that stands on top.
    struct Model {
        var law: Law
        var article: ModelArticle
        /// Folder of the model text and eId, as `model-act#art_34`.
        var name: String
        /// Other model articles for the cell.
        var others: [String]

        /// Paragraphs with their numbers and their depth.
        var lines: [(level: Int, text: String)] {
            article.clauses.map { clause in
                (clause.level, [clause.number, clause.text].filter { !$0.isEmpty }.joined(separator: " "))
            }
        }
    }

    let comparison: Comparison
    let matrix: ObligationMatrix
    let model: Model?
    /// Characters of a provision that are shown; nil for all.
    let limit: Int?

    var request: ComparisonRequest { comparison.request }
    var title: String { request.row.title() }
    var state: String { request.state.englishName }

    /// The cell in words, as `Border and export controls (OP3 c and d), row 20, op3cd.transit: Chemical weapons`.
    var cell: String {
        let reach = [request.weapon.map { matrix.title(of: $0) }, request.aspect.map { matrix.title(of: $0) }]
            .compactMap(\.self).joined(separator: "; ")
        let row = "\(matrix.title(of: request.row.group)), row \(request.row.number), \(request.row.code)"
        return reach.isEmpty ? row : "\(row): \(reach)"
    }

    /// What is known of the State that drafts.
    var stateFacts: String {
        guard let profile = comparison.profile else {
            return "\(state) (legal tradition and languages not known; chosen by region)"
        }
        let languages = profile.languages.compactMap { try? LanguageTag($0) }.map(\.englishName)
        return "\(state) (\(profile.traditionName); laws in \(languages.joined(separator: ", ")))"
    }

    /// From how much was chosen.
    var basis: String {
        let choices = comparison.choices.count
        let states = Set(comparison.choices.map(\.record.law.law.jurisdiction)).count
        let own =
            comparison.ownCount == 0
            ? "" : " \(state)'s own (\(comparison.ownCount)) are left out."
        return "\(Self.count(choices, "provision")) of \(Self.count(states, "State")) chosen from "
            + "\(Self.count(comparison.servingCount, "provision")) of \(Self.count(comparison.stateCount, "State"))."
            + own
    }

    /// What a reader must know of every such list.
    static let caution =
        "Provisions were assigned to the obligation by classification, with the confidence given; texts are as indexed. "
        + "Read the source before relying on a text."

    /// Today, in UTC.
    static var today: String {
        let formatter = ISO8601DateFormatter()
        formatter.formatOptions = [.withFullDate]
        return formatter.string(from: Date())
    }

    static func count(_ number: Int, _ noun: String) -> String { "\(number) \(noun)\(number == 1 ? "" : "s")" }

    /// The reasons in one line.
    static func reasons(_ choice: ComparableProvision) -> String {
        choice.reasons.map(\.description).joined(separator: "; ")
    }

    /// What stands behind a text that was cut; nil where it is whole.
    func remark(_ excerpt: Excerpt, _ record: ProvisionRecord) -> String? {
        excerpt.omitted == 0
            ? nil : "[… \(excerpt.omitted) more characters: concord show '\(record.iri)', or --full]"
    }
}
