import Foundation
import TestSupport
import Testing

@testable import InvertedIndex

@Suite("Damaged files end in a typed error, never in a trap")
struct DamageTests {
    /// - Parameter isPlain: words stand in the text alone, so that dense lists are asked by their bits.
    private func index(isPlain: Bool = false) throws -> (TemporaryDirectory, String) {
        var generator = SeededGenerator(seed: 3)
        let directory = try TemporaryDirectory()
        let documents = (0..<700).map {
            var document = ReferenceDocument.random(number: $0, using: &generator)
            if isPlain { (document.heading, document.title) = ([], []) }
            return document
        }
        let writer = try makeIndex(documents, perSegment: 700, in: directory.path)
        try writer.delete(column: "number", in: [3, 5])
        try writer.commit(sequence: 2)
        let manifest = try Manifest.read(from: directory.path)
        return (directory, directory.path + "/" + manifest.segments[0].file)
    }

    /// Runs queries that touch every part; only ``IndexError`` may come out.
    private func exercise(_ directory: String) {
        do throws(IndexError) {
            let searcher = try IndexSearcher(directory: directory)
            var generator = SeededGenerator(seed: 8)
            for _ in 0..<25 {
                _ = try searcher.search(SearchTests.randomQuery(&generator), limit: 10)
                _ = try searcher.matches(SearchTests.randomQuery(&generator))
            }
            let many = (0..<40).map { IndexTerm(key("w", "w\($0)")) }
            _ = try searcher.search(.best(many), limit: 10, known: KnownTerms(searcher))
            let sets = try searcher.matches(.everything)
            _ = searcher.facet("country", in: sets)
            searcher.forEachPayload(in: sets) { _ in }
            try searcher.forEachTerm(prefix: Array("w".utf8)) { _, _ in true }
            let writer = try IndexWriter(directory: directory, schema: testSchema, analysisVersion: 1)
            try writer.mergeAll()
        } catch {
            #expect(!error.description.isEmpty)
        }
    }

    @Test("Flipped bits anywhere in a segment", arguments: 0..<60)
    func flippedBits(seed: Int) throws {
        let (directory, path) = try index(isPlain: seed % 2 == 0)
        var bytes = [UInt8](try Data(contentsOf: URL(fileURLWithPath: path)))
        var generator = SeededGenerator(seed: UInt64(seed))
        for _ in 0..<(seed % 3 == 0 ? 200 : 3) {
            let place = Int.random(in: bytes.indices, using: &generator)
            bytes[place] ^= 1 << UInt8.random(in: 0..<8, using: &generator)
        }
        try Data(bytes).write(to: URL(fileURLWithPath: path))
        exercise(directory.path)
        #expect(throws: IndexError.self) { try IndexCheck.verify(directory: directory.path) }
    }

    @Test("Impacts that are infinite or no number", arguments: [Float.infinity, -.infinity, .nan, -.nan, 2, -1])
    func impacts(number: Float) throws {
        let (directory, path) = try index()
        var bytes = [UInt8](try Data(contentsOf: URL(fileURLWithPath: path)))
        var damaged = 0
        // What lies between 0.01 and 1 as a floating point number is most likely an impact; the directory at the end,
        // whose checksum is looked at when the file is opened, is left alone.
        for place in stride(from: 16, to: bytes.count - 1024, by: 4) {
            let pattern = (0..<4).reduce(UInt32(0)) { $0 | UInt32(bytes[place + $1]) << UInt32($1 * 8) }
            let value = Float(bitPattern: pattern)
            // Round ones are parameters, which are looked at when the file is opened as well.
            guard (0.01...1).contains(value), (value * 20).rounded() != value * 20 else { continue }
            withUnsafeBytes(of: number.bitPattern.littleEndian) { bytes.replaceSubrange(place..<(place + 4), with: $0) }
            damaged += 1
        }
        #expect(damaged > 100)
        try Data(bytes).write(to: URL(fileURLWithPath: path))
        exercise(directory.path)
        #expect(throws: IndexError.self) { try IndexCheck.verify(directory: directory.path) }
    }

    @Test("A segment cut short at any place", arguments: [0, 1, 8, 15, 16, 40, 100, 1000, 5000, -1, -8, -24, -200])
    func truncated(length: Int) throws {
        let (directory, path) = try index()
        let bytes = try Data(contentsOf: URL(fileURLWithPath: path))
        try bytes.prefix(length >= 0 ? length : bytes.count + length).write(to: URL(fileURLWithPath: path))
        #expect(throws: IndexError.self) { try IndexSearcher(directory: directory.path) }
    }

