import Legislation
import Obligations
import Review

/// A State's matrix as JSON. The names and types here are what README.md promises.
struct MatrixDocument: Encodable {
    struct Entry: Encodable {
        var cell: String
        var row: String
        var weapon: String?
        var aspect: String
        var value: String
        var standing: String
        var revision: Int64
        var proposed: String
        var support: Double
        var provisions: Int
        var decidedBy: String?
        var decidedAt: String?
        var why: String?
        var reopened: String?
        var evidence: [CellEvidence]
    }

    var state: String
    var name: String
    var laws: Int
    var provisions: Int
    var meaning = "Indicators of fact, not of the degree of compliance."
    var cells: [Entry]

    init(_ matrix: StateMatrix) {
        state = matrix.state.code
        name = matrix.state.englishName
        laws = matrix.lawCount
        provisions = matrix.provisionCount
        cells = matrix.cells.map { cell in
            Entry(
                cell: cell.cell.description, row: cell.cell.code.rawValue, weapon: cell.cell.weapon?.rawValue,
                aspect: cell.cell.aspect.rawValue, value: cell.value.rawValue, standing: cell.standing.rawValue,
                revision: cell.revision, proposed: cell.proposal.value.rawValue,
                support: (cell.proposal.support * 1000).rounded() / 1000, provisions: cell.proposal.provisionCount,
                decidedBy: cell.decision?.who, decidedAt: cell.decision?.when, why: cell.decision?.why,
                reopened: cell.reopening?.words, evidence: cell.proposal.evidence)
        }
    }
}
