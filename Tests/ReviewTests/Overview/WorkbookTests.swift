import Foundation
import Legislation
import Obligations
import Testing

@testable import Review

@Suite("Workbooks")
struct WorkbookTests {
    private let folder: URL

    init() throws {
        folder = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    }

    /// Whether there is another program that reads workbooks.
    static let hasReader = (try? Self.python(["-c", "import openpyxl"]))?.status == 0

    private static func python(_ arguments: [String]) throws -> (status: Int32, output: Data) {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = ["python3"] + arguments
        let pipe = Pipe()
        process.standardOutput = pipe
        process.standardError = FileHandle.nullDevice
        try process.run()
        let output = pipe.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        return (process.terminationStatus, output)
    }

    /// The texts of all sheets, as openpyxl reads them: by sheet and cell, with the kind of each (`s` text, `n` number,
    /// `f` formula).
    private func read(_ path: String) throws -> [String: [String: [String]]] {
        let script = """
            import json, sys, openpyxl
            book = openpyxl.load_workbook(sys.argv[1])
            print(json.dumps({s.title: {c.coordinate: [c.data_type, str(c.value)] for r in s.iter_rows() for c in r
                if c.value is not None} for s in book}))
            """
        let result = try Self.python(["-c", script, path])
        #expect(result.status == 0)
        return try JSONDecoder().decode([String: [String: [String]]].self, from: result.output)
    }

    private func matrix(_ text: String, visibility: Visibility = .everyone) throws -> StateMatrix {
        let rows = try ObligationMatrix()
        let evidence = CellEvidence(
            iri: "/akn/ke/act/2000/1/eng@#art_1", law: text, label: "Article 1", quote: "", confidence: 0.9,
            language: "en",
            status: .inForce, date: "2000-01-01", source: "https://law.example/1", authenticity: .unknown,
            fingerprint: "")
        let proposal = CellProposal(value: .documented, support: 0.9, evidence: [evidence], provisionCount: 1)
        let cells = rows.rows.flatMap(\.cells).map { cell in
            MatrixCell(cell: cell, proposal: cell.code.rawValue == "op2.use" ? proposal : .none)
        }
        return StateMatrix(state: try Jurisdiction(code: "KE"), lawCount: 1, provisionCount: 1, cells: cells)
    }

    @Test(
        "another program reads the matrix: a sheet for each part, values with their sources, texts never as formulas",
        .enabled(if: hasReader, "python3 with openpyxl is not installed: workbooks are not read again"))
    func matrixWorkbook() throws {
        let path = folder.appendingPathComponent("m.xlsx").path
        try MatrixWorkbook.write(
            try matrix("=HYPERLINK(\"x\") & \u{1}ž 国"), name: "Kenya", rows: try ObligationMatrix(),
            notice: "2 records were left out.", to: path, created: Date(timeIntervalSince1970: 0))
        let book = try read(path)
        #expect(book.keys.sorted() == ["OP1", "OP2", "OP3(a)(b)", "OP3(c)(d)", "OP6-8"])
        let sheet = try #require(book["OP2"])
        #expect(sheet["A1"]?[1].hasPrefix("Kenya: ") == true)
        #expect(sheet["A2"]?[1].contains("Indicators of fact") == true && sheet["A2"]?[1].contains("left out") == true)
        #expect(sheet["C4"] == ["s", "NW"] && sheet["E4"] == ["s", "CW"] && sheet["G4"] == ["s", "BW"])
        // Row 8 of the part: "use".
        #expect(sheet["A12"] == ["n", "8"] && sheet["C12"] == ["s", "X"])
        let source = try #require(sheet["D12"])
        #expect(source[0] == "s" && source[1].hasPrefix("=HYPERLINK(\"x\")") && source[1].contains("ž 国, 2000-01-01"))
        #expect(source[1].contains("proposed by the program"))
        #expect(book.values.allSatisfy { $0.values.allSatisfy { $0[0] != "f" } })
    }

    @Test(
        "another program reads the overview",
        .enabled(if: hasReader, "python3 with openpyxl is not installed: workbooks are not read again"))
    func statusWorkbook() throws {
        var world = try SampleWorld()
        try world.set("KE", .firstReport, "2005-01-01")
        let kenya = try world.state("KE").jurisdiction
        world.coverage[kenya] = [SampleWorld.cell("op2.manufacture", .chemical, .framework): .documented]
        let path = folder.appendingPathComponent("s.xlsx").path
        try StatusWorkbook.write(try world.status(world.register.states.map(\.code)), notice: nil, to: path)
        let book = try read(path)
        #expect(book.keys.sorted() == ["OP1", "OP2", "OP3(a)(b)", "OP3(c)(d)", "OP6-8", "States"])
        let place = try #require(world.register.states.firstIndex { $0.code == "KE" })
        #expect(
            book["States"]?["A\(place + 5)"] == ["s", "KE"] && book["States"]?["E\(place + 5)"] == ["s", "2005-01-01"])
        #expect(book["OP2"]?["C\(place + 5)"] == ["s", "-"] && book["OP2"]?["D\(place + 5)"] == ["s", "x"])
    }

    @Test("a source that is longer than a cell holds is cut, and the workbook still written")
    func long() throws {
        let path = folder.appendingPathComponent("l.xlsx").path
        try MatrixWorkbook.write(
            try matrix(String(repeating: "😀", count: 40_000)), name: String(repeating: "n", count: 300),
            rows: try ObligationMatrix(), notice: nil, to: path)
        #expect(try Data(contentsOf: URL(fileURLWithPath: path)).starts(with: [0x50, 0x4B]))
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["l.xlsx"])
    }

    @Test("a folder that is not there is told, and nothing is left behind")
    func noFolder() throws {
        let path = folder.appendingPathComponent("none/m.xlsx").path
        let world = try SampleWorld()
        let error = #expect(throws: WorkbookError.self) {
            try StatusWorkbook.write(try world.status(["KE"]), notice: nil, to: path)
        }
        #expect(error?.path == path)
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path).isEmpty)
    }

    @Test("a decision that an audience may not see leaves the proposal in its place, without a trace")
    func withheld() throws {
        var whole = try matrix("Act")
        let place = try #require(whole.cells.firstIndex { $0.value == .documented })
        whole.cells[place].decision = Self.decision(.committee)
        whole.cells[place].reopening = .changed(iri: "x")
        var everyone = SharingFilter(audience: .everyone, consents: [:])
        let shown = whole.shown(by: &everyone)
        #expect(shown.cells[place].value == .documented && shown.cells[place].standing == .proposed)
        #expect(everyone.withheld == 1 && everyone.restrictedReads.isEmpty)
        var committee = SharingFilter(audience: .committee, consents: [:])
        #expect(whole.shown(by: &committee).cells[place].value == .notApplicable)
        #expect(committee.restrictedReads == ["matrix/KE": 1])
    }

    private static func decision(_ visibility: Visibility) -> ExpertDecision {
        ExpertDecision(
            verdict: .edit, value: .notApplicable, who: "A", when: "1970-01-01T00:00:00.000Z", why: "w", basis: [],
            proposed: .documented, revision: 1, visibility: visibility)
    }
}
