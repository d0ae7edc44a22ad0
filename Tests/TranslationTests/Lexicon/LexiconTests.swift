import Foundation
import Testing

@testable import Translation

@Suite("The lexicon of translations")
struct LexiconTests {
    private static let lexicon = Result { try Lexicon() }

    @Test("Every language that laws of the world were tried in has a file, and every file is sound")
    func files() throws {
        let lexicon = try Self.lexicon.get()
        for language in ["ar", "de", "en", "es", "fi", "fr", "id", "ja", "ka", "ko", "ru", "th", "tr", "zh"] {
            #expect(lexicon.languages.contains(language))
        }
        for language in lexicon.languages {
            let entries = try lexicon.entries(.words, language)
            #expect(entries.count > 2000, "\(language): \(entries.count) headwords")
            _ = try lexicon.entries(.concepts, language)
        }
    }

    @Test("A headword found by search is the one found by reading all", arguments: ["en", "fi", "zh", "ar"])
    func searchEqualsReading(language: String) throws {
        let lexicon = try Self.lexicon.get()
        for entry in try lexicon.entries(.words, language) {
            #expect(try lexicon.translations(of: entry.headword, .words, into: language) == entry.translations)
        }
        for missing in ["", "a", "zzz", "licencf", "lic"] {
            #expect(try lexicon.translations(of: missing, .words, into: language).isEmpty)
        }
    }

    @Test("Statutes' words for common headwords")
    func examples() throws {
        let lexicon = try Self.lexicon.get()
        #expect(try lexicon.translations(of: "licence", .words, into: "de").contains("Genehmigung"))
        #expect(try lexicon.translations(of: "weapon", .words, into: "ru").contains("оружие"))
        #expect(try lexicon.translations(of: "export-licence", .concepts, into: "zh").contains("出口许可证"))
        #expect(lexicon.language(serving: "nn-NO") == "nb")
        #expect(lexicon.language(serving: "zh-Hant") == "zh")
        #expect(lexicon.language(serving: "tlh") == nil)
    }

    @Test(
        "A faulty file is named with the line and the mend",
        arguments: [
            ("act\tloi\nbill projet\n", 2, "headword TAB translation"),
            ("bill\tprojet\nact\tloi\n", 2, "sort the lines"),
            ("act\t|\n", 1, "headword TAB translation"),
            ("act\n", 1, "headword TAB translation"),
            ("\tloi\n", 1, "headword TAB translation"),
            ("act\tloi\tacte\n", 1, "headword TAB translation"),
            ("act\tloi\nact\tacte\n", 2, "sort the lines"),
        ])
    func faults(text: String, line: Int, mend: String) {
        let file = LexiconFile(name: "lexicon/fr.tsv", bytes: Array(text.utf8))
        let error = #expect(throws: TranslationError.self) { try file.entries() }
        #expect(error?.file == "lexicon/fr.tsv")
        #expect(error?.line == line)
        #expect(error?.reason.contains(mend) == true)
    }

    @Test("A search finds a headword wherever it stands, and none that is another's beginning or longer")
    func beginnings() throws {
        let file = LexiconFile(name: "lexicon/fr.tsv", bytes: Array("act\tloi\nactor\tacteur|\nbill\tprojet".utf8))
        #expect(try file.translations(of: "act") == ["loi"])
        #expect(try file.translations(of: "actor") == ["acteur"])
        #expect(try file.translations(of: "bill") == ["projet"])
        for other in ["", "ac", "acto", "actors", "a", "bil", "bills", "c"] {
            #expect(try file.translations(of: other).isEmpty, "\(other)")
        }
    }

    @Test("A search that comes to a faulty line says so")
    func faultFound() {
        let file = LexiconFile(name: "lexicon/fr.tsv", bytes: Array("act\tloi\nbill\n".utf8))
        let error = #expect(throws: TranslationError.self) { try file.translations(of: "bill") }
        #expect(error?.line == 2)
    }

    @Test("A folder that is missing, or has no lexicon, is told of")
    func missing() throws {
        let folder = NSTemporaryDirectory() + "concord-lexicon-" + UUID().uuidString
        #expect(throws: TranslationError.self) { try Lexicon(folder: TranslationFolder(path: folder)) }
        try FileManager.default.createDirectory(atPath: folder + "/lexicon", withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(atPath: folder) }
        try Data([0x61, 0x09, 0xFF, 0x0A]).write(to: URL(fileURLWithPath: folder + "/lexicon/fr.tsv"))
        let lexicon = try Lexicon(folder: TranslationFolder(path: folder))
        #expect(lexicon.languages == ["fr"])
        let error = #expect(throws: TranslationError.self) { try lexicon.entries(.words, "fr") }
        #expect(error?.reason.contains("not UTF-8") == true)
        #expect(throws: TranslationError.self) { try lexicon.entries(.words, "de") }
    }
}
