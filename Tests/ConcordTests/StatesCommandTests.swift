import Foundation
import Testing

@Suite("States on the command line")
struct StatesCommandTests {
    private let files: LawFiles

    init() throws { files = try LawFiles() }

    private func run(_ arguments: String...) throws -> Program.Result {
        try Program.run(Program.path, arguments + ["--index", files.index], environment: ["CONCORD_USER": "A. Tester"])
    }

    @Test("the register is there without an index, and a State is found by a former name")
    func register() throws {
        let list = try run("states", "list", "--region", "Eastern Africa")
        #expect(list.status == 0 && list.output.contains("KE  KEN  Kenya"))
        let show = try run("states", "show", "Swaziland")
        #expect(show.status == 0 && show.output.contains("Eswatini") && show.errors.contains("until 2018"))
        let slip = try run("states", "show", "Kennya")
        #expect(slip.status == 64 && slip.errors.contains("Kenya (KE)"))
        #expect(try run("states", "list", "--region", "Atlantis").status == 64)
        #expect(try run("states", "list", "--group", "martian").status == 64)
    }

    @Test("facts are entered, shown to those who may see them, and reading is noted")
    func entering() throws {
        let set = try run(
            "states", "set", "KE", "report.first=2005-07-20", "focal-point.name=B. Sample", "--why", "a letter")
        #expect(set.status == 0, "\(set.errors)")
        let open = try run("states", "show", "KE")
        #expect(open.output.contains("first 2005-07-20") && !open.output.contains("B. Sample"))
        #expect(open.errors.contains("1 record is not for this audience"))
        let committee = try run("states", "show", "KE", "--audience", "committee")
        #expect(committee.output.contains("B. Sample") && committee.errors.isEmpty)
        let history = try run("history", "state/KE")
        #expect(history.output.contains("record.read") && history.output.contains("A. Tester"))
        #expect(try run("states", "set", "KE", "report.first=2004-01-01", "--why", "x").status == 64)
        #expect(try run("states", "set", "KE", "report.first", "--why", "x").status == 64)
        #expect(try run("states", "set", "KE", "report.first=none").status == 64)
        #expect(try run("states", "show", "KE", "--audience", "press").status == 64)
    }

    @Test("a table is taken as a whole or not at all")
    func importing() throws {
        let bad = try files.write("bad.csv", "state,report.first\nKE,2005-07-20\nKennya,none\nUG,2003-01-01\n")
        let refused = try run("states", "import", bad)
        #expect(refused.status == 65 && refused.errors.contains("bad.csv:3: state:"))
        #expect(refused.errors.contains("bad.csv:4: report.first:") && refused.errors.contains("Nothing was written."))
        #expect(try run("states", "show", "KE").output.contains("not recorded"))
        let good = try files.write("good.csv", "state,report.first\nKE,2005-07-20\nUG,none\n")
        #expect(try run("states", "import", good, "--dry-run").output.contains("would be recorded"))
        #expect(try run("states", "show", "KE").output.contains("not recorded"))
        #expect(try run("states", "import", good).output.contains("2 facts of 2 States recorded"))
        #expect(try run("states", "import", good).output.contains("0 facts of 0 States"))
        #expect(try run("states", "import", files.root + "/none.csv").status == 66)
    }

    @Test("the overview in each form")
    func status() throws {
        let table = try files.write("s.csv", "state,report.first\nKE,2005-07-20\nUG,none\n")
        #expect(try run("states", "import", table).status == 0)
        try files.writeLaws(0..<1)
        #expect(try run("index", files.laws).status == 0)
        let terminal = try run("status", "--group", "african", "--since", "2005-01-01")
        #expect(terminal.status == 0, "\(terminal.errors)")
        #expect(terminal.output.contains("54 States") && terminal.output.contains("first reports received:     1 (KE)"))
        #expect(!terminal.output.contains("\u{1B}"))
        let svg = try run("status", "--format", "svg", "--region", "Africa")
        #expect(svg.output.hasPrefix("<svg ") && XMLCheck.fault(in: svg.output) == nil)
        let csv = try run("status", "--format", "csv")
        #expect(csv.output.split(whereSeparator: \.isNewline).count == 196)
        let json = try run("status", "--format", "json")
        #expect((try JSONSerialization.jsonObject(with: Data(json.output.utf8)) as? [String: Any])?["states"] != nil)
        #expect(try run("status", "--format", "xlsx").status == 64)
        let book = files.root + "/s.xlsx"
        #expect(try run("status", "--format", "xlsx", "--output", book).status == 0)
        #expect(FileManager.default.fileExists(atPath: book))
        #expect(try run("status", "--format", "xlsx", "--output", files.root + "/none/s.xlsx").status == 74)
        #expect(try run("status", "--since", "2999-01-01").status == 64)
        #expect(try run("status", "--since", "yesterday").status == 64)
    }

    @Test("fictional States stand apart")
    func fictional() throws {
        let table = try files.write(
            "x.csv", "fictional,state,name,report.first\nyes,XA,Alba (fictional),2005-07-20\n")
        #expect(try run("states", "import", table).status == 0)
        #expect(try run("states", "show", "XA").output.contains("Alba (fictional)"))
        #expect(try run("status").output.contains("195 States"))
        let own = try run("status", "--fictional")
        #expect(own.output.contains("1 State\n") && own.output.contains("Alba (fictional)"))
    }
}
