import TestSupport
import Testing

@testable import InvertedIndex

@Suite("Places of documents in a block")
struct BlockPlacesTests {
    /// Whether the block holds the document, and at which place, as a search through all of it tells.
    private func expectTold(_ places: borrowing BlockPlaces, _ block: [UInt32]) {
        for document in 0..<20_000 as Range<UInt32> {
            let place = places.candidate(document)
            let told = place < block.count && block[place] == document ? place : nil
            if told != block.firstIndex(of: document) { Issue.record("document \(document)") }
        }
    }

    @Test("each document is told its place, and others one where another stands", arguments: [128, 500, 4000, 8192])
    func told(span: UInt32) {
        var generator = SeededGenerator(seed: UInt64(span))
        let first = UInt32.random(in: 0..<10_000, using: &generator)
        let block = (first..<first + span).shuffled(using: &generator).prefix(128).sorted()
        let places = BlockPlaces()
        let fits = places.fill(block, count: block.count)
        #expect(fits)
        expectTold(places, block)
    }

    @Test("what an earlier block left does no harm")
    func leftovers() {
        let places = BlockPlaces()
        _ = places.fill(Array(100..<228), count: 128)
        let block: [UInt32] = [90, 120, 8000]
        _ = places.fill(block, count: 3)
        expectTold(places, block)
    }

    @Test("documents that lie too far apart are refused, for two of them could have one entry")
    func farApart() {
        let places = BlockPlaces()
        let (near, far) = (places.fill([5, 8196], count: 2), places.fill([5, 8197], count: 2))
        #expect(near)
        #expect(!far)
    }

    @Test("a damaged block, which falls, is told a place below 128 for any document")
    func damaged() {
        let places = BlockPlaces()
        _ = places.fill((0..<128).map { UInt32($0 * 7_919 % 1_000) }, count: 128)
        for document in 0..<10_000 as Range<UInt32> {
            let place = places.candidate(document)
            if !(0..<128).contains(place) { Issue.record("document \(document): \(place)") }
        }
    }
}
