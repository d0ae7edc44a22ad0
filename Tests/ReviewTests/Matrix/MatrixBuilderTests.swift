import Foundation
import Legislation
import Obligations
import Review
import Testing

@Suite("The matrix of a State, drafted from its laws")
struct MatrixBuilderTests {
    @Test("has every cell of the committee's matrix, in its order, and evidence behind each value")
    func whole() throws {
        let folder = try ReviewFolder()
        try folder.write("CA", "Chemical Act", ReviewFolder.chemicalExport)
        try folder.update()
        let builder = try MatrixBuilder(folder: folder.path)
        let matrix = try builder.build(try Jurisdiction(code: "CA"))
        #expect(matrix.cells.map(\.cell) == builder.matrix.rows.flatMap(\.cells))
        #expect(matrix.lawCount == 1 && matrix.provisionCount == 3)
        for cell in matrix.cells {
            #expect(cell.proposal.evidence.isEmpty == (cell.proposal.value == .blank), "\(cell.cell)")
            #expect(cell.proposal.value != .notApplicable)
            #expect(cell.proposal.evidence.allSatisfy { $0.iri.hasPrefix("/akn/ca/") && !$0.quote.isEmpty })
        }
        let use = try #require(matrix[Cell(code: ObligationCode("op2.use"), weapon: .chemical, aspect: .framework)])
        #expect(use.value != .blank)
    }

    @Test("a State without laws has blank cells and no invented evidence")
    func empty() throws {
        let folder = try ReviewFolder()
        try folder.write("CA", "Chemical Act", ReviewFolder.chemicalExport)
        try folder.update()
        let matrix = try MatrixBuilder(folder: folder.path).build(try Jurisdiction(code: "LS"))
        #expect(matrix.lawCount == 0 && matrix.provisionCount == 0)
        #expect(matrix.cells.allSatisfy { $0.value == .blank && $0.proposal.evidence.isEmpty })
    }

    @Test("a repealed law speaks for nothing")
    func repealed() throws {
        let folder = try ReviewFolder()
        try folder.write("CA", "Chemical Act", status: "repealed", ReviewFolder.chemicalExport)
        try folder.update()
        let matrix = try MatrixBuilder(folder: folder.path).build(try Jurisdiction(code: "CA"))
        #expect(matrix.provisionCount == 3)
        #expect(matrix.cells.allSatisfy { $0.value == .blank })
    }

    @Test("a law in two languages is one witness: the language with the most support speaks")
    func languages() throws {
        func supports(_ languages: String...) throws -> [Double] {
            let folder = try ReviewFolder()
            if languages.contains("en") { try folder.write("CA", "Chemical Act", ReviewFolder.chemicalExport) }
            if languages.contains("fr") {
                try folder.write("CA", "Chemical Act", language: "fr", ReviewFolder.exportation)
            }
            try folder.update()
            let matrix = try MatrixBuilder(folder: folder.path).build(try Jurisdiction(code: "CA"))
            #expect(matrix.lawCount == languages.count)
            return matrix.cells.map(\.proposal.support)
        }
        let (english, french) = (try supports("en"), try supports("fr"))
        #expect(zip(english, french).contains { $0 > 0.3 && $1 > 0.3 }, "no cell is served in both")
        #expect(try supports("en", "fr") == zip(english, french).map { max($0, $1) })
    }

    @Test("coverage of all States is what their matrices propose")
    func coverage() throws {
        let folder = try ReviewFolder()
        try folder.write("CA", "Chemical Act", ReviewFolder.chemicalExport)
        try folder.write("KE", "Toxic Chemicals Act", ReviewFolder.chemicalExport)
        try folder.update()
        let builder = try MatrixBuilder(folder: folder.path)
        let coverage = try builder.coverage()
        #expect(Set(coverage.keys.map(\.code)) == ["CA", "KE"])
        for (state, cells) in coverage {
            let matrix = try builder.build(state)
            let proposed = matrix.cells.filter { $0.proposal.value != .blank }
            #expect(cells == Dictionary(uniqueKeysWithValues: proposed.map { ($0.cell, $0.proposal.value) }))
        }
    }
}
