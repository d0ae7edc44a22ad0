import Foundation
import Ingestion

/// Runs of the program over laws that change, each recorded call by call.
final class CrashScenario {
    struct Step {
        var name: String
        var arguments: [String]
        /// Changes the laws before the run.
        var prepare: (LawFiles) throws -> Void
    }

    struct Recorded {
        var step: Step
        var trace: FileTrace
        /// The disk before the run, all of it durable.
        var disk: RecordedDisk
        var before: StoredLaws
        var after: StoredLaws
    }

    private static let interposerPath = NSTemporaryDirectory() + "concord-crashpoint-\(getpid()).so"

    /// What stands between the program and the calls that change files, compiled once for all tests.
    private static let interposer = Result {
        let source = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().appendingPathComponent("CrashPoint/crashpoint.c").path
        let result = try Program.run(
            "/usr/bin/env",
            ["cc", "-O1", "-Wall", "-Werror", "-shared", "-fPIC", "-o", interposerPath, source, "-ldl", "-lpthread"])
        guard result.status == 0 else { throw ScenarioError(step: "compiling \(source)", said: result.errors) }
        atexit { try? FileManager.default.removeItem(atPath: CrashScenario.interposerPath) }
        return interposerPath
    }

    let files: LawFiles

    init() throws { files = try LawFiles() }

    var folder: IndexFolder { IndexFolder(files.index) }

    var steps: [Step] {
        let index = ["index", "--index", files.index, files.laws]
        return [
            Step(name: "first run", arguments: index) { files in try files.writeLaws(0..<6) },
            Step(name: "new and changed laws", arguments: index) { files in
                try files.writeLaws(6..<9)
                try Self.amend(2, in: files)
            },
            Step(name: "amended again", arguments: index) { files in
                for law in 0..<4 { try Self.amend(law, in: files, day: "2021-05-01") }
            },
            Step(name: "made anew", arguments: ["reindex", "--index", files.index]) { _ in },
        ]
    }

    /// Runs all steps, one after the other, and keeps what each did; `visit` sees each step while the laws are as the
    /// step found them.
    func run(_ visit: (Recorded) throws -> Void) throws {
        var disk = RecordedDisk()
        for step in steps {
            try step.prepare(files)
            let before = try StoredLaws(in: folder)
            let path = files.root + "/trace"
            try? FileManager.default.removeItem(atPath: path)
            let result = try run(step, environment: ["CRASHPOINT_TRACE": path])
            guard result.status == 0 else { throw ScenarioError(step: step.name, said: result.errors) }
            let trace = try FileTrace(contentsOf: URL(fileURLWithPath: path))
            let recorded = Recorded(
                step: step, trace: trace, disk: disk, before: before, after: try StoredLaws(in: folder))
            disk = disk.copy()
            trace.operations.forEach { disk.apply($0) }
            let kept = files.root + "/kept"
            try FileManager.default.moveItem(atPath: files.index, toPath: kept)
            try visit(recorded)
            try? FileManager.default.removeItem(atPath: files.index)
            try FileManager.default.moveItem(atPath: kept, toPath: files.index)
            disk.settle()
        }
    }

    /// Runs a step's command with the library in between.
    func run(_ step: Step, environment: [String: String] = [:]) throws -> Program.Result {
        try Program.run(
            Program.path, step.arguments,
            environment: ["LD_PRELOAD": try Self.interposer.get(), "CRASHPOINT_FOLDER": files.index]
                .merging(environment) { $1 })
    }

    private static func amend(_ law: Int, in files: LawFiles, day: String = "2020-01-01") throws {
        var text = "---\ntitle: \"Toxins Act \(law)\"\nidentifier: T-\(law)\ncountry: KE\nlanguage: en\n---\n"
        for article in 1...3 { text += "\n## Article \(article). Duty\n\nFrom \(day) no ledger\(law) is kept.\n" }
        try files.write("laws/law\(String(law + 1000)).md", text)
    }

    struct ScenarioError: Error {
        var step: String
        var said: String
    }
}
