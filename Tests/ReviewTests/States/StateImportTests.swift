import Catalog
import Foundation
import Legislation
import TestSupport
import Testing

@testable import Review

@Suite("Import of facts of States")
struct StateImportTests {
    private let register: StateRegister
    private let today: Day

    init() throws {
        register = try StateRegister()
        today = try #require(Day("2026-11-25"))
    }

    private func read(_ text: String, known: StateLedger = StateLedger()) throws -> StateImport {
        try StateImport(Data(text.utf8), file: "f.csv", register: register, known: known, today: today)
    }

    private func faults(_ text: String, known: StateLedger = StateLedger()) -> [StateImportError.Fault] {
        #expect(throws: StateImportError.self) { try read(text, known: known) }?.faults ?? []
    }

    private func ledger(_ entries: [EventDraft]) throws -> StateLedger {
        try StateLedger(
            entries.enumerated().map { place, entry in
                Event(sequence: Int64(place + 1), time: "2026-01-01T00:00:00.000Z", who: "A", draft: entry)
            })
    }

    @Test("columns come in any order, empty fields say nothing, names find their State")
    func reading() throws {
        let table = try read(
            """
            report.first,state,focal-point.office,focal-point.visibility\r
            2005-01-02,Burma,"Ministry, Office 3",committee\r
            ,Kenya,,\r
            none,Élysée,,\r
            """.replacing("Élysée", with: "Ceylon"))
        #expect(table.rowCount == 3)
        #expect(table.changes.map(\.state.code) == ["MM", "LK"])
        #expect(table.changes[0].facts.map(\.value) == ["2005-01-02", "Ministry, Office 3"])
        #expect(table.changes[0].facts.map(\.visibility) == [.everyone, .committee])
        let entries = table.entries(why: nil, source: "f.csv", checksum: "c")
        #expect(entries.map(\.subject) == ["state/MM", "state/LK"] && entries.allSatisfy { $0.checksum == "c" })
    }

    @Test("a second import of the same file has nothing to record")
    func twice() throws {
        let text = "state,report.first\nKE,2005-01-02\nUG,none\n"
        let known = try ledger(try read(text).entries(why: nil, source: "f.csv", checksum: nil))
        #expect(known[try Jurisdiction(code: "UG")].reporting == .none)
        #expect(try read(text, known: known).changes.isEmpty)
    }

    @Test(
        "columns that are wrong are named",
        arguments: [
            ("", "empty"), ("state\nKE", "no column holds a fact"), ("report.first\n2005-01-02", "“state” is missing"),
            ("state,report.frist\nKE,2005-01-02", "report.first"), ("state,state,report.first\nKE,KE,none", "twice"),
            ("state,focal-point.name,focal-point.1.name\nKE,a,b", "twice"), ("state,\nKE,x", "has no name"),
            ("state;report.first\nKE;none", "commas"), ("state\treport.first\nKE\tnone", "commas"),
            ("state,report.first\n", "no State"),
        ])
    func columns(text: String, words: String) {
        let found = faults(text)
        #expect(found.count == 1 && found[0].reason.contains(words), "\(found)")
    }

    @Test(
        "a row that is wrong is told with its line and column",
        arguments: [
            ("KE,2005-01-02\nKennya,none", 3, "state", "(KE)"), ("Czechoslovakia,none", 2, "state", "(SK)"),
            ("KE,2005-02-30", 2, "report.first", "no day"), ("KE,2003-01-01", 2, "report.first", "before resolution"),
            ("KE,2026-11-26", 2, "report.first", "not come yet"), ("KE,none\nKEN,none", 3, "state", "line 2"),
            ("Burma,none\nMyanmar,none", 3, "state", "line 2"), ("KE", 2, nil, "1 fields instead of 2"),
            ("KE,none,x", 2, nil, "3 fields"), (",none", 2, "state", "empty"), ("XA,none", 2, "state", "no State"),
            ("EU,none", 2, "state", "no State"), ("=cmd,none", 2, "state", "no State"),
        ] as [(String, Int, String?, String)])
    func rows(text: String, line: Int, column: String?, words: String) {
        let found = faults("state,report.first\n" + text)
        #expect(found.count == 1 && found[0].line == line && found[0].column == column, "\(found)")
        #expect(found.first?.reason.contains(words) == true, "\(found)")
    }

