import Foundation

/// Where a command's document goes: a file that is named, else standard output.
enum OutputFile {
    /// - Throws: `Failure.output` when the file cannot be written.
    static func write(_ text: String, to path: String?) throws {
        guard let path else {
            Console.line(text)
            return
        }
        do {
            try (text + "\n").write(toFile: path, atomically: true, encoding: .utf8)
        } catch {
            throw Failure.output("\(path): cannot be written: \(error.localizedDescription)")
        }
    }
}
