import Foundation
import Legislation
import Testing

/// A defined term is rendered the same way throughout.
///
/// Where an article's English text holds a term that the same text, or the Non-Proliferation Act, defines, the article
/// in another language must hold the word that the definition has there. Words are compared by their beginnings, which
/// leaves room for endings; Arabic without the article, Chinese as it stands.
@Suite("The terms of the model texts")
struct CorpusTerminologyTests {
    /// Where grammar hides a term: other forms that count as the term, and why.
    private static let forms: [(language: String, english: String, forms: [String], reason: String)] = [
        ("ar", "biological weapon", ["الأسلحة البيولوجية"], "broken plural"),
        ("ar", "chemical weapon", ["الأسلحة الكيميائية"], "broken plural"),
        ("ar", "nuclear weapon", ["الأسلحة النووية"], "broken plural"),
        ("ar", "prohibited weapon", ["أسلحة محظورة"], "broken plural"),
        ("ar", "controlled item", ["الأصناف الخاضعة للرقابة"], "broken plural"),
        ("ar", "free zone", ["المناطق الحرة"], "broken plural"),
        ("ar", "listed agent", ["العوامل المدرجة"], "broken plural"),
        ("ar", "means of delivery", ["وسائل الإيصال"], "broken plural"),
        ("ar", "plant site", ["المواقع المصنعية"], "broken plural"),
        ("ar", "precursor", ["السلائف"], "broken plural"),
        ("ar", "radioactive source", ["المصادر المشعة"], "broken plural"),
        ("ar", "scheduled chemical", ["المواد الكيميائية المجدولة"], "broken plural"),
        ("ar", "toxic chemical", ["المواد الكيميائية السامة"], "broken plural"),
        ("ar", "export", ["يصدر", "صادرات", "صدر"], "the verb, and the plural of what is exported"),
        ("es", "export", ["exportar"], "the verb"),
        ("es", "re-export", ["reexportar"], "the verb"),
        ("fr", "export", ["exporter"], "the verb"),
        ("fr", "re-export", ["réexporter"], "the verb"),
        ("ar", "holder", ["صاحب الترخيص"], "holder of a licence, in the words of the Non-Proliferation Act"),
        ("es", "holder", ["titular"], "holder of a licence, in the words of the Non-Proliferation Act"),
        ("fr", "holder", ["titulaire"], "holder of a licence, in the words of the Non-Proliferation Act"),
    ]

    let family: ModelFamily

    init() throws { family = try ModelFamily(folder: CorpusFamilyTests.folder, languages: CorpusFamilyTests.languages) }

    @Test("are the same words in every article", arguments: CorpusFamilyTests.languages.dropFirst())
    func sameRendering(language: String) throws {
        let place = try #require(CorpusFamilyTests.languages.firstIndex(of: language))
        let general = try #require(family.members.first { $0.name == "model-act" })
        var compared = 0
        for member in family.members {
            let sources = member.name == general.name ? [member] : [general, member]
            let terms = sources.flatMap { Self.terms($0.texts[0], $0.texts[place]) }
            for (english, other) in zip(member.texts[0].articles, member.texts[place].articles) {
                let (source, text) = (Self.words(of: english), Self.words(of: other))
                let words = Self.words(text)
                for (term, rendering) in terms where Self.holds(source, term) {
                    compared += 1
                    let more = Self.forms.filter { $0.language == language && $0.english == term }.flatMap(\.forms)
                    #expect(
                        ([rendering] + more).contains { Self.isUsed($0, in: text, words, language) },
                        "\(member.name)/\(language).xml \(other.eId): '\(term)' is '\(rendering)' where it is defined")
                }
            }
        }
        #expect(compared > 400)
    }

    @Test("are defined once in a text")
    func definedOnce() {
        for text in family.members.compactMap(\.texts.first) {
            let terms = text.articles.flatMap(\.clauses).flatMap(\.definitions)
            #expect(Set(terms).count == terms.count, "\(text.law.expression)")
        }
    }

    /// Defined terms in English and another language.
    private static func terms(_ english: ModelText, _ other: ModelText) -> [(String, String)] {
        zip(english.articles, other.articles).flatMap { article, twin in
            zip(article.clauses, twin.clauses).flatMap { Array(zip($0.definitions, $1.definitions)) }
        }
    }

    private static func words(of article: ModelArticle) -> String {
        ([article.heading] + article.clauses.map(\.text)).joined(separator: " ")
    }

    /// Whether English words are in a text, as they are or with the s of a plural. A term with a capital is a name.
    private static func holds(_ text: String, _ term: String) -> Bool {
        let isName = term.first?.isUppercase == true
        let pattern =
            "\\b" + NSRegularExpression.escapedPattern(for: term).replacingOccurrences(of: " ", with: "\\s+")
            + (isName ? "\\b" : "s?\\b")
        return text.range(of: pattern, options: isName ? [.regularExpression] : [.regularExpression, .caseInsensitive])
            != nil
    }

    private static func isUsed(_ term: String, in text: String, _ words: [String], _ language: String) -> Bool {
        if language == "zh" { return text.contains(term) }
        return Self.words(term).filter { $0.count > 2 }.map { stem($0, language) }.allSatisfy { stem in
            words.contains { language == "ar" ? $0.contains(stem) : $0.hasPrefix(stem) }
        }
    }

    /// Words in small letters, without marks: Arabic letters that carry them become plain.
    private static func words(_ text: String) -> [String] {
        var plain = String.UnicodeScalarView()
        for scalar in text.lowercased().decomposedStringWithCanonicalMapping.unicodeScalars
        where scalar.properties.generalCategory != .nonspacingMark && scalar != "\u{640}" { plain.append(scalar) }
        return String(plain).split { !$0.isLetter && !$0.isNumber }.map(String.init)
    }

    /// The beginning of a word that its endings leave alone.
    private static func stem(_ word: String, _ language: String) -> String {
        guard language == "ar" else { return String(word.prefix(max(3, word.count - 3))) }
        let article = ["وال", "بال", "لل", "ال"].first { word.hasPrefix($0) && word.count - $0.count >= 3 } ?? ""
        let bare = word.dropFirst(article.count)
        return String(bare.prefix(max(3, bare.count - 2)))
    }
}
