import Legislation
import Obligations

@testable import Review

/// A few States with facts that are made up for the tests.
struct SampleWorld {
    let register: StateRegister
    let matrix: ObligationMatrix
    var ledger = StateLedger()
    var coverage: [Jurisdiction: [Cell: CellValue]] = [:]

    init() throws {
        register = try StateRegister()
        matrix = try ObligationMatrix()
    }

    func state(_ code: String) throws -> RegisteredState { try register.find(code) }

    mutating func set(_ code: String, _ field: StateField, _ value: String) throws {
        let state = try state(code).jurisdiction
        var facts = ledger[state]
        facts.add(
            StateFacts.Entry(
                fact: try StateFact(field, value), sequence: 1, time: "2026-01-01T00:00:00.000Z", who: "A", why: nil,
                source: nil))
        ledger.set(facts)
    }

    static func cell(_ code: String, _ weapon: Weapon?, _ aspect: Aspect) -> Cell {
        Cell(code: ObligationCode(code), weapon: weapon, aspect: aspect)
    }

    func status(_ codes: [String], decided: DecidedCells? = nil, since: String? = nil) throws -> WorldStatus {
        WorldStatus(
            states: try codes.map { try state($0) }, matrix: matrix, ledger: ledger, coverage: coverage,
            decided: decided,
            since: since.flatMap { Day($0) })
    }
}
