import Testing
import TextAnalysis

@testable import Obligations

@Suite("Recognition of concepts")
struct ConceptRecognizerTests {
    let thesaurus: Thesaurus
    let recognizer: ConceptRecognizer

    init() throws {
        thesaurus = try Thesaurus()
        recognizer = ConceptRecognizer(thesaurus: thesaurus)
    }

    private func concepts(_ text: String, _ language: String) -> [String] {
        recognizer.matches(in: tokens(text, language), language: language).map { thesaurus.concepts[$0.concept].id }
    }

    @Test("takes the longest name at a place")
    func longest() {
        #expect(concepts("a treaty: the Chemical Weapons Convention.", "en").contains("cwc"))
        #expect(!concepts("a treaty: the Chemical Weapons Convention.", "en").contains("chemical-weapon"))
        #expect(concepts("a chemical weapon is", "en").contains("chemical-weapon"))
    }

    @Test("finds a Chinese name in a running text, whatever surrounds it")
    func bigrams() {
        #expect(concepts("任何人不得制造化学武器的部件", "zh").contains("chemical-weapon"))
        #expect(concepts("化学武器", "zh").contains("chemical-weapon"))
        #expect(concepts("开采天然铀矿石", "zh").contains("uranium"))
        #expect(!concepts("化学和武器", "zh").contains("chemical-weapon"))
    }

    @Test("meets inflected words through patterns")
    func patterns() {
        #expect(concepts("заборона хімічної зброї", "uk").contains("chemical-weapon"))
        #expect(concepts("Ausfuhrgenehmigungspflichten bestehen", "de").contains("export-licence"))
        #expect(concepts("loppukäyttäjistä", "fi").contains("end-use"))
    }

    @Test("gives the place of a name in the original text")
    func ranges() throws {
        let text = "Über – nuclear   material!"
        let match = try #require(
            recognizer.matches(in: tokens(text, "en"), language: "en").first {
                thesaurus.concepts[$0.concept].id == "nuclear-material"
            })
        let bytes = Array(text.utf8)[Int(match.range.lowerBound)..<Int(match.range.upperBound)]
        #expect(String(decoding: bytes, as: UTF8.self) == "nuclear   material")
    }

    @Test("finds every label of every concept in its own language", arguments: ["en", "fr", "es", "ru", "ar", "zh"])
    func everyLabel(language: String) {
        for concept in thesaurus.concepts {
            for label in concept.labels where label.language == language {
                let matches = recognizer.matches(in: tokens(label.text, language), language: language)
                #expect(matches.contains { thesaurus.concepts[$0.concept].id == concept.id }, "\(label.text)")
            }
        }
    }

    @Test("finds nothing in empty text and in a language without names")
    func nothing() {
        #expect(concepts("", "en").isEmpty)
        #expect(concepts("nuclear weapon", "xx").isEmpty)
    }

    @Test("keeps matches in order and none inside another, for random words of the vocabulary")
    func orderedAndMaximal() {
        var generator = Generator(state: 7)
        let labels = thesaurus.concepts.flatMap(\.labels).filter { $0.language == "en" }.map(\.text)
        for _ in 0..<100 {
            let text = (0..<12).map { _ in labels[generator.next(labels.count)] }.joined(separator: " ")
            let matches = recognizer.matches(in: tokens(text, "en"), language: "en")
            for (left, right) in zip(matches, matches.dropFirst()) {
                #expect(left.positions.lowerBound <= right.positions.lowerBound)
                #expect(
                    left.positions == right.positions
                        || !(left.positions.lowerBound <= right.positions.lowerBound
                            && right.positions.upperBound <= left.positions.upperBound)
                )
            }
        }
    }

    @Test("survives token records that lie")
    func hostileRecords() {
        var buffer = tokens("nuclear weapon", "en")
        buffer.records.append(
            TokenBuffer.Record(
                termOffset: .max, termLength: 255, form: .stem, position: .max, start: .max, end: 0))
        buffer.records.append(
            TokenBuffer.Record(termOffset: 0, termLength: 0, form: .exact, position: 0, start: 5, end: 1))
        #expect(!recognizer.matches(in: buffer, language: "en").isEmpty)
    }
}
