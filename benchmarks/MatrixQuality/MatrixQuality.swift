import ArgumentParser
import Foundation
import Legislation
import Obligations
import Review

/// Compares the matrices that are proposed for States with the cells that judged provisions of these States serve.
@main
struct MatrixQuality: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Compare proposed matrices with judged cells, State by State.",
        discussion: """
            Two views. "judged": only judged provisions speak, by predictions for them (of the form that 'concord classify' \
            writes, for instance those of 'ClassifierQuality --folds', where no model saw the State). "index": the matrix as \
            'concord matrix build' drafts it from all provisions of the State in an index; a cell that only provisions show \
            which nobody judged counts as wrong, so the precision is a lower bound. With --legislation the cells of \
            provisions that we judged ourselves count as well, in the second view.
            """)

    @Argument(help: "Judged provisions, JSON Lines.")
    var gold: String

    @Option(help: "Predictions for them.")
    var predictions: String?

    @Option(help: "Index of the States' laws.")
    var index: String?

    @Option(help: "States, by comma; all that have judged cells otherwise.")
    var states: String?

    @Option(help: "Judged labels below this grade do not count, 1 or 2.")
    var grade = 1

    @Option(help: "Folder of the laws of which we judged provisions.")
    var legislation: String?

    @Option(help: "Folder of our judgments.")
    var judgments = "training/judged"

    @Flag(help: "Also precision and recall at other bounds, from which the scale's were chosen.")
    var sweep = false

    func run() throws {
        let matrix = try ObligationMatrix()
        let judged = try GoldProvision.read(URL(fileURLWithPath: gold), matrix: matrix, requiresLabels: true)
        let cells = served(judged)
        let provisions = Dictionary(grouping: judged, by: { $0.country ?? "" }).mapValues { $0.map(\.id) }
        let wanted = states?.split(separator: ",").map(String.init) ?? cells.keys.sorted()
        if let predictions {
            let scores = try PredictedCells.read(predictions)
            print("judged provisions alone speak")
            try report(wanted, cells) { state, scale in
                Self.proposed(provisions[state] ?? [], scores, scale)
            }
        }
        if let index {
            print("matrix from the index")
            var known = cells
            if let legislation {
                let own = try JudgedProvision.provisions(
                    judgments: URL(fileURLWithPath: judgments), legislation: URL(fileURLWithPath: legislation),
                    matrix: matrix)
                known.merge(served(own)) { $0.union($1) }
            }
            var coverages: [SupportScale: [Jurisdiction: [Cell: CellValue]]] = [:]
            try report(wanted, known) { state, scale in
                guard let code = try? Jurisdiction(code: state) else { return [] }
                let coverage = try coverages[scale] ?? MatrixBuilder(folder: index, scale: scale).coverage()
                coverages[scale] = coverage
                let documented = (coverage[code] ?? [:]).filter { $0.value == .documented }.keys
                return Set(documented.map { "\($0.code)/\($0.weapon?.rawValue ?? "-")" })
            }
        }
    }

    /// The cells that provisions serve, by State.
    private func served(_ provisions: [GoldProvision]) -> [String: Set<String>] {
        var cells: [String: Set<String>] = [:]
        for provision in provisions {
            for label in provision.labels ?? [] where (label.grade ?? 1) >= grade {
                cells[provision.country ?? "", default: []].formUnion(Self.keys(label))
            }
        }
        return cells
    }

    /// Row and weapon type: what a cell is counted by.
    private static func keys(_ label: GoldProvision.Label) -> [String] {
        let weapons = label.weapons ?? []
        return weapons.isEmpty ? ["\(label.cell)/-"] : weapons.map { "\(label.cell)/\($0)" }
    }

    private static func proposed(
        _ provisions: [String], _ scores: [String: [String: Double]], _ scale: SupportScale
    ) -> Set<String> {
        var confidences: [String: [Double]] = [:]
        for id in provisions {
            for (key, confidence) in scores[id] ?? [:] { confidences[key, default: []].append(confidence) }
        }
        return Set(confidences.filter { scale.value(scale.support($0.value)) == .documented }.keys)
    }

    private func report(
        _ states: [String], _ gold: [String: Set<String>],
        proposed: (String, SupportScale) throws -> Set<String>
    ) throws {
        func line(_ name: String, _ found: Int, _ right: Int, _ wanted: Int) -> String {
            let precision = found == 0 ? 0 : Double(right) / Double(found)
            let recall = wanted == 0 ? 0 : Double(right) / Double(wanted)
            return name.padding(toLength: 14, withPad: " ", startingAt: 0)
                + String(
                    format: "proposed %4d  judged %4d  precision %.3f  recall %.3f", found, wanted, precision, recall)
        }
        func total(_ scale: SupportScale, prints: Bool) throws -> String {
            var (found, right, wanted) = (0, 0, 0)
            for state in states {
                let known = gold[state] ?? []
                let cells = try proposed(state, scale)
                let hits = cells.intersection(known).count
                if prints { print(line(state, cells.count, hits, known.count)) }
                found += cells.count
                right += hits
                wanted += known.count
            }
            return line("all", found, right, wanted)
        }
        print(try total(.standard, prints: true))
        guard sweep else { return }
        for decay in [0, 0.25, 0.5, 0.75, 1] {
            for bound in stride(from: 0.3, through: 0.9, by: 0.05) {
                let scale = SupportScale(decay: decay, documented: bound, unclear: min(bound, 0.3))
                print(String(format: "decay %.2f bound %.2f  ", decay, bound) + (try total(scale, prints: false)))
            }
        }
    }
}
