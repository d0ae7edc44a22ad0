import Catalog
import Foundation
import Legislation
import Obligations
import ProvisionIndex
import Retrieval

/// Search results as JSON. The names and types here are what README.md promises.
struct SearchDocument: Encodable {
    struct Hit: Encodable {
        var rank: Int
        var score: Float
        var iri: String
        var eId: String
        var id: String?
        var country: String
        var language: String
        var title: String
        var heading: String
        var path: [String]
        var number: String?
        var kind: String
        var year: Int?
        var status: String
        var authenticity: String
        var version: String?
        var standing: String?
        var isWithdrawn: Bool?
        var source: String?
        var file: String
        var cells: [CellDocument]
        var snippet: Passage?
        var translations: [Translation]?
    }

    /// A part of the question and the translation of it that the provision holds.
    struct Translation: Encodable {
        var original: String
        var translation: String
        var language: String
        var concept: String?
    }

    struct Passage: Encodable {
        var text: String
        /// Pairs of Unicode scalar offsets in the text.
        var highlights: [[Int]]
    }

    struct State: Encodable {
        var text: String
        var countries: [String]
    }

    struct Facet: Encodable {
        var value: String
        var count: Int
    }

    var query: String
    var total: Int?
    var hits: [Hit]
    var facets: [String: [Facet]]?
    var suggestion: String?
    var states: [State]?

    init(query: String, result: SearchResult) {
        self.query = query
        total = result.total
        hits = result.hits.map(Self.hit)
        suggestion = result.suggestion?.question
        states =
            result.states.isEmpty
            ? nil : result.states.map { State(text: $0.text, countries: $0.jurisdictions.map(\.code)) }
        facets = result.facets.map { facets in
            [
                "country": facets.countries, "lang": facets.languages, "obligation": facets.obligations,
                "year": facets.years,
            ].mapValues { $0.map { Facet(value: $0.value, count: $0.count) } }
        }
    }

    private static func hit(_ hit: SearchHit) -> Hit {
        let law = hit.record.law.law
        let provision = hit.record.provision
        return Hit(
            rank: hit.rank, score: hit.score, iri: hit.record.iri, eId: provision.eId, id: provision.externalID,
            country: law.jurisdiction.code, language: law.language.tag, title: law.title,
            heading: ProvisionLabel.heading(provision, language: law.language), path: provision.path,
            number: provision.number, kind: provision.kind.rawValue, year: law.year, status: law.status.rawValue,
            authenticity: law.authenticity.rawValue, version: law.version, standing: hit.standing?.rawValue,
            isWithdrawn: hit.record.law.withdrawnAt == nil ? nil : true, source: law.sourceURL,
            file: hit.record.law.sourcePath,
            cells: hit.cells.map(CellDocument.init),
            snippet: hit.snippet.map { snippet in
                Passage(
                    text: snippet.text,
                    highlights: snippet.ranges(in: .scalars).map { [$0.lowerBound, $0.upperBound] })
            },
            translations: hit.translations.isEmpty
                ? nil
                : hit.translations.map {
                    Translation(
                        original: $0.original, translation: $0.translation, language: $0.language, concept: $0.concept)
                })
    }

    var text: String { get throws { try JSONText.text(self) } }
}

/// A scored matrix cell as JSON.
struct CellDocument: Encodable {
    var cell: String
    var weapon: String?
    var aspect: String
    var confidence: Double

    init(_ score: CellScore) {
        cell = score.cell.code.rawValue
        weapon = score.cell.weapon?.rawValue
        aspect = score.cell.aspect.rawValue
        confidence = (score.confidence * 1000).rounded() / 1000
    }
}

/// JSON as all commands print it: keys sorted, one value a line, no escaped slashes.
enum JSONText {
    static func text(_ value: some Encodable) throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        return String(decoding: try encoder.encode(value), as: UTF8.self)
    }

    /// On one line, as JSON Lines want it.
    static func line(_ value: some Encodable) throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return String(decoding: try encoder.encode(value), as: UTF8.self)
    }
}
