import Foundation
import Ingestion

/// The indexes of the sets' corpora, made when they are first needed.
struct CorpusIndex {
    /// Folder of all sets.
    let sets: String
    /// Folder that keeps indexes between runs.
    let cache: String

    /// Folder of the index of a corpus.
    ///
    /// - Throws: ``QualityError`` when the corpus cannot be unpacked or read; what indexing throws.
    func folder(_ corpus: String) throws -> String {
        let index = cache + "/" + corpus
        // Written last: an index without it was not completed.
        let mark = index + "/complete"
        if FileManager.default.fileExists(atPath: mark) { return index }
        let unpacked = FileManager.default.temporaryDirectory.appendingPathComponent("concord-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: unpacked, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: unpacked) }
        let file = unpacked.appendingPathComponent("corpus.jsonl")
        try unpack(sets + "/" + corpus + "/corpus.jsonl.xz", to: file)
        try? FileManager.default.removeItem(atPath: index)
        try FileManager.default.createDirectory(atPath: index, withIntermediateDirectories: true)
        let summary = try Ingestor(folder: IndexFolder(index)).index(paths: [file.path])
        for skipped in summary.skipped { throw QualityError("\(corpus): \(skipped.reason)") }
        guard FileManager.default.createFile(atPath: mark, contents: Data()) else {
            throw QualityError("\(mark): cannot be written.")
        }
        FileHandle.standardError.write(Data("\(corpus): \(summary.provisions) provisions indexed\n".utf8))
        return index
    }

    private func unpack(_ packed: String, to file: URL) throws {
        guard FileManager.default.isReadableFile(atPath: packed) else {
            throw QualityError("\(packed): missing. --sets names the folder of the sets.")
        }
        guard FileManager.default.createFile(atPath: file.path, contents: nil) else {
            throw QualityError("\(file.path): cannot be written.")
        }
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = ["xz", "--decompress", "--stdout", packed]
        process.standardOutput = try FileHandle(forWritingTo: file)
        try process.run()
        process.waitUntilExit()
        guard process.terminationStatus == 0 else {
            throw QualityError("\(packed): xz ended with status \(process.terminationStatus).")
        }
    }
}
