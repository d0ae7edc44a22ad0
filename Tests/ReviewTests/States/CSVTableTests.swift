import Foundation
import TestSupport
import Testing

@testable import Review

@Suite("Tables in CSV")
struct CSVTableTests {
    private func fields(_ text: String) throws -> [[String]] {
        try CSVTable(Data(text.utf8)).rows.map(\.fields)
    }

    @Test(
        "fields are read as RFC 4180 writes them",
        arguments: [
            ("a,b\r\nc,d\r\n", [["a", "b"], ["c", "d"]]), ("a,b\nc,d", [["a", "b"], ["c", "d"]]),
            ("a,b\rc,d\r", [["a", "b"], ["c", "d"]]), ("a,\n,b", [["a", ""], ["", "b"]]), ("a,", [["a", ""]]),
            ("\"a,b\",\"c\"\"d\"", [["a,b", "c\"d"]]), ("\"a\r\nb\",c", [["a\r\nb", "c"]]), ("\"\",x", [["", "x"]]),
            ("\u{FEFF}a,b", [["a", "b"]]), (" a , b ", [[" a ", " b "]]), ("é,ž,国\n", [["é", "ž", "国"]]),
            ("\n\na\n\n", [["a"]]), ("", []), ("\"\"", []),
        ])
    func reading(text: String, rows: [[String]]) throws { #expect(try fields(text) == rows) }

    @Test("rows know the line on which they begin, also behind fields of several lines")
    func lines() throws {
        let table = try CSVTable(Data("a,b\r\n\"1\n2\n3\",x\r\n\r\nlast,y".utf8))
        #expect(table.rows.map(\.line) == [1, 2, 6])
    }

    @Test(
        "what is not of the form is refused with its line",
        arguments: [("a,b\n\"c", 2), ("a\nb\"c", 2), ("a\n\"b\"c", 2), ("x\n\"a\"\"", 2), ("a\n\"b\" ,c", 2)])
    func refusing(text: String, line: Int) {
        let fault = #expect(throws: CSVTable.Fault.self) { try fields(text) }
        #expect(fault?.line == line)
    }

    @Test(
        "what is not UTF-8 is refused with its line",
        arguments: [
            ([0x61, 0x0A, 0xE9, 0x0A], 2), ([0xFF, 0xFE, 0x61, 0x00], 1), ([0xFE, 0xFF, 0x00, 0x61], 1),
            ([0x61, 0x00], 1),
            ([0x61, 0x0A, 0x62, 0x0A, 0xC3], 3),
        ])
    func encoding(bytes: [UInt8], line: Int) {
        let fault = #expect(throws: CSVTable.Fault.self) { try CSVTable(Data(bytes)) }
        #expect(fault?.line == line)
    }

    @Test("a field or a file that is too large is refused")
    func limits() {
        #expect(throws: CSVTable.Fault.self) { try fields(String(repeating: "a", count: CSVTable.fieldLimit + 1)) }
        #expect(throws: CSVTable.Fault.self) {
            try fields("\"" + String(repeating: "a", count: CSVTable.fieldLimit + 1))
        }
        #expect(throws: CSVTable.Fault.self) { try CSVTable(Data(repeating: 0x2C, count: CSVTable.byteLimit + 1)) }
    }

    @Test("what is written is read again, whatever it holds but for the guard against formulas")
    func roundTrip() throws {
        var generator = SeededGenerator(seed: 5)
        let letters = Array("ab,\"\r\n ;é国=")
        for _ in 0..<300 {
            let row = (0..<3).map { _ in
                "x"
                    + String(
                        (0..<Int.random(in: 0...6, using: &generator)).map { _ in
                            letters.randomElement(using: &generator) ?? "a"
                        })
            }
            var table = CSVDocument()
            table.add(row)
            #expect(try fields(table.text) == [row])
        }
    }

    @Test("any bytes are read or refused")
    func anyBytes() {
        var generator = SeededGenerator(seed: 9)
        for _ in 0..<500 {
            let bytes = (0..<40).map { _ in
                [0x22, 0x2C, 0x0A, 0x0D, 0x61, 0xC3, 0xA9].randomElement(using: &generator) ?? UInt8(0)
            }
            _ = try? CSVTable(Data(bytes))
        }
    }
}
