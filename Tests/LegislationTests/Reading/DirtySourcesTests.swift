import Foundation
import Legislation
import Testing

@Suite("Dirty sources")
struct DirtySourcesTests {
    private func notes(_ result: ReadResult) -> String { result.report.notes.map(\.message).joined(separator: "\n") }

    @Test(
        "text that was encoded in UTF-8 twice is decoded",
        arguments: [
            "Article 1\nIl est interdit de détenir des matières nucléaires à l’étranger, même périmées.",
            "Статья 1\nЗапрещается производить токсины и химическое оружие.",
        ])
    func mojibake(text: String) throws {
        let twice = try #require(String(data: Data(text.utf8), encoding: .windowsCP1252) ?? Self.misread(text))
        let result = try read("Loi\n\n\(twice)")
        #expect(result.provisions.last?.text == text.split(separator: "\n").last.map(String.init))
        #expect(notes(result).contains("encoded in UTF-8 twice"))
    }

    /// As windows-1252 with its five open places read as control characters, as browsers do.
    private static func misread(_ text: String) -> String? {
        String(
            String.UnicodeScalarView(
                text.utf8.map { byte in
                    String(data: Data([byte]), encoding: .windowsCP1252)?.unicodeScalars.first ?? Unicode.Scalar(byte)
                }))
    }

    @Test("a sound text that speaks of Ã© is left as it is")
    func soundText() throws {
        let result = try read(
            "Note\n\nArticle 1\nL’encodage « Ã© » est à éviter : préférez é, è, à, ç, ê, où, naïve, forêt.")
        #expect(result.provisions.last?.text.contains("Ã©") == true)
    }

    @Test("accents stored apart are put together, in the text and in the file’s name")
    func normalForm() throws {
        let result = try read("Article 1\nInterdit a\u{300} l'e\u{301}tranger.", name: "Loi pe\u{301}nale.txt")
        #expect(result.provisions.last?.text.unicodeScalars.contains("é") == true)
        #expect(result.laws.first?.title.unicodeScalars.contains("é") == true)
        #expect(notes(result).contains("NFC"))
    }

    @Test("characters that were lost are counted")
    func lost() throws {
        #expect(
            notes(try read("Act\n\nArticle 1\nNo \u{FFFD}toxin\u{FFFD} at all.")).contains("2 characters were lost"))
    }

    @Test("lines of the website are left out of texts")
    func boilerplate() throws {
        let result = try read(
            "Skip to main content\nToxins Act\n\nArticle 1\nNo toxins.\nBack to top\nArticle 2\nNo arms.\nPrint this page\n"
        )
        #expect(result.provisions.map(\.text) == ["No toxins.", "No arms."])
        #expect(notes(result).contains("lines of the website"))
    }

    private static let french = String(
        repeating:
            "Il est interdit à toute personne de fabriquer, de détenir ou de céder une arme chimique sans licence. ",
        count: 30)

    @Test(
        "a language that the letters or the words rule out is corrected, a near one is believed",
        arguments: [
            ("en", french, "fr"), ("fr", french, "fr"), ("und", french, "und"),
            ("en", String(repeating: "Запрещается производство химического оружия без лицензии. ", count: 40), "ru"),
            ("ru", String(repeating: "ห้ามมิให้ผู้ใดผลิตอาวุธเคมี ", count: 40), "th"),
            (
                "sr-Latn",
                String(repeating: "Zabranjeno je svakome da proizvodi hemijsko oružje bez dozvole. ", count: 60),
                "sr-Latn"
            ),
            ("en", "Il est interdit.", "en"),
        ])
    func language(named: String, text: String, expected: String) throws {
        let tag = named == "und" ? nil : try LanguageTag(named)
        let result = try read("Act\n\nArticle 1\n\(text)", options: ReaderOptions(language: tag))
        #expect(result.laws.first?.language.tag == expected)
        #expect(notes(result).contains("the language is given") == (named != expected))
    }

    @Test("a provision that holds those after it is parted; one that may quote others is told and left")
    func overlong() throws {
        func json(_ number: Int, _ heads: ClosedRange<Int>) throws -> ReadResult {
            let body = heads.map { "Article \($0)\n" + String(repeating: "No toxins here. ", count: 200) }
            let text = "No toxins.\n" + body.joined(separator: "\n")
            let law: [String: Any] = [
                "title": "Code",
                "provisions": [["provision_ref": "art\(number)", "section": "\(number)", "content": text]],
            ]
            return try read(JSONSerialization.data(withJSONObject: law))
        }
        let parted = try json(99, 100...103)
        #expect(parted.provisions.map(\.number) == ["99", "100", "101", "102", "103"])
        #expect(Set(parted.provisions.map(\.eId)).count == 5)
        #expect(notes(parted).contains("was parted"))
        let quoting = try json(5, 100...103)
        #expect(quoting.provisions.count == 1)
        #expect(notes(quoting).contains("seems to hold several provisions"))
    }

    @Test(
        "a page’s charset is told whatever it says of itself",
        arguments: [
            ("iso-8859-1", String.Encoding.utf8), ("utf-8", .windowsCP1252), ("utf-16", .utf8),
            ("iso-8859-1", .windowsCP1252),
            ("", .windowsCP1252),
        ])
    func charsets(label: String, encoding: String.Encoding) throws {
        let sentence =
            "Il est interdit à toute société étrangère de détenir des matières nucléaires à l’étranger, même périmées."
        let scripts = "<script>" + String(repeating: "var a = 1; ", count: 150) + "</script>"
        let meta = label.isEmpty ? "" : "<meta http-equiv='Content-Type' content='text/html; charset=\(label)'>"
        let page =
            "<html><head>\(scripts)\(meta)</head><body><p>Article 1</p><p>\(sentence)</p><p>Article 2</p><p>\(sentence)</p></body></html>"
        let result = try read(try #require(page.data(using: encoding)))
        #expect(result.provisions.map(\.text) == [sentence, sentence])
    }

    @Test("Cyrillic under a Western label is read as Cyrillic")
    func misnamedCyrillic() throws {
        let sentence =
            "Запрещается производство, хранение и передача химического оружия без лицензии правительства страны."
        let page = "<html><head><meta charset='iso-8859-1'></head><body><p>Статья 1</p><p>\(sentence)</p></body></html>"
        let result = try read(try #require(page.data(using: .windowsCP1251)))
        #expect(result.provisions.last?.text == sentence)
        #expect(notes(result).contains("which it is not"))
    }
}
