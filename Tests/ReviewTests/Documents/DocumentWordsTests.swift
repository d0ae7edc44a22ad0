import Foundation
import Legislation
import Obligations
import Testing

@testable import Review

@Suite("Words of documents")
struct DocumentWordsTests {
    @Test("every key has words in every language, with the same places to fill", arguments: ObligationMatrix.languages)
    func complete(language: String) throws {
        let words = try DocumentWords(language: try LanguageTag(language))
        let english = try DocumentWords(language: try LanguageTag("en"))
        #expect(words.keys == english.keys)
        for key in words.keys {
            #expect(places(words(key)) == places(english(key)), "\(language) \(key)")
        }
    }

    private func places(_ text: String) -> Set<String> {
        Set(text.matches(of: /\{[a-z]+\}/).map { String($0.output) })
    }

    @Test("a language that is not one of the six is refused")
    func unknown() throws {
        #expect(throws: ResourceError.self) { _ = try DocumentWords(language: try LanguageTag("de")) }
    }

    @Test("values are put where the braces are")
    func filled() throws {
        let words = try DocumentWords(language: try LanguageTag("en"))
        #expect(words("basis.text", ["laws": "3", "provisions": "40"]) == "3 laws with 40 provisions in the index")
    }
}
