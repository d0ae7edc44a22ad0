import Foundation
import Obligations

/// The overview as JSON; `docs/metrics.md` describes its keys, which stay as they are.
public struct StatusDocument: Encodable, Sendable {
    struct State: Encodable {
        var code: String
        var alpha3: String?
        var name: String
        var membership: String
        var regionalGroup: String?
        var reporting: String
        var firstReport: String?
        var additionalReports: [String]
        var hasMatrix: Bool
        var cells: [String: ValueCounts]
        var rows: [String: [String]]
    }

    var title: String
    var caution: String
    var selection: String
    var reporting: [String: Int]
    var cells: [String: ValueCounts]
    var metrics: SuccessMetrics?
    var withheld: Int
    var states: [State]

    /// The document of an overview.
    ///
    /// - Parameter withheld: records that were left out for the audience.
    public init(_ status: WorldStatus, withheld: Int = 0) {
        title = status.title
        caution = WorldStatus.caution
        selection = status.selection
        reporting = status.reporting
        cells = Self.named(status.groups)
        metrics = status.metrics
        self.withheld = withheld
        states = status.states.map { item in
            State(
                code: item.state.code, alpha3: item.state.alpha3, name: item.state.name,
                membership: item.state.membership.rawValue, regionalGroup: item.state.group?.rawValue,
                reporting: item.reporting.name, firstReport: item.reporting.first?.description,
                additionalReports: item.reporting.additional.map(\.description), hasMatrix: item.hasCoverage,
                cells: Self.named(item.groups),
                rows: Dictionary(
                    uniqueKeysWithValues: zip(status.matrix.rows, item.rows).map { row, levels in
                        (row.code.rawValue, levels.map(\.rawValue))
                    }))
        }
    }

    private static func named(_ groups: [ObligationGroup: ValueCounts]) -> [String: ValueCounts] {
        Dictionary(uniqueKeysWithValues: groups.map { ($0.key.rawValue, $0.value) })
    }

    /// The JSON, keys in the order of the alphabet.
    public var json: String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        // Texts and whole numbers: they can always be written.
        return (try? encoder.encode(self)).map { String(decoding: $0, as: UTF8.self) } ?? "{}"
    }
}
