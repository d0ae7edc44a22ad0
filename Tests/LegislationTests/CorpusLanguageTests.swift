import Foundation
import Legislation
import Testing

/// No element was left in another language.
@Suite("The language of every element of the model texts")
struct CorpusLanguageTests {
    /// Small words that a sentence of the language can hardly do without. English and the others share none.
    private static let functionWords: [String: Set<String>] = [
        "en": [
            "the", "of", "and", "shall", "to", "in", "or", "is", "by", "for", "with", "that", "may", "any", "an", "be",
        ],
        "fr": [
            "de", "la", "le", "les", "du", "des", "et", "à", "un", "une", "est", "il", "que", "dans", "par", "pour",
            "sur",
            "au", "aux", "en", "ou", "qui", "d", "l",
        ],
        "es": [
            "de", "la", "el", "los", "las", "y", "un", "una", "en", "o", "que", "por", "para", "se", "del", "al", "con",
        ],
    ]

    private static let scripts: [String: ClosedRange<UInt32>] = [
        "ar": 0x600...0x6FF, "zh": 0x3400...0x9FFF, "ru": 0x400...0x4FF,
    ]

    let family: ModelFamily

    init() throws { family = try ModelFamily(folder: CorpusFamilyTests.folder, languages: CorpusFamilyTests.languages) }

    private func elements(_ language: String) -> [(place: String, text: String)] {
        guard let place = CorpusFamilyTests.languages.firstIndex(of: language) else { return [] }
        return family.members.flatMap { member in
            member.texts[place].articles.flatMap { article in
                ([article.heading] + article.clauses.flatMap { [$0.text] + $0.notes })
                    .map { ("\(member.name) \(article.eId)", $0) }
            }
        }
    }

    @Test("is that of its file, by script", arguments: ["ar", "zh", "ru"])
    func script(language: String) throws {
        let range = try #require(Self.scripts[language])
        let elements = self.elements(language)
        #expect(elements.count > 1000)
        for (place, text) in elements {
            let letters = text.unicodeScalars.filter(\.properties.isAlphabetic)
            let own = letters.count { range.contains($0.value) }
            #expect(own * 10 >= letters.count * 9, "\(place): \(text)")
        }
    }

    @Test(
        "is that of its file, by its small words, and no sentence is the same as in English",
        arguments: ["en", "fr", "es"])
    func smallWords(language: String) throws {
        let own = try #require(Self.functionWords[language])
        let elements = self.elements(language)
        #expect(elements.count > 1000)
        for ((place, text), english) in zip(elements, self.elements("en")) {
            let words = text.lowercased().split { !$0.isLetter }.map(String.init)
            guard words.count > 6 else { continue }
            if language != "en" { #expect(text != english.text, "\(place)") }
            let others = language == "en" ? ["fr", "es"] : ["en"]
            let most =
                others.map { other in words.count { Self.functionWords[other]?.contains($0) == true } }.max() ?? 0
            #expect(words.count { own.contains($0) } > most, "\(place): \(text)")
        }
    }
}
