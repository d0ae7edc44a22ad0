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
        if corpus == "canada-parallel" {
            let pairs = unpacked.appendingPathComponent("pairs.jsonl")
            try unpack(sets + "/" + corpus + "/pairs.jsonl.xz", to: pairs)
            try separate(pairs, into: file)
        } else {
            try unpack(sets + "/" + corpus + "/corpus.jsonl.xz", to: file)
        }
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

    /// Makes two provisions of each pair: `id@en` and `id@fr`.
    private func separate(_ pairs: URL, into file: URL) throws {
        var output = Data()
        for (number, line) in try Data(contentsOf: pairs).split(separator: UInt8(ascii: "\n")).enumerated() {
            guard let pair = try? JSONDecoder().decode([String: String].self, from: Data(line)), let id = pair["id"]
            else {
                throw QualityError(
                    "\(pairs.lastPathComponent), line \(number + 1): not an object of strings with an id.")
            }
            for language in ["en", "fr"] {
                let provision = [
                    "id": "\(id)@\(language)", "country": "CA", "lang": language, "law": pair["act_\(language)"] ?? "",
                    "heading": pair["heading_\(language)"] ?? "", "text": pair["text_\(language)"] ?? "",
                ]
                output += try JSONEncoder().encode(provision) + [UInt8(ascii: "\n")]
            }
        }
        try output.write(to: file)
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
