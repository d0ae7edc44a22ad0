import TestSupport
import Testing

@testable import InvertedIndex

@Suite("The bytes kept for documents come back as they were")
struct PayloadsTests {
    private static func section(_ payloads: [[UInt8]]) -> [UInt8] {
        Payloads.section(count: payloads.count) { $1.append(contentsOf: payloads[$0]) }
    }

    private static func read(_ section: [UInt8], count: Int) -> [[UInt8]]? {
        section.withUnsafeBytes { bytes in
            Payloads(bytes, documentCount: count).map { payloads in
                (0..<UInt32(count)).map { document in payloads.read(document) { Array($0) } }
            }
        }
    }

    @Test("Of any length, alike or not, in whole groups and in part", arguments: 0..<24)
    func roundTrip(seed: Int) {
        var generator = SeededGenerator(seed: UInt64(seed))
        let count = [0, 1, 31, 32, 33, 200][seed % 6]
        let longest = seed < 6 ? 0 : seed < 12 ? 9 : seed < 18 ? 300 : 70_000
        let beginning = Array("law/".utf8)
        let payloads = (0..<count).map { number -> [UInt8] in
            if longest == 9 { return beginning + Array(String(1000 + number).utf8) }
            // One of the longest is enough.
            let most = longest > 300 && number != 5 ? 300 : longest
            return (0..<Int.random(in: (most > 300 ? most : 0)...most, using: &generator)).map { _ in
                UInt8.random(in: 0...255, using: &generator)
            }
        }
        #expect(Self.read(Self.section(payloads), count: count) == payloads)
    }

    @Test("What all of a group begin with is stored once")
    func beginnings() {
        let names = (0..<64).map { Array("a name that all of them begin with, \($0 + 10)".utf8) }
        #expect(Self.section(names).count < 64 * 2 + 2 * 50)
    }

    @Test("Damage gives other bytes or none, and never reads outside", arguments: 0..<200)
    func damage(seed: Int) {
        var generator = SeededGenerator(seed: UInt64(seed))
        let payloads = (0..<70).map { number in
            Array("\(seed % 3 == 0 ? "x" : "")\(number)".utf8) + [UInt8](repeating: 7, count: seed % 2 * number)
        }
        var section = Self.section(payloads)
        for _ in 0..<3 {
            let place = Int.random(in: 0..<section.count, using: &generator)
            section[place] ^= 1 << UInt8.random(in: 0..<8, using: &generator)
        }
        if seed % 5 == 0 { section.removeLast(Int.random(in: 1..<section.count, using: &generator)) }
        guard let found = Self.read(section, count: payloads.count) else { return }
        #expect(found.allSatisfy { $0.count <= section.count })
    }

    @Test("No document behind the last has bytes")
    func outOfRange() {
        Self.section([[1, 2]]).withUnsafeBytes { bytes in
            let payloads = Payloads(bytes, documentCount: 1)
            #expect(payloads?.read(1) { $0.count } == 0)
            #expect(Payloads(UnsafeRawBufferPointer(rebasing: bytes[..<3]), documentCount: 1) == nil)
        }
    }
}
