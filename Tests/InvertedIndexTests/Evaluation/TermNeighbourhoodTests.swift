import Foundation
import TestSupport
import Testing

@testable import InvertedIndex

@Suite("Terms near a word are all found, and no others")
struct TermNeighbourhoodTests {
    /// Optimal string alignment by the whole matrix.
    private static func distance(_ left: String, _ right: String) -> Int {
        let (a, b) = (Array(left.unicodeScalars), Array(right.unicodeScalars))
        var rows = (0...a.count).map { row in (0...b.count).map { row == 0 ? $0 : $0 == 0 ? row : 0 } }
        for i in a.indices {
            for j in b.indices {
                var cost = min(rows[i][j + 1] + 1, rows[i + 1][j] + 1, rows[i][j] + (a[i] == b[j] ? 0 : 1))
                if i > 0, j > 0, a[i] == b[j - 1], a[i - 1] == b[j] { cost = min(cost, rows[i - 1][j - 1] + 1) }
                rows[i + 1][j + 1] = cost
            }
        }
        return rows[a.count][b.count]
    }

    /// Words over few letters, so that many are near one another; letters of one to four bytes.
    private static func vocabulary(_ letters: String, _ generator: inout SeededGenerator) -> [String] {
        let letters = Array(letters.unicodeScalars)
        return (0..<600).map { _ in
            var word = String.UnicodeScalarView()
            for _ in 0..<Int.random(in: 1...8, using: &generator) {
                if let letter = letters.randomElement(using: &generator) { word.append(letter) }
            }
            return String(word)
        }
    }

    private func index(_ words: [String], in directory: String) throws -> IndexSearcher {
        let documents = words.enumerated().map { ReferenceDocument(text: [$1], number: UInt64($0)) }
        _ = try makeIndex(documents, perSegment: 150, in: directory)
        return try IndexSearcher(directory: directory)
    }

    @Test(
        "As every term compared with the word",
        arguments: ["abcd", "aéß\u{7FF}\u{800}", "кона\u{10FFFF}", "xy\u{D7FF}\u{E000}"],
        0...2)
    func bruteForce(letters: String, edits: Int) throws {
        let directory = try TemporaryDirectory()
        var generator = SeededGenerator(seed: UInt64(edits + letters.unicodeScalars.count * 10))
        let words = Self.vocabulary(letters, &generator)
        let index = try index(words, in: directory.path)
        var frequencies: [String: Int] = [:]
        for word in words { frequencies[word, default: 0] += 1 }
        for asked in Self.vocabulary(letters, &generator).prefix(60) {
            for keepsFirst in [false, true] {
                let found = try index.terms(
                    in: TermNeighbourhood(of: asked, prefix: Array("w".utf8), edits: edits, keepsFirst: keepsFirst))
                let expected = frequencies.filter { word, _ in
                    Self.distance(asked, word) <= edits
                        && (!keepsFirst || word.unicodeScalars.first == asked.unicodeScalars.first)
                }
                let words = found.map { String(decoding: $0.key.dropFirst(), as: UTF8.self) }
                #expect(Set(words) == Set(expected.keys), "\(asked) within \(edits)")
                for (word, neighbour) in zip(words, found) {
                    #expect(neighbour.edits == Self.distance(asked, word))
                    #expect(neighbour.documentFrequency == frequencies[word])
                }
            }
        }
    }

    @Test("Terms may be kept to a range of first letters")
    func range() throws {
        let directory = try TemporaryDirectory()
        let index = try index(["bat", "cat", "дat", "at", "zat"], in: directory.path)
        let found = try index.terms(
            in: TermNeighbourhood(of: "eat", prefix: Array("w".utf8), edits: 1, firstScalars: 0x62...0x79))
        #expect(found.map { String(decoding: $0.key, as: UTF8.self) } == ["wbat", "wcat"])
    }

    @Test("A swap of neighbours is one edit, also at either end")
    func swaps() throws {
        let directory = try TemporaryDirectory()
        let index = try index(["export", "licence"], in: directory.path)
        for (word, term) in [
            ("xeport", "wexport"), ("exprot", "wexport"), ("exportt", "wexport"), ("licenec", "wlicence"),
        ] {
            let found = try index.terms(in: TermNeighbourhood(of: word, prefix: Array("w".utf8), edits: 1))
            #expect(found.map { String(decoding: $0.key, as: UTF8.self) } == [term])
            #expect(found.first?.edits == 1)
        }
    }

    @Test("Odd words have no neighbours and do no harm")
    func odd() throws {
        let directory = try TemporaryDirectory()
        let index = try index(["a", "b", "\u{10FFFF}"], in: directory.path)
        for word in [
            "", String(repeating: "a", count: 65), String(repeating: "x", count: 64), "\u{10FFFF}\u{10FFFF}zz",
        ] {
            #expect(try index.terms(in: TermNeighbourhood(of: word, prefix: Array("w".utf8), edits: 2)).isEmpty)
        }
        let last = try index.terms(in: TermNeighbourhood(of: "\u{10FFFF}", prefix: Array("w".utf8), edits: 1))
        #expect(last.count == 3)
        #expect(try index.terms(in: TermNeighbourhood(of: "a", prefix: Array("nothing".utf8), edits: 2)).isEmpty)
    }
}
