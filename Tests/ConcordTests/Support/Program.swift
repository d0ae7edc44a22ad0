import Foundation

/// The built program `concord`, which lies beside the test bundle.
enum Program {
    static let path: String = {
        let own =
            (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")) ?? CommandLine.arguments[0]
        return URL(fileURLWithPath: own).deletingLastPathComponent().appendingPathComponent("concord").path
    }()

    /// How a process ended and what it printed.
    struct Result {
        /// Exit code; the signal's number when a signal ended it.
        var status: Int32
        var isKilled: Bool
        var output: String
        var errors: String
    }

    /// Runs the program to its end, without a terminal.
    static func run(
        _ arguments: String..., environment: [String: String] = [:], output: FileHandle? = nil
    ) throws -> Result {
        try run(path, arguments, environment: environment, output: output)
    }

    /// Runs any program to its end.
    static func run(
        _ program: String, _ arguments: [String], environment: [String: String] = [:], output: FileHandle? = nil
    ) throws -> Result {
        let running = try Running(program, arguments, environment: environment, output: output)
        return try running.finish()
    }

    /// A process that was started. What it prints goes to files, so that no pipe fills up.
    final class Running {
        private let process = Process()
        private let folder = NSTemporaryDirectory() + "concord-output-" + UUID().uuidString

        var identifier: Int32 { process.processIdentifier }
        var isRunning: Bool { process.isRunning }

        init(
            _ program: String = Program.path, _ arguments: [String], environment: [String: String] = [:],
            output: FileHandle? = nil
        ) throws {
            try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
            process.executableURL = URL(fileURLWithPath: program)
            process.arguments = arguments
            var all = ProcessInfo.processInfo.environment
            all["CONCORD_INDEX"] = nil
            process.environment = all.merging(environment) { $1 }
            process.standardInput = FileHandle.nullDevice
            process.standardOutput = try output ?? Self.file(folder + "/out")
            process.standardError = try Self.file(folder + "/err")
            try process.run()
        }

        deinit {
            if process.isRunning { kill(process.processIdentifier, SIGKILL) }
            try? FileManager.default.removeItem(atPath: folder)
        }

        func kill9() { kill(process.processIdentifier, SIGKILL) }

        func finish() throws -> Result {
            process.waitUntilExit()
            return Result(
                status: process.terminationStatus, isKilled: process.terminationReason == .uncaughtSignal,
                output: read("out"), errors: read("err"))
        }

        private func read(_ name: String) -> String {
            String(decoding: FileManager.default.contents(atPath: folder + "/" + name) ?? Data(), as: UTF8.self)
        }

        private static func file(_ path: String) throws -> FileHandle {
            _ = FileManager.default.createFile(atPath: path, contents: nil)
            return try FileHandle(forWritingTo: URL(fileURLWithPath: path))
        }
    }
}
