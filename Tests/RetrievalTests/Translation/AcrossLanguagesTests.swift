import Catalog
import Foundation
import Legislation
import Testing

@testable import Retrieval

@Suite("Questions across languages")
struct AcrossLanguagesTests {
    private static let lines: [String] = [
        #"{"id":"en1","country":"KE","lang":"en","law":"Export Act","heading":"Refusal","text":"The authority may refuse an export licence for military goods."}"#,
        #"{"id":"en2","country":"KE","lang":"en","law":"Fisheries Act","heading":"Boats","text":"Every fishing boat shall carry a lantern at night and keep a log of its catch."}"#,
        #"{"id":"de1","country":"DE","lang":"de","law":"Ausfuhrgesetz","heading":"Versagung","text":"Die Ausfuhrgenehmigung kann versagt werden, wenn Güter für Waffen bestimmt sind."}"#,
        #"{"id":"de2","country":"DE","lang":"de","law":"Fischereigesetz","heading":"Boote","text":"Jedes Fischerboot führt nachts eine Laterne und ein Buch über den Fang."}"#,
        #"{"id":"fr1","country":"FR","lang":"fr","law":"Loi sur les exportations","heading":"Refus","text":"L'autorité peut refuser la licence d'exportation de matériels de guerre."}"#,
        #"{"id":"fr2","country":"FR","lang":"fr","law":"Loi sur la pêche","heading":"Bateaux","text":"Tout bateau de pêche porte une lanterne la nuit et tient un registre de ses prises."}"#,
        #"{"id":"zh1","country":"CN","lang":"zh","law":"出口管制条例","heading":"拒绝","text":"主管部门可以拒绝颁发军品出口许可证。"}"#,
        #"{"id":"zh2","country":"CN","lang":"zh","law":"渔业法","heading":"船舶","text":"渔船夜间应当悬挂灯笼并记录渔获。"}"#,
        #"{"id":"ru1","country":"RU","lang":"ru","law":"Закон об экспорте","heading":"Отказ","text":"Орган вправе отказать в выдаче лицензии на экспорт продукции военного назначения."}"#,
        #"{"id":"ru2","country":"RU","lang":"ru","law":"Закон о рыболовстве","heading":"Суда","text":"Каждое рыболовное судно несёт ночью фонарь и ведёт журнал улова."}"#,
    ]
    private static let index = Result { try TemporaryIndex(lines: lines) }

    private func hits(_ question: String, _ languages: ResultLanguages, language: String? = nil) throws -> [SearchHit] {
        var request = SearchRequest(QueryParser.plain(question), limit: 10, language: language)
        request.resultsIn = languages
        return try Self.index.get().searcher().search(request).hits
    }

    private func ids(_ hits: [SearchHit]) -> [String] { hits.map { $0.record.provision.externalID ?? "" } }

    @Test(
        "A question finds the provisions of all languages that answer it before any that does not",
        arguments: [
            ("refusal of an export licence", "en"), ("refus de la licence d'exportation", "fr"), ("拒绝出口许可证", "zh"),
            ("отказ в лицензии на экспорт", "ru"),
        ])
    func findsAll(question: String, language: String) throws {
        let found = ids(try hits(question, .any, language: language))
        #expect(Set(found.prefix(5)) == ["en1", "de1", "fr1", "zh1", "ru1"], "\(found)")
    }

    @Test("The question's own language comes first unless all are wanted alike")
    func ownFirst() throws {
        #expect(ids(try hits("export licence", .ownFirst, language: "en")).first == "en1")
    }

    @Test("Same language only")
    func same() throws {
        let found = try hits("export licence refusal", .same, language: "en")
        #expect(!found.isEmpty)
        #expect(found.allSatisfy { $0.record.law.law.language.primary == "en" && $0.translations.isEmpty })
    }

