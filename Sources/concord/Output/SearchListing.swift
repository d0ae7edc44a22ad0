import Catalog
import Foundation
import Legislation
import Obligations
import ProvisionIndex
import Retrieval

/// Search results for people.
struct SearchListing {
    let result: SearchResult
    let seconds: Double

    private static let cellLimit = 4

    func print() {
        if result.hits.isEmpty {
            Console.line("No provision was found.")
        }
        if let suggestion = result.suggestion {
            Console.line("Did you mean: " + Console.bold(Console.isolated(suggestion.question)))
        }
        if !result.states.isEmpty {
            Console.line(
                (result.states.count == 1 ? "State" : "States") + " in the question: " + Self.states(result.states))
        }
        let snippets = SnippetRenderer(Console.isColored ? .terminal : .plain)
        for hit in result.hits {
            let law = hit.record.law.law
            let heading = ProvisionLabel.heading(hit.record.provision, language: law.language)
            Console.line("\(hit.rank). " + Console.bold(Console.isolated(Self.short(heading, 160))))
            let marks = [
                law.status == .unknown ? nil : law.status.rawValue, Self.mark(law.authenticity),
                hit.standing == .unknown ? "date unknown" : nil, hit.record.law.withdrawnAt == nil ? nil : "withdrawn",
            ].compactMap { $0 }.joined(separator: ", ")
            Console.line(
                "   " + Console.isolated(Self.short(law.title, 160)) + " · \(law.jurisdiction.englishName) · "
                    + law.language.tag + (law.year.map { " · \($0)" } ?? "") + (marks.isEmpty ? "" : " · \(marks)"))
            if let snippet = hit.snippet, !snippet.text.isEmpty { Console.line("   " + snippets.text(snippet)) }
            if !hit.translations.isEmpty {
                Console.line("   " + Console.dim("reached by " + Self.translations(hit.translations)))
            }
            let cells = Self.cells(hit.cells)
            if !cells.isEmpty { Console.line("   " + Console.accent("obligations: " + cells)) }
            Console.line("   " + Console.dim(hit.record.iri))
        }
        if let facets = result.facets { print(facets) }
        if let total = result.total {
            Console.line(
                "\(result.hits.count) of \(total) provisions, " + String(format: "%.0f ms", seconds * 1000))
        }
    }

    private func print(_ facets: SearchFacets) {
        for (name, counts) in [
            ("country", facets.countries), ("lang", facets.languages), ("obligation", facets.obligations),
            ("year", facets.years.filter { $0.value != "0" }),
        ] where !counts.isEmpty {
            let shown = counts.prefix(12).map { "\($0.value) \($0.count)" }.joined(separator: ", ")
            Console.line("\(name): \(shown)" + (counts.count > 12 ? ", and \(counts.count - 12) more" : ""))
        }
    }

    /// Codes with their weapons, surest first, as `op3cd.transit NW CW BW 87 %`.
    static func cells(_ scores: [CellScore]) -> String {
        var order: [ObligationCode] = []
        var weapons: [ObligationCode: Set<Weapon>] = [:]
        var confidence: [ObligationCode: Double] = [:]
        for score in scores {
            let code = score.cell.code
            if !order.contains(code) { order.append(code) }
            if let weapon = score.cell.weapon { weapons[code, default: []].insert(weapon) }
            confidence[code] = max(confidence[code] ?? 0, score.confidence)
        }
        let shown = order.prefix(cellLimit).map { code in
            let names = (weapons[code] ?? []).sorted().map(\.rawValue).joined(separator: " ")
            let share = String(format: "%.0f %%", (confidence[code] ?? 0) * 100)
            return names.isEmpty ? "\(code) \(share)" : "\(code) \(names) \(share)"
        }
        return shown.joined(separator: "; ") + (order.count > cellLimit ? "; and \(order.count - cellLimit) more" : "")
    }

    /// Names of States, each once; the States that share a name with "or" between.
    static func states(_ mentions: [StateMention]) -> String {
        var names: [String] = []
        for mention in mentions {
            let name = mention.jurisdictions.map(\.englishName).joined(separator: " or ")
            if !names.contains(name) { names.append(name) }
        }
        return names.joined(separator: ", ")
    }

    /// As `licence: Genehmigung; arms embargo: Waffenembargo (concept arms-embargo)`.
    private static func translations(_ traces: [TranslationTrace]) -> String {
        traces.map { trace in
            "\(Console.isolated(trace.original)): \(Console.isolated(trace.translation))"
                + (trace.concept.map { " (concept \($0))" } ?? "")
        }.joined(separator: "; ")
    }

    /// Text cut to a length, on one line.
    static func short(_ text: String, _ length: Int) -> String {
        let line = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        return line.count <= length ? line : line.prefix(length - 1) + "…"
    }

    private static func mark(_ authenticity: TextAuthenticity) -> String? {
        switch authenticity {
        case .model: "model text, not the law of any State"
        case .unofficialTranslation: "unofficial translation"
        case .official, .unknown: nil
        }
    }
}
