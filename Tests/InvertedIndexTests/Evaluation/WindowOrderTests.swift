import TestSupport
import Testing

@testable import InvertedIndex

@Suite("Some windows are looked at in the order of their bounds, the rest in that of their documents")
struct WindowOrderTests {
    private func order(_ totals: [Float], above threshold: Float) -> [Int] {
        totals.withUnsafeBufferPointer { WindowOrder($0, above: threshold).windows.map(Int.init) }
    }

    @Test("Each window above the threshold once, those with the highest bounds before the rest", arguments: 0..<8)
    func classes(seed: Int) {
        var generator = SeededGenerator(seed: UInt64(seed))
        let totals = (0..<300).map { _ in
            Int.random(in: 0..<4, using: &generator) == 0 ? -1 : Float(Int.random(in: 0...100_000, using: &generator))
        }
        let threshold: Float = seed % 2 == 0 ? -1 : 40_000
        let found = order(totals, above: threshold)
        #expect(Set(found).count == found.count)
        #expect(Set(found) == Set(totals.indices.filter { totals[$0] > threshold }))
        // A class is a thirty-second of the way from the threshold to the highest bound.
        let highest = totals.max() ?? 0
        let width = (highest - max(threshold, 0)) / 32
        let leaders = found.prefix(WindowOrder.leaders)
        for (before, after) in zip(leaders, leaders.dropFirst()) { #expect(totals[before] > totals[after] - width) }
        let followers = found.dropFirst(WindowOrder.leaders)
        #expect(followers.elementsEqual(followers.sorted()))
        let lowest = leaders.map { totals[$0] }.min() ?? 0
        #expect(followers.allSatisfy { totals[$0] < lowest + width })
    }

    @Test("Where there are few, all come in the order of their bounds")
    func few() {
        let totals = (0..<WindowOrder.leaders).map { Float($0) * 100 }
        #expect(order(totals, above: -1) == Array(totals.indices.reversed()))
    }

    @Test("Where nothing passes the threshold there is nothing to look at")
    func nothing() {
        #expect(order([], above: -1).isEmpty)
        #expect(order([-1, -1], above: -1).isEmpty)
        #expect(order([3, 5, 2], above: 5).isEmpty)
        #expect(order([0, -1, 0], above: -1) == [0, 2])
    }
}
