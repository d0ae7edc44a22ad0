import Catalog
import Legislation
import Obligations
import Retrieval
import Review

/// A State's gaps as JSON. The names and types here are what README.md promises.
struct GapsDocument: Encodable {
    struct Comparable: Encodable {
        var state: String
        var iri: String
        var law: String
        var provision: String
        var confidence: Double
        var source: String
    }

    struct Entry: Encodable {
        var cell: String
        var value: String
        var share: Double
        var states: [String]
        var model: String?
        var comparables: [Comparable]
    }

    var state: String
    var laws: Int
    var gaps: [Entry]

    init(_ matrix: StateMatrix, _ gaps: [Gap], models: ModelProvisions) {
        state = matrix.state.code
        laws = matrix.lawCount
        self.gaps = gaps.map { gap in
            Entry(
                cell: gap.cell.cell.description, value: gap.cell.value.rawValue,
                share: (gap.share * 1000).rounded() / 1000, states: gap.havingStates.map(\.code),
                model: models.best(for: gap.cell.cell)?.name,
                comparables: gap.comparables.map { choice in
                    let citation = Citation(choice.record)
                    return Comparable(
                        state: choice.record.law.law.jurisdiction.code, iri: choice.record.iri,
                        law: citation.lawTitle, provision: citation.provision,
                        confidence: (choice.confidence * 1000).rounded() / 1000, source: citation.source)
                })
        }
    }
}
