import TestSupport
import Testing

@testable import InvertedIndex

@Suite("Places of two terms in a document")
struct PositionRunTests {
    /// Hands on a run of these places as a block that was added up has it: after `base`, with others behind it.
    private func with<Result>(_ places: [UInt32], base: UInt32, _ body: (PositionRun) -> Result) -> Result {
        // What follows may begin where the run ends.
        let values =
            places.map { $0 + base } + [UInt32](repeating: (places.last ?? 0) + base, count: PositionRun.padding)
        return values.withUnsafeBufferPointer {
            body(PositionRun(values: $0.baseAddress, count: places.count, base: base))
        }
    }

    private func contents(_ run: PositionRun) -> [UInt32] { (0..<run.count).map { run[$0] } }

    private func places(_ count: Int, below end: UInt32, _ generator: inout SeededGenerator) -> [UInt32] {
        (0..<end).shuffled(using: &generator).prefix(count).sorted()
    }

    @Test("are matched as a look at each tells, whichever run is the longer", arguments: 0..<40)
    func matched(seed: Int) {
        var generator = SeededGenerator(seed: UInt64(seed))
        for _ in 0..<50 {
            let end = UInt32.random(in: 1...(Bool.random(using: &generator) ? 40 : 400), using: &generator)
            let first = places(.random(in: 0...Int(min(end, 60)), using: &generator), below: end, &generator)
            let second = places(.random(in: 0...Int(min(end, 60)), using: &generator), below: end, &generator)
            let distance = Int.random(in: -4...4, using: &generator)
            var room = [UInt32](repeating: 9, count: first.count + PositionRun.padding)
            let found = with(first, base: .random(in: 0...5000, using: &generator)) { first in
                with(second, base: .random(in: 0...5000, using: &generator)) { second in
                    room.withUnsafeMutableBufferPointer {
                        contents(first.match(second, distance: distance, into: $0.baseAddress!))
                    }
                }
            }
            #expect(found == first.filter { place in second.contains { Int($0) == Int(place) + distance } })
        }
    }

    @Test("are narrowed term by term, over what an earlier phrase left", arguments: 0..<40)
    func narrowed(seed: Int) {
        var generator = SeededGenerator(seed: UInt64(seed))
        // The last ones are the shorter run, and what was narrowed before is the longer.
        let terms = [90, 60, 60, .random(in: 3...30, using: &generator), .random(in: 1...20, using: &generator)].map {
            places($0, below: 100, &generator)
        }
        let half = 90 + PositionRun.padding
        var room = (0..<2 * half).map { UInt32($0 % half) }
        let found = room.withUnsafeMutableBufferPointer { room in
            with(terms[0], base: 17) { first in
                var run = first
                for (distance, term) in terms.enumerated().dropFirst() {
                    let matched = room.baseAddress! + (distance.isMultiple(of: 2) ? half : 0)
                    run = with(term, base: 300) { run.match($0, distance: distance, into: matched) }
                }
                return contents(run)
            }
        }
        let expected = terms[0].filter { place in
            terms.enumerated().allSatisfy { $1.contains(place + UInt32($0)) }
        }
        #expect(found == expected)
    }

    @Test("of which one has none, or all stand before or behind the other's")
    func apart() {
        var room = [UInt32](repeating: 9, count: 20)
        room.withUnsafeMutableBufferPointer { room in
            let room = room.baseAddress!
            with([3, 4], base: 0) { run in
                #expect(run.match(.none, distance: 1, into: room).isEmpty)
                #expect(PositionRun.none.match(run, distance: 1, into: room).isEmpty)
                for other in [[0, 1, 2], [9, 10, 11, 12]] as [[UInt32]] {
                    let count = with(other, base: 8) { run.match($0, distance: 1, into: room).count }
                    #expect(count == 0)
                }
            }
        }
    }
}
