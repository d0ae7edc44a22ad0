import Obligations
import ProvisionIndex
import TestSupport
import Testing

@Suite("Cells as terms and bytes")
struct CellTermsTests {
    let matrix: ObligationMatrix

    init() throws { matrix = try ObligationMatrix() }

    @Test("a term names what narrows it and leaves the rest open")
    func term() {
        #expect(CellTerms.term(code: "op3cd.transit") == "op3cd.transit/*/*")
        #expect(CellTerms.term(code: nil, weapon: .chemical) == "*/CW/*")
        #expect(CellTerms.term(code: "op2", weapon: .nuclear, aspect: .enforcement) == "op2/NW/enforcement")
    }

    @Test("a cell is found by code, group, weapon, aspect and any of them together, with the highest confidence")
    func terms() {
        let transit = Cell(code: ObligationCode("op3cd.transit"), weapon: .chemical, aspect: .framework)
        let other = Cell(code: ObligationCode("op3cd.brokering"), weapon: .nuclear, aspect: .framework)
        let terms = CellTerms.terms(
            of: [CellScore(cell: transit, confidence: 0.4), CellScore(cell: other, confidence: 0.9)],
            group: { _ in "op3cd" })
        #expect(terms["op3cd.transit/CW/framework"] == 0.4)
        #expect(terms["op3cd.transit/*/*"] == 0.4)
        #expect(terms["*/CW/*"] == 0.4)
        #expect(terms["*/NW/framework"] == 0.9)
        #expect(terms["op3cd/*/framework"] == 0.9)
        #expect(terms["op3cd/CW/framework"] == 0.4)
        #expect(terms["*/*/*"] == 0.9)
        #expect(terms["*/*/enforcement"] == nil)
        #expect(terms["op3cd.transit/NW/*"] == nil)
        // Twelve for each cell, four of them common: without weapon, by group or by neither code nor group.
        #expect(terms.count == 12 + 12 - 4)
    }

    @Test("a cell without weapon is found with any weapon only")
    func noWeapon() {
        let cell = Cell(code: ObligationCode("op1.npt"), weapon: nil, aspect: .framework)
        let terms = CellTerms.terms(of: [CellScore(cell: cell, confidence: 1)], group: { _ in "op1" })
        #expect(
            Set(terms.keys) == [
                "op1.npt/*/framework", "op1.npt/*/*", "op1/*/framework", "op1/*/*", "*/*/framework", "*/*/*",
            ])
    }

    @Test("what a payload is made of comes back, surest first", arguments: 0..<40)
    func roundTrip(seed: Int) throws {
        var generator = SeededGenerator(seed: UInt64(seed))
        let cells = matrix.rows.flatMap(\.cells).shuffled(using: &generator).prefix(seed * 3)
        let scores = cells.map { CellScore(cell: $0, confidence: .random(in: 0...1, using: &generator)) }
        let payload = CellTerms.payload(of: scores, matrix: matrix)
        #expect(payload.count == scores.count * 4)
        let read = CellTerms.scores(of: payload, matrix: matrix)
        #expect(Set(read.map(\.cell)) == Set(cells))
        let confidence = Dictionary(uniqueKeysWithValues: scores.map { ($0.cell, $0.confidence) })
        for score in read {
            let given = try #require(confidence[score.cell])
            #expect(abs(score.confidence - given) <= 1.0 / 255)
        }
        #expect(read.map(\.confidence) == read.map(\.confidence).sorted(by: >))
        let again = CellTerms.payload(of: scores.shuffled(using: &generator), matrix: matrix)
        #expect(again == payload, "the order in which cells are given leaves no trace")
    }

    @Test("any bytes give cells of the matrix or nothing", arguments: 0..<40)
    func hostilePayload(seed: Int) {
        var generator = SeededGenerator(seed: UInt64(seed))
        let bytes = (0..<Int.random(in: 0...400, using: &generator)).map { _ in
            UInt8.random(in: 0...255, using: &generator)
        }
        let scores = CellTerms.scores(of: bytes, matrix: matrix)
        #expect(scores.count <= bytes.count / 4)
        for score in scores {
            #expect(matrix.row(score.cell.code) != nil)
            #expect((0...1).contains(score.confidence))
        }
    }

    @Test("a code that the matrix does not have is left out of the payload")
    func unknownCode() {
        let cell = Cell(code: ObligationCode("op9.nothing"), weapon: nil, aspect: .framework)
        #expect(CellTerms.payload(of: [CellScore(cell: cell, confidence: 1)], matrix: matrix).isEmpty)
    }

    @Test(
        "an impact lies between 1 and 255",
        arguments: [(0.0, 1), (0.001, 1), (0.5, 128), (1, 255), (2, 255), (-1, 1)] as [(Double, UInt8)])
    func impact(confidence: Double, impact: UInt8) {
        #expect(CellTerms.impact(confidence) == impact)
    }
}
