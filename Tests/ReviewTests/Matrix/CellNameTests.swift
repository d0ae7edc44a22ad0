import Obligations
import Review
import Testing

@Suite("Cells as people write them")
struct CellNameTests {
    private let matrix = try? ObligationMatrix()

    @Test(
        "a cell's own name is read back",
        arguments: ["op3cd.transit/CW/framework", "op2.use/BW/enforcement", "op678.industry/-/framework"])
    func own(name: String) throws {
        let cell = try Cell(name: name, matrix: try #require(matrix))
        #expect(cell.description == name)
    }

    @Test("words and case are taken as they are meant")
    func words() throws {
        let cell = try Cell(name: "OP3cd.Transit/chemical/Framework", matrix: try #require(matrix))
        #expect(cell.description == "op3cd.transit/CW/framework")
    }

    @Test(
        "what the matrix does not ask is refused with the nearest cell",
        arguments: [
            ("op3cd.transitt/CW/framework", "op3cd.transit/NW/framework"),
            ("op3cd.transit/framework", "op3cd.transit/NW/framework"),
            ("op3ab.nuclear-authority/CW/framework", "op3ab.nuclear-authority/NW/framework"),
            ("op678.industry/NW/framework", "op678.industry/-/framework"),
            ("op3cd.transit/CW", "op3cd.transit/NW/framework"),
        ])
    func refused(name: String, suggestion: String) throws {
        let matrix = try #require(matrix)
        #expect(throws: ReviewError.unknownCell(name, suggestion: suggestion)) {
            _ = try Cell(name: name, matrix: matrix)
        }
    }
}
