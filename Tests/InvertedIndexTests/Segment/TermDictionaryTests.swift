import TestSupport
import Testing

@testable import InvertedIndex

@Suite("The term dictionary finds terms and walks them in order")
struct TermDictionaryTests {
    /// Words whose first eight bytes often agree, so that blocks must be told apart by more.
    private func words(seed: UInt64) -> [[UInt8]] {
        var generator = SeededGenerator(seed: seed)
        var words: Set<[UInt8]> = [Array("s".utf8)]
        for _ in 0..<700 {
            let stem = ["proliferation", "wnonproliferatio", "w化学武器", "x"].randomElement(using: &generator) ?? ""
            words.insert(Array(stem.utf8) + Array(String(Int.random(in: 0..<5000, using: &generator), radix: 7).utf8))
        }
        return words.sorted { $0.lexicographicallyPrecedes($1) }
    }

    /// - Parameter blocks: the section of blocks, where it is not as written.
    private func dictionary(_ words: [[UInt8]], blocks: [UInt8]? = nil) throws -> TermDictionary {
        let directory = try TemporaryDirectory()
        let path = directory.path + "/terms"
        let file = try SegmentFileWriter(path: path)
        var writer = TermDictionaryWriter()
        for (index, word) in words.enumerated() {
            writer.append(word, TermEntry(documentFrequency: UInt32(index + 1), postingsOffset: UInt64(index * 10)))
        }
        try file.write(.terms, writer.terms.bytes)
        try file.write(.termBlocks, blocks ?? writer.blockSection)
        _ = try file.finish()
        // The mapping outlives the folder.
        return try TermDictionary(SegmentFile(path: path))
    }

    @Test("Every term is found, and nothing else", arguments: 0..<4)
    func find(seed: Int) throws {
        let words = words(seed: UInt64(seed))
        let dictionary = try dictionary(words)
        for (index, word) in words.enumerated() {
            let entry = try dictionary.find(word)
            #expect(entry == TermEntry(documentFrequency: UInt32(index + 1), postingsOffset: UInt64(index * 10)))
            #expect(try dictionary.find(word + [0]) == nil)
        }
        #expect(try dictionary.find([]) == nil)
        #expect(try dictionary.find([255, 255]) == nil)
    }

    @Test(
        "A number of blocks that the section cannot hold is damage",
        arguments: [UInt64.max, 1 << 63, 1 << 60, 3, 2])
    func damagedCount(count: UInt64) throws {
        let number = (0..<8).map { UInt8(truncatingIfNeeded: count >> ($0 * 8)) }
        #expect(throws: IndexError.self) {
            try dictionary(words(seed: 1), blocks: number + [UInt8](repeating: 0, count: 12))
        }
    }

    @Test("A walk gives all terms from a key on", arguments: 0..<4)
    func walk(seed: Int) throws {
        let words = words(seed: UInt64(seed))
        let dictionary = try dictionary(words)
        let starts: [[UInt8]] = [[], words[5], words[100] + [0], Array("w化".utf8), [255]]
        for start in starts {
            var walk = try dictionary.walk(from: start)
            var found: [[UInt8]] = []
            while try walk.next() { found.append(walk.key) }
            let expected = words.filter { !$0.lexicographicallyPrecedes(start) }
            #expect(found == expected)
        }
    }

    @Test("A walk jumps to the first term that is not less, near or far", arguments: 0..<4)
    func jumps(seed: Int) throws {
        let words = words(seed: UInt64(seed))
        let dictionary = try dictionary(words)
        var generator = SeededGenerator(seed: UInt64(seed))
        var walk = try dictionary.walk()
        var place = -1
        while place + 1 < words.count {
            // Of the terms ahead one that is near in half of the cases, and a key just behind it in a third.
            let step = Bool.random(using: &generator) ? Int.random(in: 1...3, using: &generator) : 150
            let wanted = min(place + step, words.count - 1)
            let isBehind = Int.random(in: 0..<3, using: &generator) == 0
            let target = isBehind ? words[wanted] + [0] : words[wanted]
            let expected = words.firstIndex { !$0.lexicographicallyPrecedes(target) }
            #expect(try walk.advance(to: target) == (expected != nil))
            guard let expected else { return }
            #expect(walk.key == words[expected])
            place = expected
        }
        #expect(try walk.advance(to: [255, 255]) == false)
    }

    @Test("A walk that begins at a key jumps on from there", arguments: [0, 1, 31, 32, 150])
    func jumpsOn(step: Int) throws {
        let words = words(seed: 9)
        let dictionary = try dictionary(words)
        for start in [0, 40, 95] {
            var walk = try dictionary.walk(from: words[start])
            #expect(try walk.advance(to: words[start + step]))
            #expect(walk.key == words[start + step])
            #expect(try walk.next())
            #expect(walk.key == words[start + step + 1])
        }
    }

    @Test("An empty dictionary is no trouble")
    func empty() throws {
        let dictionary = try dictionary([])
        #expect(try dictionary.find([1]) == nil)
        var walk = try dictionary.walk(from: [])
        #expect(try walk.next() == false)
    }
}
