import Foundation
import Testing

@testable import Translation

@Suite("A damaged file of learned translations is refused with place and mend")
struct LearnedLexiconDamageTests {
    struct Damage: Sendable, CustomTestStringConvertible {
        var name: String
        var text: String
        var line: Int?
        var reason: String
        var testDescription: String { name }
    }

    private static let header = "concord-learned-lexicon\t1\ten\tfr\t1\t3\tby hand\n"
    private static let columns = LearnedLexiconFile.columns + "\n"
    private static let row = "act\tloi\t0.7\t0.9\tact\tloi\n"

    static let damages = [
        Damage(name: "empty", text: "", line: nil, reason: "empty"),
        Damage(name: "cut in a line", text: header + columns + "act\tloi", line: nil, reason: "cut short"),
        Damage(name: "cut between lines", text: header + columns, line: 1, reason: "promises 1 pairs, and 0"),
        Damage(name: "more than promised", text: header + columns + row + "b\tc\t1\t1\tb\tc\n", line: 1, reason: "2"),
        Damage(name: "another file", text: "head\ttranslation\n", line: 1, reason: "no learned lexicon"),
        Damage(
            name: "another version", text: header.replacingOccurrences(of: "\t1\ten", with: "\t9\ten") + columns,
            line: 1,
            reason: "format is 9"),
        Damage(
            name: "a count that is none", text: header.replacingOccurrences(of: "\t1\t3", with: "\tone\t3") + columns,
            line: 1, reason: "two numbers"),
        Damage(
            name: "of other languages", text: header.replacingOccurrences(of: "\tfr", with: "\tes") + columns + row,
            line: 1, reason: "en and es"),
        Damage(name: "without columns", text: header + row, line: 2, reason: "columns"),
        Damage(name: "five columns", text: header + columns + "act\tloi\t0.7\t0.9\tact\n", line: 3, reason: "six"),
        Damage(name: "an empty stem", text: header + columns + "\tloi\t0.7\t0.9\tact\tloi\n", line: 3, reason: "six"),
        Damage(name: "an empty line", text: header + columns + "\n" + row, line: 3, reason: "six"),
        Damage(
            name: "a word for a number", text: header + columns + "act\tloi\thigh\t0.9\tact\tloi\n", line: 3,
            reason: "not numbers"),
        Damage(
            name: "no number", text: header + columns + "act\tloi\tnan\t0.9\tact\tloi\n", line: 3, reason: "not numbers"
        ),
        Damage(
            name: "above 1", text: header + columns + "act\tloi\t0.7\t1.1\tact\tloi\n", line: 3, reason: "above 0, to 1"
        ),
        Damage(name: "zero", text: header + columns + "act\tloi\t0\t0.9\tact\tloi\n", line: 3, reason: "above 0, to 1"),
        Damage(name: "twice", text: header + columns + row + row, line: 4, reason: "twice"),
        Damage(
            name: "out of order", text: header + columns + row + "abc\tloi\t0.7\t0.9\tact\tloi\n", line: 4,
            reason: "order"),
    ]

    @Test("Every kind of damage", arguments: damages)
    func damaged(damage: Damage) throws {
        let folder = try LearnedLexiconFolder()
        try folder.write(damage.text)
        let lexicon = try folder.lexicon()
        let error = try #require(throws: LearnedLexiconError.self) {
            try lexicon.translations(of: "act", from: "en", to: "fr")
        }
        #expect(error.file.hasSuffix("en-fr.tsv"))
        #expect(error.line == damage.line)
        #expect(error.reason.contains(damage.reason))
        #expect(error.description.contains("restore the file"))
    }

    @Test("Bytes that are not UTF-8, and a file that is gone")
    func bytes() throws {
        let folder = try LearnedLexiconFolder()
        let file = folder.url.appendingPathComponent("en-fr.tsv")
        try (Data((Self.header + Self.columns).utf8) + Data([0xFF, 0x0A])).write(to: file)
        let lexicon = try folder.lexicon()
        let error = try #require(throws: LearnedLexiconError.self) {
            try lexicon.translations(of: "act", from: "fr", to: "en")
        }
        #expect(error.reason.contains("UTF-8"))
        try FileManager.default.removeItem(at: file)
        #expect(throws: LearnedLexiconError.self) { try lexicon.translations(of: "act", from: "fr", to: "en") }
    }

    @Test("A byte changed anywhere gives an error or an answer, never a crash")
    func flipped() throws {
        let sound = Array((Self.header + Self.columns + Self.row).utf8)
        for place in sound.indices {
            for value in [0, 9, 10, 0x2E, 0x39, 0xC3] as [UInt8] {
                var bytes = sound
                bytes[place] = value
                guard let file = try? LearnedLexiconFile(bytes: bytes, path: "en-fr.tsv") else { continue }
                #expect(file.translations(of: Array("act".utf8), reversed: false).count <= 1)
            }
        }
    }

    @Test("Other files of the folder are no pairs, and a folder that is not there is named")
    func folders() throws {
        let folder = try LearnedLexiconFolder()
        for name in ["README.md", "fr-en.tsv", "en.tsv", "-fr.tsv", "en-fr-ru.tsv", "en-fr.tsv.bak"] {
            try folder.write("?", name)
        }
        #expect(try folder.lexicon().pairs.isEmpty)
        let error = try #require(throws: LearnedLexiconError.self) {
            try LearnedLexicon(folder: folder.url.appendingPathComponent("none"))
        }
        #expect(error.file.hasSuffix("none"))
    }
}
