import Foundation
import TestSupport
import Testing

@testable import InvertedIndex

@Suite("Words that are known by their numbers")
struct KnownWordsTests {
    @Test("have the terms of their vocabulary, and none in another")
    func vocabularies() {
        var words = KnownWords()
        words.use(7)
        words.set(3, to: 100)
        words.set(5000, to: 200)
        #expect([0, 3, 4, 5000, 5001, .max].map { words.term(of: $0) } == [0, 101, 0, 201, 0, 0])
        words.use(8)
        #expect(words.term(of: 3) == 0)
        words.set(3, to: 0)
        #expect(words.term(of: 3) == 1)
        words.use(7)
        #expect([3, 5000].map { words.term(of: $0) } == [101, 201])
        #expect(words.byteCount > 4 * 5001)
        words.removeAll()
        #expect(words.byteCount == 4)
        words.use(7)
        #expect(words.term(of: 3) == 0)
    }

    /// A segment of random words; the words of each document are numbered as by one of three analyzers, or not at all.
    private func segment(seed: Int, numbered: Bool, in folder: String) throws -> [UInt8] {
        var generator = SeededGenerator(seed: UInt64(seed))
        let writer = try IndexWriter(directory: folder, schema: [], analysisVersion: 1)
        let builder = writer.makeBuilder()
        var numbers: [[String: UInt32]] = [[:], [:], [:]]
        // The builder is used again for a second segment, where nothing is known.
        for _ in 0..<2 {
            for _ in 0..<60 {
                let analyzer = Int.random(in: 0..<3, using: &generator)
                if numbered { builder.use(vocabulary: UInt64(analyzer + 1)) }
                for field in IndexField.allCases {
                    for position in 0..<UInt32.random(in: 0..<90, using: &generator) {
                        let length = Int.random(in: 0..<12, using: &generator) == 0 ? 40 : 3
                        let name = "\(Int.random(in: 0..<50, using: &generator))"
                        let term = String(repeating: "x", count: length - name.utf8.count) + name
                        var word: UInt32 = 0
                        if Int.random(in: 0..<5, using: &generator) > 0 {
                            word = numbers[analyzer][term] ?? UInt32(numbers[analyzer].count + 1)
                            numbers[analyzer][term] = word
                        }
                        Array(term.utf8).withUnsafeBufferPointer {
                            builder.add(space: 1, term: $0, word: numbered ? word : 0, field: field, position: position)
                        }
                    }
                }
                builder.addKeyword(space: 2, "language:\(analyzer)")
                builder.endDocument(length: 10, values: [])
            }
            try writer.add([builder])
        }
        try writer.commit(sequence: 1)
        let manifest = try IndexSearcher(directory: folder).manifest
        return try manifest.segments.flatMap { segment in
            [UInt8](try Data(contentsOf: URL(fileURLWithPath: folder).appendingPathComponent(segment.file)))
        }
    }

    @Test("make the same segments as words that are looked up", arguments: 0..<8)
    func sameSegments(seed: Int) throws {
        let (first, second) = (try TemporaryDirectory(), try TemporaryDirectory())
        let plain = try segment(seed: seed, numbered: false, in: first.path)
        let numbered = try segment(seed: seed, numbered: true, in: second.path)
        #expect(plain.count > 1000)
        #expect(plain == numbered)
    }
}
