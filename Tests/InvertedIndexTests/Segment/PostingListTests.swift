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

    /// A list that holds each document with a probability, with frequencies in the text, encoded and opened again.
    private static func with(
        probability: Double, _ body: (PostingList, [UInt32: UInt32]) throws -> Void
    ) throws {
        var generator = SeededGenerator(seed: UInt64(probability * 100))
        var buffer = PostingBuffer()
        var frequencies: [UInt32: UInt32] = [:]
        for document in UInt32(1)..<6000 where Double.random(in: 0..<1, using: &generator) < probability {
            let frequency = UInt32.random(in: 1...(Bool.random(using: &generator) ? 2 : 300), using: &generator)
            frequencies[document] = frequency
            buffer.append(document: document, text: frequency, heading: 0, title: 0)
        }
        let model = ImpactModel(parameters: .standard, averageLength: 10, lengths: [UInt8](repeating: 10, count: 6000))
        var writer = PostingListWriter(postingsBase: 0, positionsBase: 0)
        let entry = writer.append(buffer, model: model, documentCount: 6000)
        let padded = writer.postings.bytes + [UInt8](repeating: 0, count: RunPacking.padding)
        try padded.withUnsafeBytes { postings in
            let none = UnsafeRawBufferPointer(start: nil, count: 0)
            try body(
                PostingList(entry, postings: postings, positions: none, documentCount: 6000, file: "test"), frequencies)
        }
    }

    @Test("A cursor that waits goes where it is sent, as one that was opened does", arguments: [0.03, 0.5])
    func waiting(probability: Double) throws {
        try Self.with(probability: probability) { list, frequencies in
            let documents = frequencies.keys.sorted()
            for target in stride(from: UInt32(0), to: 6000, by: 37) {
                let expected = documents.first { $0 >= target } ?? PostingCursor.end
                var sent = PostingCursor(list, documentCount: 6000, isWaiting: true)
                sent.reposition(to: target)
                let (document, isDamaged) = (sent.document, sent.isDamaged)
                #expect(document == expected)
                #expect(!isDamaged)
                var asked = PostingCursor(list, documentCount: 6000, isWaiting: true)
                let block = asked.peek(target, isForward: false)
                #expect(block == list.firstBlock(from: 0, notBelow: target))
                asked.enter(target)
                let entered = asked.document
                #expect(entered == expected)
            }
        }
    }

    @Test("Dense blocks tell by their bits which documents they hold, and how often", arguments: [0.3, 0.5, 0.9])
    func bits(probability: Double) throws {
        try Self.with(probability: probability) { list, frequencies in
            #expect(list.hasBits)
            var asked = 0
            let blocks = list.documentFrequency / 128
            for block in 0..<blocks where list.holds(list.last(ofBlock: block), in: block) != nil {
                asked += 1
                let first = block == 0 ? 0 : list.last(ofBlock: block - 1) + 1
                for document in first...list.last(ofBlock: block) {
                    #expect(list.holds(document, in: block) == (frequencies[document] != nil))
                    guard let frequency = frequencies[document] else { continue }
                    #expect(list.textFrequency(of: document, in: block) == frequency)
                }
            }
            #expect(asked * 2 > blocks)
        }
    }

    @Test("Sparse blocks, and runs without a gap, are not made of bits", arguments: [0.1, 1])
    func noBits(probability: Double) throws {
        try Self.with(probability: probability) { list, _ in
            #expect(!list.hasBits)
            for block in 0..<list.blockCount { #expect(list.holds(list.last(ofBlock: block), in: block) == nil) }
        }
    }

    @Test("Positions are the same whichever postings they are read of", arguments: [1, 2, 5, 40], [false, true])
    func positions(step: Int, hasHeadings: Bool) throws {
        var generator = SeededGenerator(seed: UInt64(step))
        var buffer = PostingBuffer()
        buffer.flags = .positions
        /// Places in the text and in the heading of each document.
        var places: [[[UInt32]]] = []
        for document in 0..<700 as Range<UInt32> {
            let own = [40, hasHeadings ? 3 : 0].enumerated().map { field, most in
                (0..<UInt32.random(in: field == 0 ? 1...40 : 0...UInt32(most), using: &generator)).map {
                    $0 * 3 + document % 3
                }
            }
            places.append(own)
            buffer.append(document: document * 2, text: UInt32(own[0].count), heading: UInt32(own[1].count), title: 0)
            for places in own {
                for (index, place) in places.enumerated() { buffer.gaps.append(index == 0 ? place : 3) }
            }
        }
        let model = ImpactModel(parameters: .standard, averageLength: 10, lengths: [UInt8](repeating: 10, count: 1400))
        var writer = PostingListWriter(postingsBase: 0, positionsBase: 0)
        let entry = writer.append(buffer, model: model, documentCount: 1400)
        let padding = [UInt8](repeating: 0, count: RunPacking.padding)
        let (postings, positions) = (writer.postings.bytes + padding, writer.positions.bytes + padding)
        try postings.withUnsafeBytes { postings in
            try positions.withUnsafeBytes { positions in
                let list = try PostingList(
                    entry, postings: postings, positions: positions, documentCount: 1400, file: "test")
                var cursor = PostingCursor(list, documentCount: 1400)
                // All of the first documents, then some, so that a block may be read at once from any posting on; and
                // one that lies before those, and some of them twice.
                let asked = Array(0..<150) + Array(stride(from: 150, to: 700, by: step)) + [400, 130, 131, 131, 699]
                for number in asked {
                    cursor.reposition(to: UInt32(number) * 2)
                    for (field, expected) in zip(
                        [IndexField.text, .heading, .text], places[number] + [places[number][0]])
                    {
                        let run = cursor.readPositions(field)
                        let read = (0..<run.count).map { run[$0] }
                        if read != expected { Issue.record("document \(number), \(field): \(read)") }
                    }
                }
                let isDamaged = cursor.isDamaged
                #expect(!isDamaged)
            }
        }
    }
}
