import Catalog
import Foundation
import Legislation
import Obligations
import Retrieval

/// Similar provisions for people.
struct SimilarListing {
    private let found: SimilarProvisions

    init(_ found: SimilarProvisions) { self.found = found }

    var text: String {
        let source = Citation(found.source)
        var lines = [
            "Similar to " + Console.bold(Console.isolated(source.provision)),
            Console.isolated(source.lawTitle) + " · \(source.state)",
        ]
        lines += found.sameText.map { Console.dim("Same text: " + Console.isolated(Citation($0).short)) }
        lines.append("")
        if found.hits.isEmpty { lines.append("No similar provision was found.") }
        for hit in found.hits { lines += block(hit) }
        return lines.joined(separator: "\n")
    }

    private func block(_ hit: SimilarProvision) -> [String] {
        let citation = Citation(hit.record)
        var lines = [
            "\(hit.rank). \(citation.state): " + Console.bold(Console.isolated(citation.provision)),
            "   " + Console.isolated(citation.lawTitle),
            "   " + Console.dim(citation.facts),
            "   " + Console.isolated(SearchListing.short(hit.record.provision.text, 280)),
        ]
        var parts = ["likeness \(Self.percent(hit.score))"]
        if let words = hit.parts.words { parts.append("words \(Self.percent(words))") }
        parts.append("concepts \(Self.percent(hit.parts.concepts))")
        parts.append("obligations \(Self.percent(hit.parts.cells))")
        lines.append("   " + Console.accent(parts.joined(separator: ", ")))
        if !hit.concepts.isEmpty { lines.append("   both speak of: " + hit.concepts.joined(separator: ", ")) }
        if !hit.rows.isEmpty {
            lines.append("   both serve: " + hit.rows.map(\.rawValue).joined(separator: ", "))
        }
        lines += hit.sameText.prefix(4).map {
            "   " + Console.dim("same text: " + Console.isolated(Citation($0).short))
        }
        if hit.sameText.count > 4 { lines.append("   " + Console.dim("and \(hit.sameText.count - 4) more")) }
        return lines + ["   " + Console.dim(hit.record.iri)]
    }

    private static func percent(_ share: Double) -> String { CompareMarkdown.percent(share) }
}
