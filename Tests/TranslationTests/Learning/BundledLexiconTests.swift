import Testing
import TextAnalysis

@testable import Translation

@Suite("The learned lexicon that comes with the program")
struct BundledLexiconTests {
    private static let pairs = (try? LearnedLexicon.bundled().pairs) ?? []

    @Test("Every two languages of the model texts have a file")
    func complete() { #expect(Self.pairs.count == 15) }

    @Test("A file is sound, and its stems are those that the analyzer makes today", arguments: pairs)
    func sound(pair: LearnedLexicon.Pair) throws {
        let description = try LearnedLexicon.bundled().description(of: pair)
        #expect(description.count > 500)
        #expect(
            description.analysisVersion == Analyzer.version,
            "the analysis has changed: learn the lexicon again, as benchmarks/LexiconLearning/README.md says")
        #expect(description.provenance.contains("IBM Model 1"))
    }

    @Test(
        "Words of law have the translation that a lawyer expects, both ways",
        arguments: [
            ("offence", "infraction", "fr"), ("export", "exportation", "fr"), ("minister", "ministre", "fr"),
            ("licence", "licence", "fr"), ("export", "exportación", "es"), ("export", "экспорт", "ru"),
            ("transit", "транзит", "ru"), ("transit", "过境", "zh"), ("export", "تصدير", "ar"),
        ])
    func words(english: String, other: String, language: String) throws {
        func stem(_ word: String, _ language: String) -> String {
            var buffer = TokenBuffer()
            Analyzer(language: language).analyze(word, into: &buffer)
            return buffer.records.first { $0.form == .stem }.map { buffer.term(of: $0) } ?? ""
        }
        let lexicon = try LearnedLexicon.bundled()
        let (one, two) = (stem(english, "en"), stem(other, language))
        #expect(try lexicon.translations(of: one, from: "en", to: language).prefix(2).contains { $0.stem == two })
        #expect(try lexicon.translations(of: two, from: language, to: "en").prefix(2).contains { $0.stem == one })
    }
}
