import Testing
import TextAnalysis

@testable import Obligations

@Suite("Classification of provisions")
struct ObligationClassifierTests {
    let matrix: ObligationMatrix
    let thesaurus: Thesaurus
    let classifier: ObligationClassifier

    init() throws {
        matrix = try ObligationMatrix()
        thesaurus = try Thesaurus()
        classifier = try ObligationClassifier(matrix: matrix, thesaurus: thesaurus)
    }

    private func classify(_ title: String, _ heading: String, _ text: String, _ language: String) -> [CellScore] {
        classifier.classify(
            title: tokens(title, language), heading: tokens(heading, language), text: tokens(text, language),
            language: language)
    }

    /// Invented provisions: language, title, heading, text, and a cell that each serves.
    static let examples: [(String, String, String, String, String)] = [
        (
            "en", "Strategic Goods Act", "Transit", "No strategic goods pass in transit without a licence.",
            "op3cd.transit/NW/framework"
        ),
        (
            "en", "Weapons Act", "Offences",
            "Whoever makes or comes to possess a biological weapon is liable on conviction to imprisonment.",
            "op2.possess/BW/enforcement"
        ),
        ("en", "Trade Act", "Brokers", "Brokering of dual-use goods needs a licence.", "op3cd.brokering/CW/framework"),
        (
            "fr", "Loi sur les biens à double usage", "Utilisateur final",
            "Le certificat d'utilisation finale accompagne la demande de licence.", "op3cd.end-user/BW/framework"
        ),
        (
            "fr", "Loi nucléaire", "Protection",
            "La protection physique des matières nucléaires incombe à l'exploitant.",
            "op3ab.physical-protection/NW/framework"
        ),
        (
            "es", "Ley de comercio", "Reexportación",
            "La reexportación de productos de doble uso requiere autorización previa.", "op3cd.re-export/NW/framework"
        ),
        (
            "es", "Ley penal", "Delitos", "Quien decida fabricar un arma química sufrirá pena de prisión.",
            "op2.manufacture/CW/enforcement"
        ),
        (
            "ru", "Закон об экспорте", "Конечный пользователь",
            "Товары двойного назначения: конечный пользователь подтверждает использование.",
            "op3cd.end-user/CW/framework"
        ),
        (
            "ru", "Закон", "Запрет", "Запрещается производство, если создаётся химическое оружие.",
            "op2.manufacture/CW/framework"
        ),
        ("zh", "战略物资条例", "过境", "两用物项过境应当取得许可证。", "op3cd.transit/BW/framework"),
        ("zh", "刑事法", "处罚", "制造生物武器的，处有期徒刑。", "op2.manufacture/BW/enforcement"),
        (
            "ar", "قانون السلع الاستراتيجية", "عبور", "سلع استراتيجية في عبور تحتاج إلى ترخيص",
            "op3cd.transit/NW/framework"
        ),
        ("ar", "قانون", "حظر", "يحظر إنتاج أسلحة كيميائية", "op2.manufacture/CW/framework"),
    ]

    @Test("finds the obligation of invented provisions in six languages", arguments: examples)
    func example(language: String, title: String, heading: String, text: String, cell: String) throws {
        let scores = classify(title, heading, text, language)
        let score = try #require(scores.first { $0.cell.description == cell }, "\(scores.map(\.cell.description))")
        #expect(score.confidence > 0.3)
    }

    @Test(
        "counts nothing as given for provisions without any obligation",
        arguments: [
            ("en", "The Board meets four times a year and keeps its seat in the capital."), ("en", ""),
            ("fr", "Le président fixe l'ordre du jour."), ("zh", "委员会每年召开四次会议。"), ("ru", "Совет собирается ежегодно."),
        ])
    func nothing(language: String, text: String) {
        #expect(classify("", "", text, language).allSatisfy { $0.confidence < 0.3 })
    }

    @Test("gives nothing for a title alone")
    func titleAlone() {
        #expect(classify("Chemical Weapons Prohibition and Export Licence Act", "", "", "en").isEmpty)
    }

    @Test("keeps to the weapon type of which the provision speaks")
    func weapons() {
        let scores = classify("", "", "It is prohibited to stockpile a chemical weapon.", "en")
        let weapons = Set(scores.filter { $0.cell.code.rawValue == "op2.stockpile" }.map(\.cell.weapon))
        #expect(weapons == [.chemical])
    }