    @Test("A missing segment, deletion file or manifest is named")
    func missing() throws {
        let (directory, path) = try index()
        try FileManager.default.removeItem(atPath: path)
        #expect(throws: IndexError.missingFile(path)) { try IndexSearcher(directory: directory.path) }
        let (second, _) = try index()
        let deletions = try #require(try Manifest.read(from: second.path).segments[0].deletions)
        try FileManager.default.removeItem(atPath: second.path + "/" + deletions)
        #expect(throws: IndexError.missingFile(second.path + "/" + deletions)) {
            try IndexSearcher(directory: second.path)
        }
        let nowhere = try TemporaryDirectory()
        #expect(throws: IndexError.noIndex(directory: nowhere.path)) { try IndexSearcher(directory: nowhere.path) }
    }

    @Test("A segment or manifest of a newer version is refused by name")
    func newerVersion() throws {
        let (directory, path) = try index()
        var bytes = [UInt8](try Data(contentsOf: URL(fileURLWithPath: path)))
        bytes[8] = 9
        try Data(bytes).write(to: URL(fileURLWithPath: path))
        #expect(throws: IndexError.newerVersion(file: path, found: 9, supported: SegmentFormat.version)) {
            try IndexSearcher(directory: directory.path)
        }
        let manifest = directory.path + "/" + Manifest.fileName
        let text = try String(contentsOfFile: manifest, encoding: .utf8)
        try text.replacingOccurrences(of: "concord-index \(Manifest.formatVersion) ", with: "concord-index 7 ")
            .write(toFile: manifest, atomically: true, encoding: .utf8)
        #expect(throws: IndexError.newerVersion(file: manifest, found: 7, supported: Manifest.formatVersion)) {
            try IndexSearcher(directory: directory.path)
        }
    }

    @Test("A segment or manifest of an older version is refused by name and gives way to a new index")
    func olderVersion() throws {
        let (directory, path) = try index()
        var bytes = [UInt8](try Data(contentsOf: URL(fileURLWithPath: path)))
        bytes[8] = 1
        try Data(bytes).write(to: URL(fileURLWithPath: path))
        #expect(throws: IndexError.olderVersion(file: path, found: 1, supported: SegmentFormat.version)) {
            try IndexSearcher(directory: directory.path)
        }
        let manifest = directory.path + "/" + Manifest.fileName
        let generation = try Manifest.read(from: directory.path).generation
        let text = try String(contentsOfFile: manifest, encoding: .utf8)
        try text.replacingOccurrences(of: "concord-index \(Manifest.formatVersion) ", with: "concord-index 1 ")
            .write(toFile: manifest, atomically: true, encoding: .utf8)
        #expect(throws: IndexError.olderVersion(file: manifest, found: 1, supported: Manifest.formatVersion)) {
            try IndexSearcher(directory: directory.path)
        }
        let writer = try IndexWriter(
            directory: directory.path, schema: testSchema, analysisVersion: 1, startOver: true)
        try writer.commit(sequence: 9)
        #expect(try Manifest.read(from: directory.path).generation > generation)
        #expect(try IndexSearcher(directory: directory.path).documentLimit == 0)
    }

    @Test("A changed manifest or deletion file is noticed")
    func checksums() throws {
        let (directory, _) = try index()
        let deletions = try #require(try Manifest.read(from: directory.path).segments[0].deletions)
        var bytes = [UInt8](try Data(contentsOf: URL(fileURLWithPath: directory.path + "/" + deletions)))
        bytes[20] ^= 1
        try Data(bytes).write(to: URL(fileURLWithPath: directory.path + "/" + deletions))
        #expect(throws: IndexError.self) { try IndexSearcher(directory: directory.path) }
        let manifest = directory.path + "/" + Manifest.fileName
        let text = try String(contentsOfFile: manifest, encoding: .utf8)
        try text.replacingOccurrences(of: "\"documentCount\" : 700", with: "\"documentCount\" : 701")
            .write(toFile: manifest, atomically: true, encoding: .utf8)
        #expect(throws: IndexError.corrupt(file: manifest, place: "checksum of the segment list")) {
            try IndexSearcher(directory: directory.path)
        }
    }
}
