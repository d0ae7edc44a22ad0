import Testing

@testable import InvertedIndex

@Suite("Candidates of a window")
struct CandidateBatchTests {
    @Test("postings of a block are taken where their score passes the threshold with that of the others")
    func passing() {
        var batch = CandidateBatch(capacity: 4)
        let documents: [UInt32] = [3, 5, 8, 9]
        let scores: [Float] = [1, 4, 2, 3]
        batch.append(1..<4, of: documents, scores, others: 2, above: 4)
        #expect(batch.count == 2, "5 and 9: 8 comes to the threshold and does not pass it")
    }

    @Test("where a filter says which documents count, only these are taken")
    func filtered() {
        var batch = CandidateBatch(capacity: 8)
        var bits: [UInt64] = [1 << 0 | 1 << 5 | 1 << 6]
        batch.append(
            0..<4, of: [103, 105, 108, 109] as [UInt32], [9, 9, 9, 1] as [Float], others: 0, above: 4, &bits, from: 103)
        #expect(batch.count == 2, "103 and 108; 105 has no bit, 109 has one and scores too little")
    }

    @Test("a damaged list, which names documents again and again, fills the batch and no more")
    func full() {
        var batch = CandidateBatch(capacity: 3)
        let documents = [UInt32](repeating: 7, count: 128)
        let scores = [Float](repeating: 1, count: 128)
        batch.append(0..<2, of: documents, scores, others: 0, above: 0)
        batch.append(0..<128, of: documents, scores, others: 0, above: 0)
        #expect(batch.count == 3)
        var bits: [UInt64] = [1]
        batch.append(0..<128, of: documents, scores, others: 0, above: 0, &bits, from: 7)
        #expect(batch.count == 3)
        batch.append(0..<128, of: documents, scores, others: 0, above: 0)
        #expect(batch.count == 3)
    }

    @Test("of 64 documents those with a bit and a score above the threshold are taken, and all with a bit are cleared")
    func slots() {
        var batch = CandidateBatch(capacity: 64)
        var scores = [Float](repeating: 0, count: 64)
        (scores[0], scores[3], scores[10], scores[63]) = (5, 4, 9, 6)
        batch.take(1 << 0 | 1 << 3 | 1 << 63, of: &scores, from: 128, above: 4)
        #expect(batch.count == 2, "3 comes to the threshold only, 10 has no bit")
        #expect([scores[0], scores[3], scores[10], scores[63]] == [0, 0, 9, 0])
        batch.take(.max, of: &scores, from: 192, above: -1)
        #expect(batch.count == 2, "there is no room for 64 more")
    }
}