    @Test(
        "gives only cells of the matrix, at most eight rows, confidences in order between 0 and 1, and always the same")
    func properties() {
        var generator = Generator(state: 2004)
        let labels = thesaurus.concepts.flatMap(\.labels).filter { $0.language == "en" }.map(\.text)
        func words(_ count: Int) -> String {
            (0..<count).map { _ in labels[generator.next(labels.count)] }.joined(separator: " of ")
        }
        for _ in 0..<200 {
            let (title, heading, text) = (words(2), words(2), words(25))
            let scores = classify(title, heading, text, "en")
            #expect(scores == classify(title, heading, text, "en"))
            #expect(Set(scores.map(\.cell.code)).count <= ObligationClassifier.maximumCodes)
            #expect(Set(scores.map(\.cell)).count == scores.count)
            for score in scores {
                #expect((ObligationClassifier.minimumConfidence...1).contains(score.confidence))
                #expect(matrix.row(score.cell.code) != nil)
            }
            for (left, right) in zip(scores, scores.dropFirst()) { #expect(left.confidence >= right.confidence) }
        }
    }

    @Test("explains each row by names in the text")
    func explanation() throws {
        let text = "Transit of dual-use goods needs a licence."
        let buffer = tokens(text, "en")
        let evidence = classifier.explain(title: TokenBuffer(), heading: TokenBuffer(), text: buffer, language: "en")
        let transit = try #require(evidence.first { $0.code.rawValue == "op3cd.transit" })
        let names = transit.mentions.map { mention in
            String(
                decoding: Array(text.utf8)[Int(mention.range.lowerBound)..<Int(mention.range.upperBound)], as: UTF8.self
            )
        }
        #expect(names.contains("Transit") && names.contains("dual-use goods"))
        let explanation = classifier.explanation(
            title: TokenBuffer(), heading: TokenBuffer(), text: buffer, language: "en")
        #expect(explanation.rows.flatMap(\.cells).count == classify("", "", text, "en").count)
        let row = try #require(explanation.rows.first { $0.code.rawValue == "op3cd.transit" })
        #expect(!row.evidence.isEmpty && row.rules > 0)
        for reason in explanation.rows.flatMap(\.reasons) {
            for mention in reason.mentions { #expect(Int(mention.range.upperBound) <= text.utf8.count) }
        }
        // The largest reason comes first.
        for row in explanation.rows {
            for (left, right) in zip(row.reasons, row.reasons.dropFirst()) {
                #expect(abs(left.contribution) >= abs(right.contribution))
            }
        }
    }

    @Test("sees through words where the thesaurus has few names")
    func translatedWords() throws {
        // Latvian: "nuclear material" is a name in the thesaurus or is found by its two words.
        let parts = classifier.evidence
        #expect(parts.recognizer.namesFew(in: "lv"))
        #expect(!parts.recognizer.namesFew(in: "en"))
        let seen = try #require(
            parts.evidence(
                title: TokenBuffer(), heading: TokenBuffer(),
                text: tokens("Kodolmateriālu eksports bez licences", "lv"), language: "lv"))
        #expect(!seen.words.text.isEmpty)
        #expect(thesaurus.index(of: "export").map(seen.profile.body.contains) == true)
    }

    @Test("serves many threads at once with the same result")
    func threads() async {
        let expected = classify("", "Transit", "Transit of dual-use goods needs a licence.", "en")
        await withTaskGroup(of: [CellScore].self) { group in
            for _ in 0..<16 {
                group.addTask { classify("", "Transit", "Transit of dual-use goods needs a licence.", "en") }
            }
            for await scores in group { #expect(scores == expected) }
        }
    }

    @Test(
        "names file and line of a faulty rule",
        arguments: [
            "rule\top9.none\tall\tauto\t0.5\texport", "rule\top2.use\tall\tauto\t2\texport",
            "rule\top2.use\tXW\tauto\t0.5\texport", "rule\top2.use\tall\tsometimes\t0.5\texport",
            "rule\top2.use\tall\tauto\t0.5\tno-such-concept", "rule\top2.use\tall\tauto\t0.5\t@none",
            "rule\top2.use\tall\tauto\t0.5\t!export", "contexts\tnone", "contexts", "nonsense",
            "rule\top2.use\tall\tauto\t0.5\t", "set\ta", "rule\top2.use\tall\tauto\tnan\texport",
        ])
    func faultyRule(line: String) throws {
        let error = try #require(throws: ResourceError.self) {
            try RuleTable(text: "# rules\n" + line, matrix: matrix, thesaurus: thesaurus)
        }
        #expect(error.line == 2)
        #expect(error.name == RuleTable.fileName)
    }
}
