import Foundation
import Legislation
import Testing

/// The model act of `corpus/`, read as any law is.
@Suite("The model act says the same in six languages")
struct CorpusParallelTests {
    private static let languages = ["ar", "zh", "en", "fr", "ru", "es"]

    private struct Expression {
        var laws: [Law] = []
        var provisions: [Provision] = []
    }

    private static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        .appendingPathComponent("../../corpus/model-act").standardizedFileURL

    private func read(_ language: String) throws -> Expression {
        var expression = Expression()
        try LegislationReader().read(
            Self.folder.appendingPathComponent("\(language).xml"),
            onLaw: { expression.laws.append($0) }, onProvision: { expression.provisions.append($0) })
        return expression
    }

    @Test("Every language has the provisions of the English text, with the same tags", arguments: languages)
    func parallel(language: String) throws {
        let (english, other) = (try read("en"), try read(language))
        #expect(english.provisions.count >= 40)
        #expect(other.provisions.map(\.eId) == english.provisions.map(\.eId))
        #expect(other.provisions.map(\.kind) == english.provisions.map(\.kind))
        #expect(other.provisions.map(\.obligationTags) == english.provisions.map(\.obligationTags))
        #expect(other.provisions.map(\.path.count) == english.provisions.map(\.path.count))
        #expect(other.laws.first?.work == english.laws.first?.work)
    }

    @Test("It is marked as a model and as the law of no State", arguments: languages)
    func model(language: String) throws {
        let expression = try read(language)
        let law = try #require(expression.laws.first)
        #expect(expression.laws.count == 1)
        #expect(law.authenticity == .model)
        #expect(law.jurisdiction == .unitedNations)
        #expect(law.language.primary == language)
    }

    @Test(
        "Each text is in its own script, and no provision is empty or was left in English",
        arguments: [("ar", "\\p{Arabic}"), ("zh", "\\p{Han}"), ("ru", "\\p{Cyrillic}")])
    func script(language: String, pattern: String) throws {
        let letters = try NSRegularExpression(pattern: "\\p{L}")
        let own = try NSRegularExpression(pattern: pattern)
        for provision in try read(language).provisions {
            let text = (provision.heading ?? "") + provision.text
            let range = NSRange(text.startIndex..., in: text)
            let share =
                Double(own.numberOfMatches(in: text, range: range))
                / Double(max(1, letters.numberOfMatches(in: text, range: range)))
            #expect(share > 0.97, "\(provision.eId)")
        }
    }

    @Test("Every part of the resolution is served")
    func coverage() throws {
        let codes = Set(try read("en").provisions.flatMap { $0.obligationTags.map(\.code) })
        for prefix in ["op2.", "op3ab.", "op3cd.", "op678."] { #expect(codes.contains { $0.hasPrefix(prefix) }) }
        #expect(codes.count >= 60)
    }
}
