/// The scores of a window's documents while lists are added up, and what tells which documents were touched.
///
/// A window is cleared as it is collected, and only where it was touched. To look at all its documents takes longer than to
/// add up rare terms, so the rarer the terms, the finer is what is remembered of their documents.
///
/// Memory safety: slots are document numbers less the window's first, below the size of the windows, for which there is
/// room as long as `memory` lives.
struct WindowScores {
    /// What is remembered of the documents that are added.
    enum Marking {
        /// Groups of documents, which a window has 64 of. Which documents were touched is told by their scores.
        case groups
        /// Groups, and a bit for each document.
        case documents
        /// A bit for each document, and one for each word of such bits.
        case fewDocuments
    }

    private let scores: UnsafeMutablePointer<Float>
    private let touched: UnsafeMutablePointer<UInt64>
    private let touchedWords: UnsafeMutablePointer<UInt64>
    /// Binary logarithm of the documents in a group.
    private let groupShift: Int
    /// A bit for each group that may have been touched.
    private var groups: UInt64 = 0
    /// Keeps what the pointers point to.
    private let memory: WindowMemory

    /// - Parameter shift: binary logarithm of the documents in a window, at least ``PostingList/windowShift``.
    init(shift: Int, memory: WindowMemory) {
        memory.reserve(slots: 1 << shift)
        scores = memory.scores
        touched = memory.touched
        touchedWords = memory.touchedWords
        groupShift = shift - 6
        self.memory = memory
    }

    /// Adds the scores of a block's postings `range`, which lie in the window that begins at document `start`.
    @inline(__always)
    mutating func add(
        _ blockScores: UnsafePointer<Float>, of documents: UnsafePointer<UInt32>, _ range: Range<Int>,
        from start: UInt32, _ marking: Marking
    ) {
        let (scores, touched, touchedWords) = (scores, touched, touchedWords)
        switch marking {
        case .groups:
            for index in range { scores[Int(documents[index] &- start)] += blockScores[index] }
            groups |= Self.groups(of: documents, range, from: start, shift: groupShift)
        case .documents:
            for index in range {
                let slot = Int(documents[index] &- start)
                scores[slot] += blockScores[index]
                Self.mark(slot, in: touched)
            }
            groups |= Self.groups(of: documents, range, from: start, shift: groupShift)
        case .fewDocuments:
            for index in range {
                let slot = Int(documents[index] &- start)
                scores[slot] += blockScores[index]
                Self.mark(slot, in: touched)
                Self.mark(slot &>> 6, in: touchedWords)
            }
        }
    }

    @inline(__always)
    private static func mark(_ bit: Int, in words: UnsafeMutablePointer<UInt64>) {
        words[bit &>> 6] |= 1 &<< UInt64(truncatingIfNeeded: bit & 63)
    }

    /// The groups that the documents `range` lie in. Where there are two to a group or more, all from the first to the last: to
    /// look at some that were not touched takes less time than to ask document by document.
    @inline(__always)
    private static func groups(
        of documents: UnsafePointer<UInt32>, _ range: Range<Int>, from start: UInt32, shift: Int
    ) -> UInt64 {
        guard let final = range.last else { return 0 }
        let first = Int(documents[range.lowerBound] &- start) &>> shift
        let last = Int(documents[final] &- start) &>> shift
        if range.count > (last &- first) &* 2 {
            return (.max &<< UInt64(truncatingIfNeeded: first)) & (.max &>> UInt64(truncatingIfNeeded: 63 &- last))
        }
        var groups: UInt64 = 0
        for index in range {
            groups |= 1 &<< UInt64(truncatingIfNeeded: Int(documents[index] &- start) &>> shift)
        }
        return groups
    }

    /// Takes the documents with more than `needed` for candidates, and clears the window.
    ///
    /// - Parameters:
    ///   - marking: that with which all of the window was added.
    ///   - accepted: bits of the documents that count; nil where all do.
    mutating func collect(
        into batch: inout CandidateBatch, from start: UInt32, _ marking: Marking, above needed: Float,
        _ accepted: UnsafeMutablePointer<UInt64>?
    ) {
        switch marking {
        case .groups:
            while let words = nextGroup() { collectAll(words, into: &batch, from: start, above: needed, accepted) }
            return
        case .documents:
            while let words = nextGroup() { batch.take(words, of: touched, from: start) }
        case .fewDocuments:
            for some in 0..<(1 &<< (groupShift &- 6)) {
                let first = start &+ UInt32(truncatingIfNeeded: some &* 4096)
                batch.take(touchedWords[some], of: touched + some &* 64, from: first)
                touchedWords[some] = 0
            }
        }
        batch.score(by: scores, from: start, above: needed, accepted)
    }

    /// The words of bits of a group that may have been touched, and that was not given before.
    @inline(__always)
    private mutating func nextGroup() -> Range<Int>? {
        guard groups != 0 else { return nil }
        let groupWords = 1 &<< (groupShift &- 6)
        let first = groups.trailingZeroBitCount &* groupWords
        groups &= groups &- 1
        return first..<(first &+ groupWords)
    }

    /// Takes the documents of a group by their scores.
    @inline(__always)
    private func collectAll(
        _ words: Range<Int>, into batch: inout CandidateBatch, from start: UInt32, above needed: Float,
        _ accepted: UnsafeMutablePointer<UInt64>?
    ) {
        for word in words {
            let own = scores + word &* 64
            let counting = accepted.map { $0[word] } ?? .max
            batch.append(
                Self.higher(own, than: needed) & counting, of: own,
                from: start &+ UInt32(truncatingIfNeeded: word &* 64))
            own.update(repeating: 0, count: 64)
        }
    }

    /// A bit for each of the 64 scores of a group that is higher than `limit`.
    @inline(__always)
    private static func higher(_ scores: UnsafeMutablePointer<Float>, than limit: Float) -> UInt64 {
        let rows = UnsafeRawPointer(scores)
        let limits = SIMD4<Float>(repeating: limit)
        func bit(_ bit: UInt32, row: Int) -> SIMD4<UInt32> {
            let next = rows.loadUnaligned(fromByteOffset: row &* 16, as: SIMD4<Float>.self)
            return SIMD4<UInt32>.zero.replacing(with: bit, where: next .> limits)
        }
        // Lane `l` gathers the bits of the scores `4 · row + l`, from four rows at a time, so that all bits are constants.
        var lanes = SIMD4<UInt32>.zero
        for first in stride(from: 0, to: 16, by: 4) {
            let four = bit(1, row: first) | bit(2, row: first &+ 1) | bit(4, row: first &+ 2) | bit(8, row: first &+ 3)
            lanes = lanes &>> 4 | four &<< 12
        }
        guard lanes != .zero else { return 0 }
        return spread(lanes[0]) | spread(lanes[1]) << 1 | spread(lanes[2]) << 2 | spread(lanes[3]) << 3
    }

    /// Moves bit `n` of 16 to place `4 · n`.
    @inline(__always)
    private static func spread(_ bits: UInt32) -> UInt64 {
        var spread = UInt64(bits)
        spread = (spread | spread << 24) & 0x0000_00FF_0000_00FF
        spread = (spread | spread << 12) & 0x000F_000F_000F_000F
        spread = (spread | spread << 6) & 0x0303_0303_0303_0303
        spread = (spread | spread << 3) & 0x1111_1111_1111_1111
        return spread
    }
}
