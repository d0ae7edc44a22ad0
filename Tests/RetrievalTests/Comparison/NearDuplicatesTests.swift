import TestSupport
import Testing
import TextAnalysis

@testable import Retrieval

@Suite("Texts that are nearly the same")
struct NearDuplicatesTests {
    private func set(_ text: String, _ language: String = "en") -> ShingleSet {
        var tokens = TokenBuffer()
        Analyzer(language: language).analyze(text, into: &tokens)
        return ShingleSet(tokens)
    }

    private func random(_ seed: UInt64) -> [ShingleSet] {
        var generator = SeededGenerator(seed: seed)
        // Few texts, changed at single places, so that there are pairs on both sides of the threshold.
        let bases = (0..<4).map { _ in (0..<60).map { _ in UInt64.random(in: 0..<500, using: &generator) } }
        return (0..<30).map { number in
            var words = bases[number % bases.count]
            for _ in 0..<Int.random(in: 0...4, using: &generator) {
                words[Int.random(in: words.indices, using: &generator)] = UInt64.random(in: 0..<500, using: &generator)
            }
            return ShingleSet(words: words)
        }
    }

    @Test("Groups part the texts; each resembles its leader, leaders do not resemble each other", arguments: 0..<20)
    func partition(seed: UInt64) {
        let sets = random(seed)
        let groups = NearDuplicates.groups(sets)
        #expect(groups.flatMap(\.self).sorted() == Array(sets.indices))
        #expect(groups.map { $0[0] } == groups.map { $0.min() })
        #expect(groups.contains { $0.count > 1 })
        for (number, group) in groups.enumerated() {
            for text in group.dropFirst() {
                #expect(sets[text].resemblance(sets[group[0]]) >= NearDuplicates.threshold)
            }
            for other in groups[..<number] {
                #expect(sets[group[0]].resemblance(sets[other[0]]) < NearDuplicates.threshold)
            }
        }
    }

    @Test("Resemblance is symmetric, 1 with itself, and Jaccard's share of the runs", arguments: 0..<10)
    func resemblance(seed: UInt64) {
        let sets = random(seed)
        for left in sets.prefix(8) {
            #expect(left.resemblance(left) == 1)
            for right in sets.prefix(8) {
                let (a, b) = (Set(left.hashes), Set(right.hashes))
                #expect(left.resemblance(right) == Double(a.intersection(b).count) / Double(a.union(b).count))
                #expect(left.resemblance(right) == right.resemblance(left))
            }
        }
    }

    @Test("Case, signs and layout do not part a text; one word in forty does not; other words do")
    func texts() {
        let words = (1...40).map { "word\($0)" }
        let text = words.joined(separator: " ")
        let laid = "  " + words.map { $0.uppercased() }.joined(separator: ",\n")
        var changed = words
        changed[0] = "other"
        #expect(set(text) == set(laid))
        #expect(
            NearDuplicates.groups([set(text), set("quite another text"), set(changed.joined(separator: " "))])
                == [[0, 2], [1]])
    }

    @Test("Short texts are compared whole, empty ones with nothing; Han text by its pairs of characters")
    func odd() {
        #expect(set("Repealed.").resemblance(set("repealed")) == 1)
        #expect(set("").hashes.isEmpty && set("").resemblance(set("")) == 0)
        #expect(NearDuplicates.groups([set(""), set(""), set("Repealed"), set("repealed")]) == [[0], [1], [2, 3]])
        #expect(set("未经许可不得出口核材料", "zh").resemblance(set("未經許可不得出口核材料", "zh-Hant")) == 1)
    }
}
