import Catalog
import Foundation
import Legislation
import Testing

@testable import Retrieval

@Suite("Words that only make a sentence a question weigh little")
struct QuestionWordsTests {
    @Test(
        "Question words of the question's languages",
        arguments: [
            ("Who", "en", true), ("¿quién", "es", true), ("Wann", "de", true), ("quand", "fr", true),
            ("milloin", "fi", true), ("какие", "ru", true), ("who", "de", false), ("licence", "en", false),
            ("WHO", "en", false), ("I", "en", true), ("", "en", false), ("wer", "de-CH", true), ("who", "", false),
        ] as [(String, String, Bool)])
    func known(word: String, language: String, isKnown: Bool) {
        #expect(QuestionWords.contains(word, languages: [language]) == isKnown)
    }

    @Test("A provision with the words that are meant comes before one that asks")
    func ranking() throws {
        let index = try TemporaryIndex(lines: [
            #"{"id":"asks","country":"KE","lang":"en","law":"A","heading":"1","text":"Who may tell what, and how, is told when and where."}"#,
            #"{"id":"says","country":"KE","lang":"en","law":"B","heading":"2","text":"The licence is granted by the Authority, which keeps a register of what it has granted to every exporter of listed goods in the year before."}"#,
        ])
        func first(_ weight: Float) throws -> String? {
            var request = SearchRequest(
                try QueryParser.parse("who how when where licence granted"))
            request.profile.questionWordWeight = weight
            return try index.searcher().search(request).hits.first?.record.provision.externalID
        }
        #expect(try first(RankingProfile().questionWordWeight) == "says")
        #expect(try first(1) == "asks")
    }

    @Test("What is found does not depend on it")
    func matches() throws {
        let searcher = try SmallLawIndex.index.get().searcher()
        func total(_ weight: Float) throws -> Int? {
            var request = SearchRequest(try QueryParser.parse("Who grants the licence?"))
            request.wantsTotal = true
            request.profile.questionWordWeight = weight
            return try searcher.search(request).total
        }
        #expect(try total(0.2) == total(1))
    }
}
