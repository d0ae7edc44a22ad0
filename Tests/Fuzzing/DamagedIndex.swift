import Foundation
import InvertedIndex

/// A small index whose bytes are changed, on a file system in memory where there is one.
final class DamagedIndex {
    /// libFuzzer has one thread.
    nonisolated(unsafe) static let shared = DamagedIndex()

    private static let space = UInt8(ascii: "t")

    private let folder: String
    private var segment = ""
    private var original = Data()
    private var manifest = Data()

    private init() {
        let memory = FileManager.default.fileExists(atPath: "/dev/shm") ? "/dev/shm" : NSTemporaryDirectory()
        folder = memory + "/concord-fuzz-\(getpid())"
    }

    func prepare() {
        do {
            try? FileManager.default.removeItem(atPath: folder)
            try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
            let writer = try IndexWriter(
                directory: folder,
                schema: [
                    ColumnDefinition(name: "number", kind: .number), ColumnDefinition(name: "country", kind: .keyword),
                ], analysisVersion: 1)
            let builder = writer.makeBuilder()
            for number in 0..<300 {
                for word in 0..<12 {
                    let term = Array("w\(number * (word + 3) % 37)".utf8)
                    term.withUnsafeBufferPointer {
                        builder.add(space: Self.space, term: $0, field: .text, position: UInt32(word))
                    }
                }
                builder.addKeyword(space: Self.space, "every")
                builder.endDocument(
                    length: 12, values: [.number(UInt64(number)), .keyword(number % 2 == 0 ? "KE" : "FR")],
                    payload: [1, 2, 3, 4])
            }
            try writer.add([builder])
            try writer.commit(sequence: 1)
            let found = try Manifest.read(from: folder)
            segment = folder + "/" + found.segments[0].file
            original = try Data(contentsOf: URL(fileURLWithPath: segment))
            manifest = try Data(contentsOf: URL(fileURLWithPath: folder + "/" + Manifest.fileName))
        } catch {
            fatalError("no index to damage: \(error)")
        }
        atexit { try? FileManager.default.removeItem(atPath: DamagedIndex.shared.folder) }
    }

    /// Each four bytes of the input change a byte: three for its place, one for its value.
    func searchSegment(changedBy bytes: Data) {
        var damaged = original
        var rest = bytes[...]
        while rest.count >= 4 {
            let part = Array(rest.prefix(4))
            rest = rest.dropFirst(4)
            let place = (Int(part[0]) << 16 | Int(part[1]) << 8 | Int(part[2])) % damaged.count
            damaged[place] = part[3]
        }
        FileManager.default.createFile(atPath: segment, contents: damaged)
        exercise()
    }

    func open(manifest bytes: Data) {
        FileManager.default.createFile(atPath: folder + "/" + Manifest.fileName, contents: bytes)
        exercise()
    }

    private func exercise() {
        do throws(IndexError) {
            let searcher = try IndexSearcher(directory: folder)
            func key(_ word: String) -> [UInt8] { [Self.space] + Array(word.utf8) }
            func term(_ word: String) -> IndexQuery { .term(IndexTerm(key(word))) }
            let queries: [IndexQuery] = [
                term("w3"), .any([term("w1"), term("w2"), term("every")]), .all([term("w5"), term("every")]),
                .excluding(term("every"), term("w7")),
                .filtered(term("w4"), by: .number(column: "number", range: 3...90)),
                .phrase(
                    IndexPhrase(
                        slots: [.init(keys: [key("w3")], offset: 0), .init(keys: [key("w4")], offset: 1)],
                        proximity: .exact)),
            ]
            for query in queries {
                _ = try searcher.search(query, limit: 10)
                _ = try searcher.matches(query)
            }
            let sets = try searcher.matches(.everything)
            _ = searcher.facet("country", in: sets)
            searcher.forEachPayload(in: sets) { _ in }
            try searcher.forEachTerm(prefix: key("w")) { _, _ in true }
        } catch {
            precondition(!error.description.isEmpty)
        }
    }
}
