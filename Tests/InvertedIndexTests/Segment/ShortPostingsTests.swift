import TestSupport
import Testing

@testable import InvertedIndex

@Suite("Postings too few for a block")
struct ShortPostingsTests {
    private static func read(
        _ bytes: [UInt8], count: Int, after previous: UInt32 = 0, documentCount: UInt32 = 1_000_000
    ) -> (postings: [[UInt32]], hasFields: Bool, rest: Int)? {
        let padded = bytes + [UInt8](repeating: 0xAB, count: RunPacking.padding)
        var arrays = [[UInt32]](repeating: [UInt32](repeating: 7, count: 128), count: 4)
        var rest = 0
        let hasFields = padded.withUnsafeBytes { input in
            var reader = ByteReader(UnsafeRawBufferPointer(rebasing: input[..<bytes.count]))
            let output = UnsafeMutablePointer<UInt32>.allocate(capacity: 512)
            defer { output.deallocate() }
            output.initialize(repeating: 7, count: 512)
            let found = ShortPostings.read(
                &reader, count: count, after: previous, documentCount: documentCount,
                into: .init(documents: output, text: output + 128, heading: output + 256, title: output + 384))
            for field in 0..<4 { arrays[field] = (0..<count).map { output[field * 128 + $0] } }
            rest = reader.remaining
            return found
        }
        return hasFields.map { (arrays, $0, rest) }
    }

    @Test("come back as they were, be they few or many, in one field or in three", arguments: 0..<60)
    func roundTrip(seed: Int) throws {
        var generator = SeededGenerator(seed: UInt64(seed))
        let count = Int.random(in: 1...(seed % 3 == 0 ? 10 : 127), using: &generator)
        let previous = UInt32.random(in: 0...1000, using: &generator)
        var list = PostingBuffer()
        var document = previous
        for _ in 0..<count {
            document += .random(in: 1...(Int.random(in: 0..<9, using: &generator) == 0 ? 5000 : 60), using: &generator)
            let text = seed % 4 == 0 ? 1 : UInt32.random(in: 1...(seed % 4 == 1 ? 300 : 2), using: &generator)
            let isPlain = seed % 4 < 3
            list.append(
                document: document, text: isPlain ? text : text - 1, heading: 0,
                title: isPlain ? 0 : .random(in: 0...1, using: &generator))
        }
        var writer = ByteWriter()
        list.withView { ShortPostings.append($0, 0..<count, after: previous, to: &writer) }
        let found = try #require(Self.read(writer.bytes, count: count, after: previous))
        #expect(found.postings == [list.documents, list.text, list.heading, list.title])
        #expect(found.hasFields || list.title.allSatisfy { $0 == 0 })
        #expect(found.rest == 0)
        #expect(Self.read(writer.bytes, count: count, after: previous, documentCount: document) == nil)
        for cut in 0..<writer.count { #expect(Self.read(Array(writer.bytes[..<cut]), count: count) == nil) }
    }

    @Test("of any bytes at all are read without a trap, and documents stay below the count", arguments: 0..<200)
    func anyBytes(seed: Int) {
        var generator = SeededGenerator(seed: UInt64(seed))
        let bytes = (0..<300).map { _ in UInt8.random(in: 0...(seed % 2 == 0 ? 255 : 40), using: &generator) }
        let count = Int.random(in: 1...127, using: &generator)
        if let found = Self.read(bytes, count: count, documentCount: 5000) {
            #expect(found.postings[0].allSatisfy { $0 < 5000 })
        }
    }
}
