import Foundation
import Testing

@Suite("concord matrix: experts decide, and what is not for everyone is not shown to everyone")
struct MatrixCommandTests {
    private func files() throws -> LawFiles {
        let files = try LawFiles()
        try files.write(
            "laws/weapons.md",
            """
            ---
            title: "Chemical Weapons Act"
            identifier: W-1
            country: KE
            language: en
            ---

            ## Article 1. Prohibition

            No person shall develop, produce, acquire, stockpile, transfer or use a chemical weapon.

            ## Article 2. Penalty

            A person who develops, produces, acquires, stockpiles, transfers or uses a chemical weapon commits an offence and \
            is liable to imprisonment for life.

            """)
        #expect(try Program.run("index", "--index", files.index, files.laws).status == 0)
        return files
    }

    private static let cell = "op2.use/CW/framework"

    @Test("a decision that changed meanwhile is a conflict with status 75, and nothing is overwritten")
    func conflict() throws {
        let files = try files()
        let first = try Program.run(
            "matrix", "edit", "KE", Self.cell, "--value", "X", "--why", "article 1", "--as", "Amina", "--index",
            files.index)
        #expect(first.status == 0, "\(first.errors)")
        let second = try Program.run(
            "matrix", "reject", "KE", Self.cell, "--why", "no", "--as", "Boris", "--index", files.index)
        #expect(second.status == 75)
        #expect(second.errors.contains("Amina") && second.errors.contains("--revision"))
        let history = try Program.run("matrix", "history", "KE", Self.cell, "--index", files.index)
        #expect(history.output.contains("article 1") && !history.output.contains("Boris"))
    }

    @Test("a decision for the committee is shown to the committee alone, and that reading is recorded")
    func restricted() throws {
        let files = try files()
        let decided = try Program.run(
            "matrix", "edit", "KE", Self.cell, "--value", "NA", "--why", "a private view", "--visibility", "committee",
            "--as", "Amina", "--index", files.index)
        #expect(decided.status == 0, "\(decided.errors)")
        let open = try Program.run("matrix", "build", "KE", "--json", "--index", files.index)
        #expect(!open.output.contains("a private view") && open.errors.contains("1 record"))
        #expect(try !Program.run("history", "--index", files.index).output.contains("record.read"))
        #expect(try !Program.run("history", "--index", files.index).output.contains("a private view"))
        let closed = try Program.run(
            "matrix", "build", "KE", "--json", "--audience", "committee", "--as", "Chen", "--index", files.index)
        #expect(closed.output.contains("a private view"))
        #expect(try Program.run("history", "--index", files.index).output.contains("record.read"))
    }

    @Test("the whole record is for the committee, and reading it is recorded as well")
    func record() throws {
        let files = try files()
        let decided = try Program.run(
            "matrix", "edit", "KE", Self.cell, "--value", "NA", "--why", "a private view", "--visibility", "committee",
            "--as", "Amina", "--index", files.index)
        #expect(decided.status == 0, "\(decided.errors)")
        let whole = try Program.run("history", "--audience", "committee", "--as", "Chen", "--index", files.index)
        #expect(whole.output.contains("a private view"))
        let after = try Program.run("history", "--json", "--index", files.index)
        #expect(after.output.contains("record.read") && after.output.contains("Chen"))
    }

    @Test("a State, a cell or a value that does not exist ends with status 64 and the nearest that does")
    func unknown() throws {
        let files = try files()
        func run(_ arguments: String...) throws -> Program.Result {
            try Program.run(Program.path, ["matrix"] + arguments + ["--index", files.index])
        }
        #expect(try run("build", "XX").status == 64)
        let cell = try run("accept", "KE", "op2.uze/CW/framework", "--why", "x")
        #expect(cell.status == 64 && cell.errors.contains("op2.use/"))
        #expect(try run("edit", "KE", Self.cell, "--value", "maybe", "--why", "x").status == 64)
    }

    @Test("a dossier is a word processor's file that can be unpacked, in each of the six languages")
    func dossier() throws {
        let files = try files()
        for language in ["ar", "zh", "en", "fr", "ru", "es"] {
            let path = files.root + "/\(language).docx"
            let result = try Program.run(
                "dossier", "KE", "--lang", language, "--format", "docx", "--output", path, "--index", files.index)
            #expect(result.status == 0, "\(language): \(result.errors)")
            let bytes = FileManager.default.contents(atPath: path) ?? Data()
            #expect(bytes.starts(with: [0x50, 0x4B, 3, 4]), "\(language)")
        }
        let page = try Program.run("dossier", "KE", "--lang", "ar", "--format", "html", "--index", files.index)
        #expect(
            page.output.contains("<html lang=\"ar\" dir=\"rtl\">") && page.output.contains("lang=\"en\" dir=\"ltr\""))
    }
}
