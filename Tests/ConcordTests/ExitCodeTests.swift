import Catalog
import Foundation
import Testing

@Suite("Exit codes and messages")
struct ExitCodeTests {
    private let files: LawFiles

    init() throws { files = try SharedIndex.files.get() }

    @Test("the program lies beside the tests and names its exit codes")
    func help() throws {
        let result = try Program.run("--help")
        #expect(result.status == 0)
        #expect(result.errors.isEmpty)
        for code in ["64", "65", "66", "70", "74", "75"] { #expect(result.output.contains(code)) }
    }

    @Test("success is 0, says nothing on standard error and uses no colours without a terminal")
    func success() throws {
        for arguments in [["search", "ledger1"], ["info"], ["verify"], ["show", "KE/Ports#1"]] {
            let result = try Program.run(Program.path, arguments + ["--index", files.index])
            #expect(result.status == 0, "\(arguments): \(result.errors)")
            #expect(result.errors.isEmpty)
            #expect(!result.output.isEmpty)
            #expect(!result.output.contains("\u{1B}"))
        }
        let result = try Program.run("obligations", "op2.manufacture", environment: ["NO_COLOR": "1"])
        #expect(result.status == 0)
        #expect(!result.output.contains("\u{1B}"))
    }

    /// Whether `script` is there and is given a terminal, as it is not in every container.
    private static let canFeignTerminal =
        (try? Program.run("/usr/bin/script", ["-qec", "true", "/dev/null"], environment: [:]).status) == 0

    @Test(
        "a terminal gets colours, unless it or the user wants none",
        .enabled(if: Self.canFeignTerminal, "there is no program that feigns one, or the system gives it none"),
        arguments: [(["TERM": "xterm", "NO_COLOR": ""], true), (["NO_COLOR": "1"], false), (["TERM": "dumb"], false)])
    func colours(environment: [String: String], isColored: Bool) throws {
        let command = "'\(Program.path)' obligations op2.manufacture"
        let own = ["TERM": "xterm", "NO_COLOR": ""].merging(environment) { $1 }
        let result = try Program.run("/usr/bin/script", ["-qec", command, "/dev/null"], environment: own)
        #expect(result.status == 0)
        #expect(result.output.contains("op2.manufacture"))
        #expect(result.output.contains("\u{1B}[1m") == isColored)
    }

    @Test(
        "a command that is not well-formed is 64",
        arguments: [
            ["search"], ["index"], ["frobnicate"], ["search", "x", "--limit", "0"], ["search", "x", "--limit", "a"],
            ["search", "--batch", "q.tsv"], ["search", "x", "--run", "r.tsv"], ["index", ".", "--lang", "!!"],
            ["index", ".", "--country", "XQ"], ["analyze", "x", "--lang", "12345678901"],
            ["obligations", "--lang", "de"], ["search", "\"never closed"], ["search", "country:Atlantis x"],
            ["search", "x", "--obligation", "op9.nothing"],
        ])
    func usage(arguments: [String]) throws {
        let result = try Program.run(
            Program.path, arguments, environment: ["CONCORD_INDEX": files.index])
        #expect(result.status == 64, "\(result.errors)")
        #expect(!result.errors.isEmpty)
        #expect(result.output.isEmpty)
    }

    @Test("a question that cannot be read is shown with a mark under the place and how to mend it")
    func syntax() throws {
        let result = try Program.run("search", "--index", files.index, "export contry:KE (licence")
        #expect(result.status == 64)
        #expect(result.errors.contains("export contry:KE (licence"))
        #expect(result.errors.contains("^"))
        let misspelled = try Program.run("search", "--index", files.index, "export contry:KE")
        #expect(misspelled.errors.contains("country"), "\(misspelled.errors)\(misspelled.output)")
    }

    @Test("an unknown obligation is answered with the nearest one")
    func suggestion() throws {
        let result = try Program.run("obligations", "op3cd.transitt")
        #expect(result.status == 66)
        #expect(result.errors.contains("op3cd.transit?"))
    }

    @Test("what is not there is 66")
    func missing() throws {
        let nowhere = files.root + "/nowhere"
        for arguments in [
            ["search", "x", "--index", nowhere], ["info", "--index", nowhere], ["verify", "--index", nowhere],
            ["reindex", "--index", nowhere], ["show", "/akn/x", "--index", nowhere],
            ["show", "/akn/ke/act/none", "--index", files.index], ["show", "/akn/ke#art_9", "--index", files.index],
            ["index", files.root + "/none.md", "--index", nowhere], ["obligations", "zz"],
            ["search", "--index", files.index, "--batch", nowhere, "--run", nowhere],
        ] {
            let result = try Program.run(Program.path, arguments)
            #expect(result.status == 66, "\(arguments): \(result.errors)")
            #expect(result.errors.hasPrefix("concord: "))
            #expect(result.output.isEmpty)
        }
        #expect(!FileManager.default.fileExists(atPath: nowhere))
    }

    @Test("a named file that is no law is 65 and named; a folder with one bad file among good ones is 0")
    func badData() throws {
        let own = try LawFiles()
        let bad = try own.write("laws/bad.xml", "<akomaNtoso><act>")
        let alone = try Program.run("index", "--index", own.index, bad)
        #expect(alone.status == 65)
        #expect(alone.errors.contains(bad))
        try own.writeLaws(0..<1)
        let folder = try Program.run("index", "--index", own.index, own.laws)
        #expect(folder.status == 0)
        #expect(folder.output.contains("skipped    \(bad)"))
        #expect(folder.errors.isEmpty)
    }

    @Test("a damaged index is 65")
    func damaged() throws {
        let own = try LawFiles()
        try own.writeLaws(0..<1)
        _ = try Program.run("index", "--index", own.index, own.laws)
        try own.write("index/index/MANIFEST", "concord-index 1 00000000\n{}")
        for command in ["verify", "info"] {
            let result = try Program.run(command, "--index", own.index)
            #expect(result.status == 65)
            #expect(result.errors.contains("reindex"))
        }
        #expect(try Program.run("search", "x", "--index", own.index).status == 65)
        #expect(try Program.run("reindex", "--index", own.index).status == 0)
        #expect(try Program.run("verify", "--index", own.index).status == 0)
    }

    @Test("a second writer is 75 and told the first one's process; reading goes on")
    func secondWriter() throws {
        let own = try LawFiles()
        try own.writeLaws(0..<2)
        _ = try Program.run("index", "--index", own.index, own.laws)
        let lock = try WriterLock(directory: own.index)
        defer { withExtendedLifetime(lock) {} }
        for arguments in [["index", own.laws], ["reindex"]] {
            let result = try Program.run(Program.path, arguments + ["--index", own.index])
            #expect(result.status == 75)
            #expect(result.errors.contains("process \(ProcessInfo.processInfo.processIdentifier) "))
        }
        #expect(try Program.run("search", "ledger1", "--index", own.index).status == 0)
    }

    @Test("of two programs at once one writes, the other is told which")
    func twoPrograms() throws {
        let own = try LawFiles()
        try own.writeLaws(0..<2)
        // The first program waits, with the lock, for a pipe that nobody writes to.
        let pipe = own.root + "/laws/waiting.md"
        #expect(mkfifo(pipe, 0o600) == 0)
        let first = try Program.Running(Program.path, ["index", "--index", own.index, pipe])
        // The lock file names its holder as soon as the lock is taken.
        func holder() -> String? { try? String(contentsOfFile: own.index + "/writer.lock", encoding: .utf8) }
        while first.isRunning, holder() != "\(first.identifier)\n" { Thread.sleep(forTimeInterval: 0.01) }
        let second = try Program.run("index", "--index", own.index, own.laws + "/law1000.md")
        #expect(second.status == 75, "\(second.errors)")
        #expect(second.errors.contains("process \(first.identifier) "))
        first.kill9()
        #expect(try first.finish().isKilled)
        #expect(try Program.run("index", "--index", own.index, own.laws + "/law1001.md").status == 0)
    }

    @Test("output that cannot be written is 74", .enabled(if: FileManager.default.fileExists(atPath: "/dev/full")))
    func fullOutput() throws {
        let full = try FileHandle(forWritingTo: URL(fileURLWithPath: "/dev/full"))
        let result = try Program.run("obligations", output: full)
        #expect(result.status == 74)
        #expect(result.errors.contains("standard output"))
        let questions = try files.write("one.tsv", "q1\tledger1\n")
        let batch = try Program.run(
            "search", "--index", files.index, "--batch", questions, "--run", "/nonexistent/run.tsv")
        #expect(batch.status == 74)
        #expect(batch.errors.contains("/nonexistent/run.tsv"))
    }

    @Test("a reader that went away ends the command quietly")
    func closedPipe() throws {
        for arguments in [["obligations"], ["obligations", "--json"], ["search", "ledger1", "--index", files.index]] {
            let pipe = Pipe()
            try pipe.fileHandleForReading.close()
            let running = try Program.Running(Program.path, arguments, output: pipe.fileHandleForWriting)
            let result = try running.finish()
            #expect(result.status == 0)
            #expect(!result.isKilled)
            #expect(result.errors.isEmpty)
        }
    }
}