    @Test(
        "days that contradict each other or the treaty are refused",
        arguments: [
            ("report.first,report.additional", "2006-01-02,2005-01-02"), ("report.additional", "2005-01-02"),
            ("op1.icsant.accession", "2004-01-01"), ("op1.cwc.signature", "1997-05-01"),
            ("op1.cwc.ratification,op1.cwc.accession", "1999-01-01,1999-01-01"),
        ])
    func contradictions(columns: String, values: String) {
        #expect(faults("state,\(columns)\nKE,\(values)").map(\.line) == [2])
    }

    @Test("a row that contradicts what is recorded is refused; what was recorded wrongly can be mended")
    func known() throws {
        let known = try ledger(
            try read("state,report.first\nKE,2006-01-02\n").entries(why: nil, source: "f", checksum: nil))
        #expect(faults("state,report.additional\nKE,2005-01-02", known: known).map(\.line) == [2])
        #expect(
            try read("state,report.first,report.additional\nKE,2004-12-01,2005-01-02", known: known).changes.count == 1)
    }

    @Test("everything that is wrong is told, to a limit, and nothing is taken")
    func many() {
        let rows = (0..<50).map { "Nowhere \($0),2005-13-01" }.joined(separator: "\n")
        let error = #expect(throws: StateImportError.self) { try read("state,report.first\n" + rows) }
        #expect(error?.faults.count == StateImportError.limit && error?.omitted == 80)
        #expect(error?.description.contains("f.csv:2: report.first:") == true)
        #expect(error?.description.hasSuffix("Nothing was written.") == true)
    }

    @Test("what is not UTF-8 is refused with its line")
    func encoding() {
        let bytes = Array("state,report.first\n".utf8) + [0x43, 0xF4, 0x74, 0x65]
        let error = #expect(throws: StateImportError.self) {
            try StateImport(Data(bytes), file: "f.csv", register: register, known: StateLedger(), today: today)
        }
        #expect(error?.faults.first?.line == 2)
    }

    @Test("a text with a formula is kept as it is: only what is written for spreadsheets is guarded")
    func formula() throws {
        let table = try read("state,focal-point.contact\nKE,=HYPERLINK(1)\n")
        #expect(table.changes[0].facts[0].value == "=HYPERLINK(1)")
    }

    @Test("a sample brings fictional States, which say so by flag, code and name")
    func sample() throws {
        let table = try read("fictional,state,name,report.first\nyes,XA,Alba (fictional),2005-01-02\n")
        let known = try ledger(table.entries(why: nil, source: "f.csv", checksum: nil))
        let with = register.adding(fictional: known.fictionalStates)
        #expect(try with.find("XA").name == "Alba (fictional)")
        #expect(known[try with.find("XA").jurisdiction].reporting.name == "reported")
    }

    @Test(
        "a fictional State without flag, code or name, or a real one with them, is refused",
        arguments: [
            ("yes,KE,Kenya (fictional),none", "state"), ("yes,XA,Alba,none", "name"), ("yes,XA,,none", "name"),
            ("no,XA,,none", "state"), (",KE,Kenya,none", "name"), ("maybe,XA,Alba (fictional),none", "fictional"),
            ("yes,XK,Alba (fictional),none", "state"),
        ])
    func fictional(row: String, column: String) {
        let found = faults("fictional,state,name,report.first\n" + row)
        #expect(found.contains { $0.column == column && $0.line == 2 }, "\(found)")
    }

    @Test("the sample that comes with the program is taken, and is of fictional States only")
    func shipped() throws {
        var root = URL(fileURLWithPath: #filePath)
        for _ in 0..<4 { root.deleteLastPathComponent() }
        let data = try Data(contentsOf: root.appendingPathComponent("samples/states.csv"))
        let table = try StateImport(
            data, file: "states.csv", register: register, known: StateLedger(), today: today)
        #expect(table.changes.count == 3 && table.changes.allSatisfy { $0.state.membership == .fictional })
    }

    @Test("tables that were cut short or garbled are read or refused")
    func garbled() {
        let text = "state,report.first,focal-point.name\nKE,2005-01-02,\"A, b\"\nUG,none,\"c\"\"d\"\n"
        let bytes = Array(text.utf8)
        for length in 0..<bytes.count { _ = try? read(String(decoding: bytes[..<length], as: UTF8.self)) }
        var generator = SeededGenerator(seed: 3)
        for _ in 0..<300 {
            var changed = bytes
            for _ in 0..<3 {
                changed[Int.random(in: 0..<changed.count, using: &generator)] = UInt8.random(
                    in: 0...255, using: &generator)
            }
            _ = try? StateImport(Data(changed), file: "f", register: register, known: StateLedger(), today: today)
        }
    }
}
