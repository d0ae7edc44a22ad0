import Foundation
import InvertedIndex
import ProvisionIndex
import Retrieval
import TestSupport
import Testing

@Suite("Misspelt words of a question are corrected by the words of the index")
struct SpellingSuggesterTests {
    private func index() throws -> IndexSearcher {
        try IndexSearcher(directory: try SmallLawIndex.index.get().path + "/" + ProvisionSchema.folder)
    }

    @Test(
        "The question that was meant",
        arguments: [
            ("exprot licnece", "export licence"), ("xeport", "export"), ("EXPROT LICNECE", "EXPORT LICENCE"),
            ("Exprot goods", "Export goods"),
            ("chemcial weapons", "chemical weapons"), ("heading:lisence goods", "heading:licence goods"),
            ("+exprot -licnece", "+export -licnece"),
            ("(exprot OR goods) AND lisence", "(export OR goods) AND licence"),
            ("licence d'exprotation", "licence d'exportation"), ("лицнезия на экспорт", "лицензия на экспорт"),
            ("exprot country:KE", "export country:KE"),
        ])
    func corrected(question: String, meant: String) throws {
        #expect(try SpellingSuggester(index: index()).suggestion(for: question)?.question == meant)
    }

    @Test(
        "What is not corrected",
        arguments: [
            "export licence", "\"exprot licnece\"", "exprot*", "exprot~1", "1C350", "107-44-8", "S/RES/1540",
            "EXPROT goods",
            "出囗许可证", "goodz1", "", "   ", "zzyzxqq", "lst", "licences exporting", "-exprot goods",
        ])
    func left(question: String) throws {
        #expect(try SpellingSuggester(index: index()).suggestion(for: question) == nil)
    }

    @Test("Every correction is within the edits it names, and in the index", arguments: 0..<6)
    func property(seed: Int) throws {
        let index = try index()
        let suggester = SpellingSuggester(index: index)
        var generator = SeededGenerator(seed: UInt64(seed))
        let words = ["export", "licence", "granted", "authority", "chemical", "declarations", "yearly", "лицензия"]
        var corrected = 0
        for _ in 0..<60 {
            var word = Array(words.randomElement(using: &generator) ?? "")
            for _ in 0..<Int.random(in: 1...3, using: &generator) {
                let place = Int.random(in: 0..<word.count, using: &generator)
                switch Int.random(in: 0..<3, using: &generator) {
                case 0: word.remove(at: place)
                case 1: word.insert("e", at: place)
                default: word.swapAt(place, word.count - 1)
                }
                if word.isEmpty { word = ["a"] }
            }
            let text = String(word)
            guard let found = try suggester.suggestion(for: text) else { continue }
            for correction in found.corrections {
                corrected += 1
                #expect(correction.written == text)
                #expect((1...2).contains(correction.edits))
                let neighbours = try index.terms(
                    in: TermNeighbourhood(of: text, prefix: [TermSpace.exact.rawValue], edits: correction.edits))
                #expect(neighbours.contains { $0.key == TermSpace.exact.key(correction.correction) })
                #expect(
                    try index.documentFrequency(TermSpace.exact.key(correction.correction)) >= correction.provisions)
                #expect(correction.provisions > 0)
            }
            #expect((try? QueryParser.parse(found.question)) != nil)
        }
        #expect(corrected > 0)
    }

    @Test(
        "Odd questions do no harm",
        arguments: [
            String(repeating: "exprot ", count: 300), String(repeating: "x", count: 5000), "\u{0}\u{FFFD}exprot",
            "(((exprot", "exprot\u{301}\u{301}\u{301}", "\"never closed exprot", "👩‍👩‍👧‍👦 exprot", "a:b:exprot ~~ ^^",
        ])
    func odd(question: String) throws {
        let found = try SpellingSuggester(index: index()).suggestion(for: question)
        for correction in found?.corrections ?? [] {
            #expect(Array(question.utf8)[correction.range].elementsEqual(correction.written.utf8))
        }
    }

    @Test("A search says what was probably meant where a word is found nowhere, and only then")
    func search() throws {
        let searcher = try SmallLawIndex.index.get().searcher()
        func suggestion(_ question: String) throws -> String? {
            var request = SearchRequest(try QueryParser.parse(question))
            request.spelledQuestion = question
            return try searcher.search(request).suggestion?.question
        }
        #expect(try suggestion("exprot licence") == "export licence")
        #expect(try suggestion("export licence") == nil)
        let request = SearchRequest(try QueryParser.parse("exprot licence"))
        #expect(try searcher.search(request).suggestion == nil)
    }
}