    @Test("One other language only", arguments: [("de", "de1"), ("zh", "zh1"), ("ru", "ru1"), ("fr", "fr1")])
    func other(language: String, id: String) throws {
        let found = try hits("export licence refusal", .only(language), language: "en")
        #expect(ids(found).first == id)
        #expect(found.allSatisfy { $0.record.law.law.language.primary == language })
    }

    @Test("A hit in another language tells by which words it was reached; one in the question's own does not")
    func traces() throws {
        let found = try hits("export licence refusal", .any, language: "en")
        for hit in found where hit.record.provision.externalID?.hasSuffix("1") == true {
            let language = hit.record.law.law.language.primary
            if language == "en" {
                #expect(hit.translations.isEmpty)
            } else {
                #expect(!hit.translations.isEmpty)
                #expect(hit.translations.allSatisfy { $0.language == language })
            }
        }
        let german = found.first { $0.record.provision.externalID == "de1" }
        #expect(german?.translations.contains { $0.translation.lowercased() == "ausfuhrgenehmigung" } == true)
    }

    @Test(
        "A word is no reason for a hit where it, or its translation, stands in nearly all provisions of its language",
        arguments: [("Le bateau de la commune", "渔船"), ("Bateau communal", "第一号的渔船")])
    func functionWords(french: String, chinese: String) throws {
        var lines = Self.lines
        for number in 0..<220 {
            lines.append(
                #"{"id":"f\#(number)","country":"FR","lang":"fr","law":"Code rural","text":"\#(french) \#(number)."}"#)
            lines.append(
                #"{"id":"z\#(number)","country":"CN","lang":"zh","law":"渔业法","text":"\#(chinese)\#(number)。"}"#)
        }
        lines.append(#"{"id":"z","country":"CN","lang":"zh","law":"出口管制条例","text":"军品的出口许可证可以拒绝颁发。"}"#)
        var request = SearchRequest(QueryParser.plain("refus de la licence d'exportation"), limit: 10, language: "fr")
        request.resultsIn = .any
        let hits = try TemporaryIndex(lines: lines).searcher().search(request).hits
        let hit = try #require(hits.first { $0.record.provision.externalID == "z" })
        #expect(hit.translations.contains { $0.original == "licence" || $0.original == "exportation" })
        #expect(!hit.translations.contains { $0.translation == "的" }, "\(hit.translations)")
        let passage = try #require(hit.snippet)
        let bytes = Array(passage.text.utf8)
        #expect(!passage.highlights.contains { String(decoding: bytes[$0], as: UTF8.self) == "的" })
    }

    @Test("Many translations of one word weigh no more than the best of them")
    func synonyms() throws {
        let index = try TemporaryIndex(lines: [
            #"{"id":"many","country":"DE","lang":"de","law":"Gesetz eins","heading":"","text":"Die Genehmigung, die Erlaubnis, die Bewilligung und die Zulassung hängen im Büro."}"#,
            #"{"id":"both","country":"DE","lang":"de","law":"Gesetz zwei","heading":"","text":"Die Genehmigung für Güter, die zur Ausfuhr bestimmt sind, hängt im Büro."}"#,
            #"{"id":"boat","country":"DE","lang":"de","law":"Gesetz drei","heading":"","text":"Jedes Fischerboot führt nachts eine Laterne und ein Buch über den Fang."}"#,
            #"{"id":"port","country":"DE","lang":"de","law":"Gesetz vier","heading":"","text":"Der Hafen wird am Abend geschlossen und am Morgen wieder geöffnet."}"#,
        ])
        var request = SearchRequest(QueryParser.plain("export licence"), limit: 2, language: "en")
        request.resultsIn = .any
        let found = ids(try index.searcher().search(request).hits)
        #expect(found == ["both", "many"])
    }

    @Test("A passage shows the question's words, and translations in texts of their own language only")
    func highlights() throws {
        let index = try TemporaryIndex(lines: [
            #"{"id":"1","country":"KE","lang":"en","law":"Ports Act","heading":"","text":"An inspection of the port is made where officers control the gate."}"#,
            #"{"id":"2","country":"FR","lang":"fr","law":"Loi sur les ports","heading":"","text":"Le contrôle du port est fait par les agents."}"#,
        ])
        var request = SearchRequest(QueryParser.plain("inspection"), limit: 2, language: "en")
        request.resultsIn = .any
        let hits = try index.searcher().search(request).hits
        let shown = Dictionary(
            uniqueKeysWithValues: hits.map { hit in
                let text = Array(hit.snippet?.text.unicodeScalars ?? "".unicodeScalars)
                let words = (hit.snippet?.ranges(in: .scalars) ?? []).map { range in
                    var word = String.UnicodeScalarView()
                    word.append(contentsOf: text[range])
                    return String(word)
                }
                return (hit.record.provision.externalID, words)
            })
        #expect(shown["1"] == ["inspection"])
        #expect(shown["2"] == ["contrôle"])
    }

    @Test(
        "A passage does not show the articles and prepositions of a question, unless it has nothing else",
        arguments: [
            ("contrôle de la pêche", ["contrôle", "pêche"]), ("de la", ["de", "la", "de", "la"]),
            ("\"contrôle de la pêche\"", ["contrôle", "de", "la", "pêche", "de", "la"]),
        ])
    func articles(question: String, shown: [String]) throws {
        let hits = try Self.coasts.get().searcher().search(
            SearchRequest(try QueryParser.parse(question), limit: 1, language: "fr")
        ).hits
        let passage = try #require(hits.first?.snippet)
        let bytes = Array(passage.text.utf8)
        #expect(passage.highlights.map { String(decoding: bytes[$0], as: UTF8.self) } == shown)
    }

    @Test("A word that is common in another language only is shown")
    func commonElsewhere() throws {
        var lines = [
            #"{"id":"no","country":"NO","lang":"nb","law":"Lov","heading":"","text":"Transport av farlig gods krever tillatelse."}"#
        ]
        for number in 0..<210 {
            lines.append(
                #"{"id":"n\#(number)","country":"NO","lang":"nb","law":"Lov","heading":"","text":"Båten skal ha lys nummer \#(number) om natten."}"#
            )
            lines.append(
                #"{"id":"f\#(number)","country":"FR","lang":"fr","law":"Loi","heading":"","text":"Le transport numéro \#(number) est libre."}"#
            )
        }
        let request = SearchRequest(try QueryParser.parse("transport farlig"), limit: 1, language: "nb")
        let passage = try #require(try TemporaryIndex(lines: lines).searcher().search(request).hits.first?.snippet)
        #expect(passage.highlights.count == 2)
    }

    /// A provision on fishing, and many that say nothing but that they are of the coast.
    private static let coasts = Result {
        try TemporaryIndex(
            lines: [
                #"{"id":"fish","country":"FR","lang":"fr","law":"Loi","heading":"","text":"Le contrôle de la pêche appartient au préfet de la côte."}"#
            ]
                + (0..<300).map {
                    #"{"id":"\#($0)","country":"FR","lang":"fr","law":"Loi","heading":"","text":"Les abords de la côte restent libres sur \#($0) mètres, afin que chacun puisse y passer sans entrave."}"#
                })
    }

    @Test("What is quoted is not translated")
    func quoted() throws {
        var request = SearchRequest(try QueryParser.parse("\"export licence\""), limit: 10, language: "en")
        request.resultsIn = .any
        #expect(ids(try Self.index.get().searcher().search(request).hits) == ["en1"])
    }

    @Test(
        "Languages are read as they are typed",
        arguments: [
            ("any", ResultLanguages.any), ("SAME", .same), ("own-first", .ownFirst), ("fr", .only("fr")),
            ("zh-Hant", .only("zh-Hant")),
        ])
    func reading(text: String, languages: ResultLanguages) { #expect(ResultLanguages(text) == languages) }

    @Test("What is no language is refused", arguments: ["", "f", "12", "french", "fr-", "fr_FR", "é"])
    func refused(text: String) { #expect(ResultLanguages(text) == nil) }
}
