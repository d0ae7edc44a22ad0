import Catalog
import Legislation
import Obligations
import Retrieval

/// Similar provisions as JSON. The names and types here are what README.md promises.
struct SimilarDocument: Encodable {
    struct Hit: Encodable {
        var rank: Int
        var score: Double
        var words: Double?
        var concepts: Double
        var cells: Double
        var sharedConcepts: [String]
        var sharedObligations: [String]
        var iri: String
        var country: String
        var language: String
        var title: String
        var heading: String
        var sameText: [String]
    }

    var iri: String
    var sameText: [String]
    var hits: [Hit]

    init(_ found: SimilarProvisions) {
        iri = found.source.iri
        sameText = found.sameText.map(\.iri)
        hits = found.hits.map { hit in
            let citation = Citation(hit.record)
            return Hit(
                rank: hit.rank, score: Self.rounded(hit.score), words: hit.parts.words.map(Self.rounded),
                concepts: Self.rounded(hit.parts.concepts), cells: Self.rounded(hit.parts.cells),
                sharedConcepts: hit.concepts, sharedObligations: hit.rows.map(\.rawValue), iri: hit.record.iri,
                country: hit.record.law.law.jurisdiction.code, language: hit.record.textLanguage.tag,
                title: hit.record.law.law.title, heading: citation.provision, sameText: hit.sameText.map(\.iri))
        }
    }

    private static func rounded(_ value: Double) -> Double { (value * 1000).rounded() / 1000 }
}
