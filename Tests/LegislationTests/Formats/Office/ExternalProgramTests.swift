import Foundation
import Testing

@testable import Legislation

@Suite("Programs of the system")
struct ExternalProgramTests {
    private let file = SourceFile(name: "law.pdf", utf8: Data(), options: ReaderOptions())
    private let shell = ExternalProgram(name: "sh", package: "dash")

    private func run(_ script: String, seconds: Int = 60) throws -> ExternalProgram.Outcome {
        try shell.run(["-c", script], for: file, reads: "a test", seconds: seconds, outputLimit: 1 << 20)
    }

    @Test("one that hangs is ended with all that it started", .timeLimit(.minutes(1)))
    func hangs() throws {
        #expect(try run("sleep 600 & wait", seconds: 1).wasStopped)
    }

    @Test("one that writes without end is ended", .timeLimit(.minutes(1)))
    func floods() throws {
        let outcome = try run("exec yes")
        #expect(outcome.wasStopped)
        #expect(outcome.output.count <= 3 << 20)
    }

    @Test("status, output and complaint are handed on")
    func outcome() throws {
        let outcome = try run("echo text; echo fault >&2; exit 3")
        #expect(outcome.status == 3 && !outcome.wasStopped)
        #expect(outcome.output == Data("text\n".utf8) && outcome.complaint == "fault")
    }

    @Test("one that is not installed is named, with its package and the file")
    func missing() {
        let program = ExternalProgram(name: "no-such-program", package: "no-such-package")
        let error = #expect(throws: LegislationReadError.self) {
            try program.run([], for: file, reads: "PDF", seconds: 1)
        }
        #expect(error?.reason == .missingProgram && error?.file == "law.pdf")
        #expect(error?.mend.contains("apt-get install no-such-package") == true)
    }
}
