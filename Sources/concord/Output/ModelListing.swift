import Foundation
import Legislation
import Obligations

/// Which articles of the model texts serve which row.
struct ModelListing {
    let text: String

    init(_ family: ModelFamily, rows: [ObligationMatrix.Row], weapon: Weapon?) {
        var lines: [String] = []
        let language = family.languages.first ?? "en"
        for row in rows {
            let served = family.articles { $0.code == row.code.rawValue && ModelCommand.reaches($0, weapon) }
            lines.append(Console.bold(row.code.rawValue) + "  " + Console.isolated(row.title(in: language)))
            if served.isEmpty { lines.append("  none") }
            for member in family.members {
                let ids = served.filter { $0.member.name == member.name }.map(\.eId)
                guard !ids.isEmpty else { continue }
                lines.append(
                    "  " + member.name.padding(toLength: 22, withPad: " ", startingAt: 0) + ids.joined(separator: " "))
            }
        }
        text = lines.joined(separator: "\n")
    }
}
