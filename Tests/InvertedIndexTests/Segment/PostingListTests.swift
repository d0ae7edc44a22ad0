import TestSupport
import Testing

@testable import InvertedIndex

@Suite("A posting list knows which of its blocks may hold a document")
struct PostingListTests {
    /// Documents below 100,000: spread evenly, in one crowd, or in crowds far apart.
    private static func documents(_ shape: Int, _ generator: inout SeededGenerator) -> [UInt32] {
        var found: Set<UInt32> = []
        while found.count < 3000 {
            switch shape {
            case 0: found.insert(.random(in: 0..<100_000, using: &generator))
            case 1: found.insert(.random(in: 70_000..<74_000, using: &generator))
            default:
                let crowd = UInt32.random(in: 0..<6, using: &generator) * 18_000
                found.insert(crowd + .random(in: 0..<900, using: &generator))
            }
        }
        return found.sorted()
    }

    @Test("The block found is that of a walk over all blocks", arguments: 0..<3)
    func blocks(shape: Int) throws {
        var generator = SeededGenerator(seed: UInt64(shape))
        var buffer = PostingBuffer()
        for document in Self.documents(shape, &generator) {
            buffer.append(document: document, text: 1, heading: 0, title: 0)
        }
        let model = ImpactModel(
            parameters: .standard, averageLength: 10, lengths: [UInt8](repeating: 10, count: 100_000))
        var writer = PostingListWriter(postingsBase: 0, positionsBase: 0)
        let entry = writer.append(buffer, model: model, documentCount: 100_000)
        try writer.postings.bytes.withUnsafeBytes { postings in
            let none = UnsafeRawBufferPointer(start: nil, count: 0)
            let list = try PostingList(
                entry, postings: postings, positions: none, documentCount: 100_000, file: "test")
            for _ in 0..<2000 {
                let start = Int.random(in: 0...list.blockCount, using: &generator)
                let target = UInt32.random(in: 0..<100_000, using: &generator)
                let expected = (start..<list.blockCount).first { list.last(ofBlock: $0) >= target }
                #expect(list.firstBlock(from: start, notBelow: target) == expected ?? list.blockCount)
            }
        }
    }
}
