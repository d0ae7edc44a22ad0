import InvertedIndex
import Testing

@testable import Retrieval

@Suite("Hits of two searches")
struct MergedHitsTests {
    @Test("Merging gives what scoring every document with its bonus would", arguments: 0..<40)
    func equalsBruteForce(seed: Int) {
        var random = SeededRandom(state: UInt64(seed) &* 0x9E37_79B9_7F4A_7C15 | 1)
        let scores = (0..<60).map { _ in Float(random.next() % 1000) / 100 }
        let isPreferred = scores.map { _ in random.next() % 3 == 0 }
        func best(_ hits: [IndexHit]) -> [IndexHit] {
            Array(hits.sorted { $0.score != $1.score ? $0.score > $1.score : $0.document < $1.document }.prefix(10))
        }
        let all = scores.enumerated().map { IndexHit(document: UInt64($0.offset), score: $0.element) }
        let wanted = best(
            all.map { hit in
                IndexHit(
                    document: hit.document, score: isPreferred[Int(hit.document)] ? hit.score * 1.3 + 2 : hit.score)
            })
        let merged = IndexHit.merged(
            best(all), preferred: best(all.filter { isPreferred[Int($0.document)] }), limit: 10
        ) { $0 * 1.3 + 2 }
        #expect(merged.map(\.score) == wanted.map(\.score))
    }

    private struct SeededRandom {
        var state: UInt64
        mutating func next() -> UInt64 {
            state ^= state << 13
            state ^= state >> 7
            state ^= state << 17
            return state
        }
    }
}
