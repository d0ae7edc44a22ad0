import TestSupport
import Testing

@testable import Retrieval

@Suite("Compounds are found among sorted words as by looking at each")
struct KnownWordsTests {
    private static let links = ["", "s", "en"].map { Array($0.utf8) }

    @Test("Words by beginning, whole words, and what may follow", arguments: 0..<20)
    func words(seed: Int) throws {
        var generator = SeededGenerator(seed: UInt64(seed))
        func random(_ lengths: ClosedRange<Int>) -> String {
            String(
                (0..<Int.random(in: lengths, using: &generator)).map { _ in "aensä".randomElement(using: &generator)! })
        }
        let words = (0..<300).map { _ in "ab" + random(1...7) }
        let known = KnownWords(
            words.map { Array($0.utf8) }.shuffled(using: &generator), head: Array("ab".utf8), links: Self.links)
        for _ in 0..<200 {
            let probe = "ab" + random(1...5)
            #expect(known.contains(Array(probe.utf8)) == words.contains(probe))
            let expected = Set(words.filter { $0.hasPrefix(probe) })
            let found = known.words(beginningWith: Array(probe.utf8))
            #expect(Set(found) == expected && found.count == expected.count)
            let tail = random(3...5)
            let part = try #require(CompoundPart(tail))
            if ["", "s", "en"].contains(where: { link in words.contains { $0.hasPrefix("ab" + link + tail) } }) {
                #expect(known.mayGoOn(with: part), "\(tail)")
            }
        }
    }

    @Test("Most words that nothing goes on with are told without a search")
    func continuations() throws {
        let known = KnownWords([Array("exportlizenz".utf8)], head: Array("export".utf8), links: Self.links)
        #expect(known.mayGoOn(with: try #require(CompoundPart("lizenz"))))
        let others = ["genehmigung", "verbot", "kontrolle", "güter", "stelle", "waffen", "verordnung", "pflicht"]
        #expect(try others.allSatisfy { !known.mayGoOn(with: try #require(CompoundPart($0))) })
    }

    @Test("The word itself is not among those that begin with it")
    func head() {
        let known = KnownWords([Array("ab".utf8), Array("abc".utf8)], head: Array("ab".utf8), links: Self.links)
        #expect(known.words(beginningWith: Array("ab".utf8)) == ["abc"])
    }

    @Test("Short words and several words are no parts of compounds")
    func parts() throws {
        #expect(CompoundPart("ab") == nil)
        #expect(CompoundPart("two words") == nil)
        let part = try #require(CompoundPart("Genehmigung"))
        #expect(part.word == Array("genehmigung".utf8))
        #expect(part.stem == Array("genehmigu".utf8))
        #expect(try #require(CompoundPart("Gut")).stem == nil)
    }
}
