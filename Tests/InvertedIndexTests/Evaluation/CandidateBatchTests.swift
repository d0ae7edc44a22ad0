import TestSupport
import Testing

@testable import InvertedIndex

@Suite("Candidates of a window")
struct CandidateBatchTests {
    @Test("postings of a block are taken where their score passes the threshold with that of the others")
    func passing() {
        var batch = CandidateBatch(capacity: 4, memory: WindowMemory())
        let documents: [UInt32] = [3, 5, 8, 9]
        let scores: [Float] = [1, 4, 2, 3]
        batch.append(1..<4, of: documents, scores, others: 2, above: 4)
        #expect(batch.count == 2, "5 and 9: 8 comes to the threshold and does not pass it")
    }

    @Test("where a filter says which documents count, only these are taken")
    func filtered() {
        var batch = CandidateBatch(capacity: 8, memory: WindowMemory())
        var bits: [UInt64] = [1 << 0 | 1 << 5 | 1 << 6]
        batch.append(
            0..<4, of: [103, 105, 108, 109] as [UInt32], [9, 9, 9, 1] as [Float], others: 0, above: 4, &bits, from: 103)
        #expect(batch.count == 2, "103 and 108; 105 has no bit, 109 has one and scores too little")
    }

    @Test("a damaged list, which names documents again and again, fills the batch and no more")
    func full() {
        var batch = CandidateBatch(capacity: 3, memory: WindowMemory())
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

    @Test("of 64 documents those with a bit are taken, with their scores")
    func slots() {
        var batch = CandidateBatch(capacity: 3, memory: WindowMemory())
        let scores = (0..<64).map { Float($0) }
        batch.append(1 << 0 | 1 << 63, of: scores, from: 128)
        #expect(batch.count == 2)
        #expect(batch.candidates.map(\.document) == [128, 191])
        #expect(batch.candidates.map(\.score) == [0, 63])
        batch.append(.max, of: scores, from: 192)
        #expect(batch.count == 3, "there is room for one more")
    }

    @Test("of a window those that were touched and pass the threshold are taken, and all that were touched are cleared")
    func touched() {
        var generator = SeededGenerator(seed: 5)
        // From a word without a bit to one full of them.
        var words: [UInt64] = [0, 1, 1 << 63, 0b1111, 0b11111, .max, 0, 0xFFFF_0000]
        words += (0..<56).map { _ in .random(in: 0...(.max), using: &generator) }
        for accepted in [nil, (0..<64).map { _ in UInt64.random(in: 0...(.max), using: &generator) }] {
            var batch = CandidateBatch(capacity: 4096, memory: WindowMemory())
            var touched = words
            var scores = (0..<4096).map { slot in
                words[slot / 64] >> UInt64(slot % 64) & 1 == 1 ? Float.random(in: 0...9, using: &generator) : 0
            }
            let expected = scores.indices.filter { slot in
                words[slot / 64] >> UInt64(slot % 64) & 1 == 1 && scores[slot] > 4
                    && accepted.map { $0[slot / 64] >> UInt64(slot % 64) & 1 == 1 } ?? true
            }
            let given = scores
            batch.take(0..<5, of: &touched, from: 8192)
            batch.take(5..<32, of: &touched, from: 8192)
            // The same of words that are told one by one; the words without a bit may be told or not.
            batch.take(.max << 32, of: &touched, from: 8192)
            if var accepted {
                batch.score(by: &scores, from: 8192, above: 4, &accepted)
            } else {
                batch.score(by: &scores, from: 8192, above: 4, nil)
            }
            #expect(batch.candidates.map { Int($0.document) } == expected.map { $0 + 8192 })
            #expect(batch.candidates.map(\.score) == expected.map { given[$0] })
            #expect(touched.allSatisfy { $0 == 0 })
            #expect(scores.allSatisfy { $0 == 0 })
        }
    }

    @Test("where there is no room for all that words may hold, none of them is taken")
    func noRoom() {
        var batch = CandidateBatch(capacity: 127, memory: WindowMemory())
        var touched: [UInt64] = [1, 1]
        batch.take(0..<2, of: &touched, from: 0)
        #expect(batch.count == 0)
        batch.take(0..<1, of: &touched, from: 0)
        #expect(batch.count == 1)
    }
}

extension CandidateBatch {
    fileprivate var candidates: [(document: UInt32, score: Float)] { (0..<count).map { self[$0] } }
}
