import Foundation
import Legislation
import Testing

@testable import Obligations

/// The model texts of `corpus/` against the matrix.
@Suite("The model texts serve the matrix")
struct ModelCoverageTests {
    private static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        .appendingPathComponent("../../../corpus").standardizedFileURL

    let matrix: ObligationMatrix
    let tags: [ObligationTag]

    init() throws {
        matrix = try ObligationMatrix()
        let family = try ModelFamily(folder: Self.folder, languages: ["en"])
        tags = family.members.flatMap(\.texts).flatMap(\.articles).flatMap(\.obligations)
    }

    @Test("Every tag names a row, weapon types of that row, and an aspect")
    func tagsAreOfTheMatrix() throws {
        for tag in tags {
            let row = try #require(matrix.row(ObligationCode(tag.code)), "\(tag.code)")
            #expect(Aspect(rawValue: tag.aspect) != nil, "\(tag.code) \(tag.aspect)")
            #expect(tag.weapons.isEmpty == row.weapons.isEmpty, "\(tag.code)")
            for weapon in tag.weapons {
                #expect(Weapon(rawValue: weapon).map(row.weapons.contains) == true, "\(tag.code) \(weapon)")
            }
        }
    }

    @Test("Every cell of OP2, OP3ab and OP3cd is served", arguments: [ObligationGroup.op2, .op3ab, .op3cd])
    func everyCell(group: ObligationGroup) {
        let served = Set(
            tags.flatMap { tag in
                tag.weapons.map { "\(tag.code)/\($0)/\(tag.aspect)" }
            })
        for row in matrix.rows where row.group == group {
            for cell in row.cells { #expect(served.contains(cell.description), "\(cell)") }
        }
    }
}
