import Foundation
import Synchronization

/// A program of the system that reads a format for us: run without a shell, with bounded time, memory and output.
struct ExternalProgram {
    /// Name as it is called, for example `pdftotext`.
    let name: String
    /// Debian package that carries it.
    let package: String

    /// What one run gave.
    struct Outcome {
        var status: Int32
        var output: Data
        /// The start of what it wrote to standard error.
        var complaint: String
        /// Whether it came to no end of its own: it took too long, wrote too much, or broke down.
        var wasStopped: Bool
    }

    /// Where the program is; nil where it is not installed.
    var path: String? {
        let folders = ProcessInfo.processInfo.environment["PATH"] ?? "/usr/local/bin:/usr/bin:/bin"
        return folders.split(separator: ":").lazy.map { "\($0)/\(name)" }
            .first { FileManager.default.isExecutableFile(atPath: $0) }
    }

    /// The error for a file that cannot be read without the program.
    func missing(_ file: SourceFile, reads: String) -> LegislationReadError {
        file.error(
            .missingProgram, "\(reads) is read by the program \(name), which is not installed",
            mend: "install it, on Debian: apt-get install \(package)")
    }

    /// Runs the program and waits for it, at most `seconds`.
    ///
    /// - Parameter outputLimit: bytes of output after which it is stopped.
    func run(
        _ arguments: [String], for file: SourceFile, reads: String, seconds: Int, outputLimit: Int = 1 << 30,
        environment: [String: String] = [:]
    ) throws(LegislationReadError) -> Outcome {
        guard let path else { throw missing(file, reads: reads) }
        let process = Process()
        // The kernel's own limits hold even where this process is killed while it waits.
        let limiter = ExternalProgram(name: "prlimit", package: "util-linux").path
        process.executableURL = URL(filePath: limiter ?? path)
        process.arguments =
            (limiter == nil ? [] : ["--cpu=\(seconds)", "--as=\(4 << 30)", "--core=0", "--", path]) + arguments
        process.environment = ProcessInfo.processInfo.environment.merging(environment) { $1 }
        let output = Pipe()
        let errors = Pipe()
        process.standardOutput = output
        process.standardError = errors
        process.standardInput = FileHandle.nullDevice
        do {
            try process.run()
        } catch {
            throw file.error(.missingProgram, "\(name) cannot be started", mend: "check its installation: \(package)")
        }
        let stopped = Mutex(false)
        // What the program has started itself (LibreOffice begins as a script) holds the pipes open and has to end too;
        // it is in the program's process group, where that is not ours.
        let leader = process.processIdentifier
        let target = getpgid(leader) == leader ? -leader : leader
        let stop: @Sendable () -> Void = {
            stopped.withLock { $0 = true }
            kill(target, SIGKILL)
        }
        let watch = DispatchWorkItem(block: stop)
        DispatchQueue.global().asyncAfter(deadline: .now() + .seconds(seconds), execute: watch)
        let complaint = Mutex(Data())
        let drained = DispatchGroup()
        let errorHandle = errors.fileHandleForReading
        DispatchQueue.global().async(group: drained) {
            while let block = try? errorHandle.read(upToCount: 1 << 16), !block.isEmpty {
                complaint.withLock { if $0.count < 4096 { $0.append(block.prefix(4096)) } }
            }
        }
        var data = Data()
        while let block = try? output.fileHandleForReading.read(upToCount: 1 << 20), !block.isEmpty {
            if data.count <= outputLimit { data.append(block) }
            if data.count > outputLimit { stop() }
        }
        drained.wait()
        process.waitUntilExit()
        watch.cancel()
        let said = complaint.withLock { String(decoding: $0, as: UTF8.self) }
        return Outcome(
            status: process.terminationReason == .exit ? process.terminationStatus : -1, output: data,
            complaint: said.split(whereSeparator: \.isNewline).prefix(2).joined(separator: "; "),
            // Over its share of processor time the kernel ends it with a signal, as it does after a fault.
            wasStopped: stopped.withLock { $0 } || process.terminationReason != .exit)
    }
}

/// A folder for one file's passing through other programs, removed with all in it at the end of its scope.
///
/// The file is copied under a plain name: programs stumble over dashes, blanks and decomposed letters.
struct PassingFolder: ~Copyable {
    let url: URL

    init(_ file: SourceFile) throws(LegislationReadError) {
        url = FileManager.default.temporaryDirectory.appending(path: "concord-\(UUID().uuidString)")
        do {
            try FileManager.default.createDirectory(
                at: url, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
        } catch {
            throw file.error(.unreadable, "no temporary folder can be made for it", mend: "check TMPDIR and its space")
        }
    }

    deinit { try? FileManager.default.removeItem(at: url) }

    /// Path of a copy of the file.
    func copy(_ file: SourceFile, as name: String) throws(LegislationReadError) -> String {
        let place = url.appending(path: name)
        do {
            try file.utf8.write(to: place)
        } catch {
            throw file.error(.unreadable, "it cannot be copied for reading", mend: "check the space of TMPDIR")
        }
        return place.path
    }
}
