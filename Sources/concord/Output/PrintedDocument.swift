import Foundation
import Review

/// A document on a State as pages, by LibreOffice from its word processor's form.
enum PrintedDocument {
    private static let secondsAllowed = 180
    /// What timeout ends with when it had to step in.
    private static let timeoutStatus: Int32 = 124
    private static let programs = ["soffice", "libreoffice"]

    /// - Throws: `Failure` where LibreOffice is not installed, fails, or does not end in time.
    static func write(_ document: ReviewDocument, to path: String) throws {
        guard let program = program() else {
            throw Failure.notFound(
                "PDF is made by LibreOffice, which is not installed; install libreoffice-writer, or write --format docx."
            )
        }
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("concord-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let source = folder.appendingPathComponent("document.docx")
        var word = ReviewWordDocument(document)
        try ZipFile.write(word.parts(), to: source.path)
        let process = Process()
        // A program that hangs must not hang us: coreutils' timeout ends it.
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = [
            "timeout", "--kill-after=5", String(secondsAllowed), program,
            "-env:UserInstallation=file://\(folder.path)/profile", "--headless", "--convert-to", "pdf", "--outdir",
            folder.path, source.path,
        ]
        process.standardOutput = FileHandle.nullDevice
        process.standardError = FileHandle.nullDevice
        try process.run()
        process.waitUntilExit()
        let made = folder.appendingPathComponent("document.pdf")
        guard process.terminationStatus == 0, FileManager.default.fileExists(atPath: made.path) else {
            let reason =
                process.terminationStatus == timeoutStatus
                ? "did not end within \(secondsAllowed) seconds" : "ended with status \(process.terminationStatus)"
            throw Failure.output("\(path): LibreOffice \(reason); write --format docx and convert that")
        }
        do {
            let target = URL(fileURLWithPath: path)
            try Data(contentsOf: made).write(to: target, options: .atomic)
        } catch {
            throw Failure.output("\(path): cannot be written: \(error.localizedDescription)")
        }
    }

    private static func program() -> String? {
        let folders = (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":").map(String.init)
        return folders.lazy.flatMap { folder in programs.map { "\(folder)/\($0)" } }
            .first { FileManager.default.isExecutableFile(atPath: $0) }
    }
}
