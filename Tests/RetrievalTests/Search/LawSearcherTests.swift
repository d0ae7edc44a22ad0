import Catalog
import Foundation
import Legislation
import Obligations
import Retrieval
import Testing

@Suite("Provisions are found by words, phrases, patterns, fields and filters")
struct LawSearcherTests {
    /// Invented provisions, each made to be found, or not found, by one thing.
    private static let lines:
        [(id: String, country: String, lang: String, law: String, heading: String, text: String)] = [
            (
                "en-1", "KE", "en", "Strategic Goods Act 2012", "Section 12 Export licence",
                "No person shall export listed goods without a licence issued by the Authority."
            ),
            (
                "en-2", "KE", "en", "Strategic Goods Act 2012", "Section 13 Exporters",
                "Exporters keep records of every licensed export for five years."
            ),
            (
                "en-3", "GB", "en", "Chemicals Order 1996", "Article 3 Schedules",
                "Paragraph 3(d)(ii) covers CAS 107-44-8, item 1C350, UF6 and catch_all goods under S/RES/1540."
            ),
            (
                "en-4", "GB", "en", "Nuclear Safeguards Act", "Article 4",
                "The operator accounts for nuclear material; physical protection of the material follows the plan."
            ),
            ("en-5", "GB", "en", "Nuclear Safeguards Act", "Article 5", "Protection of birds. Physical education."),
            (
                "fr-1", "FR", "fr", "Code de la défense", "Article L2342-3",
                "L'exportation de produits chimiques est soumise à l'autorisation de l'État."
            ),
            (
                "fr-2", "FR", "en", "Loi mal étiquetée", "Article 9",
                "Les transbordements d'armes biologiques sont interdits."
            ),
            ("zh-1", "CN", "zh", "核材料管理规定", "第四十八条", "主管机关应当对核材料实行许可证制度。"),
            ("zh-2", "TW", "zh-Hant", "貿易法", "第 13 條", "主管機關得管制戰略性高科技貨品之輸出。"),
            ("ja-1", "JP", "ja", "輸出管理法", "第四条", "輸出の許可を受けなければならない。"),
            (
                "ar-1", "EG", "ar", "قانون المواد الكيميائية", "المادة ٥",
                "يُحظر تصدير الأسلحة الكيميائية دون ترخيص من الهيئة."
            ),
            (
                "th-1", "TH", "th", "พระราชบัญญัติพลังงานนิวเคลียร์", "มาตรา ๒๖",
                "ห้ามมิให้ผู้ใดมีไว้ในครอบครองซึ่งวัสดุนิวเคลียร์เว้นแต่ได้รับใบอนุญาต"
            ),
            ("ko-1", "KR", "ko", "대외무역법", "제19조의4", "방사성 물질을 경유 또는 환적하려는 자는 허가를 받아야 한다."),
            (
                "ru-1", "RU", "ru", "О контроле", "Статья 7",
                "Экспортёры обязаны получать лицензии на вывоз ядерных материалов."
            ),
            (
                "de-1", "DE", "de", "Anlagenordnung", "§ 8 Personal",
                "Die Zuverlässigkeit des Personals ist Gegenstand einer Prüfung durch die Behörde."
            ),
            (
                "de-2", "DE", "de", "Anlagenordnung", "§ 9 Unterlagen",
                "Die Prüfung der Unterlagen ersetzt nicht die Zuverlässigkeit; die Behörde verlangt weitere Unterlagen."
            ),
            ("xx-1", "KE", "tlh", "Unknown tongue", "5", "Zyqqar export vuvuzelq."),
        ]

    private static let index = Result {
        try TemporaryIndex(
            lines: lines.map { line in
                let object = [
                    "id": line.id, "country": line.country, "lang": line.lang, "law": line.law,
                    "heading": line.heading, "text": line.text,
                ]
                return String(decoding: try JSONSerialization.data(withJSONObject: object), as: UTF8.self)
            })
    }

    private func found(_ question: String, limit: Int = 20) throws -> [String] {
        let request = SearchRequest(try QueryParser.parse(question), limit: limit)
        return try Self.index.get().searcher().search(request).hits.compactMap(\.record.provision.externalID)
    }

    @Test(
        "The best provision",
        arguments: [
            ("export licence", "en-1"), ("exporting licences", "en-1"), ("records exporter", "en-2"),
            ("exportations chimiques", "fr-1"), ("核材料 许可证", "zh-1"), ("主管機關 核材料", "zh-1"),
            ("主管机关 战略性高科技货品", "zh-2"), ("輸出の許可", "ja-1"), ("تصدير الاسلحه الكيميائيه", "ar-1"),
            ("ครอบครองวัสดุนิวเคลียร์", "th-1"), ("방사성물질 환적", "ko-1"), ("лицензия экспортер", "ru-1"),
            ("transbordement arme biologique", "fr-2"), ("zyqqar", "xx-1"),
            ("Zuverlässigkeitsprüfung", "de-1"),
        ])
    func best(question: String, id: String) throws {
        #expect(try found(question).first == id)
    }

    @Test(
        "References are found as they are written",
        arguments: [
            ("第四十八条", "zh-1"), ("第48条", "zh-1"), ("核材料管理规定第四十八条", "zh-1"), ("3(d)(ii)", "en-3"),
            ("CAS 107-44-8", "en-3"), ("107-44-8", "en-3"), ("1C350", "en-3"), ("uf6", "en-3"),
            ("S/RES/1540", "en-3"), ("catch_all", "en-3"), ("catch-all", "en-3"), ("L. 2342-3", "fr-1"),
            ("L2342-3", "fr-1"), ("제19조의4", "ko-1"), ("section 12", "en-1"), ("المادة 5", "ar-1"),
            ("มาตรา 26", "th-1"), ("Статья 7", "ru-1"),
        ])
    func references(question: String, id: String) throws {
        #expect(try found(question).first == id)
    }

    @Test(
        "Quoted words match exactly, bare words by stem",
        arguments: [
            ("\"export\"", ["en-1", "en-2", "xx-1"]), ("\"exporters\"", ["en-2"]), ("\"exporting\"", []),
            ("\"nuclear material\"", ["en-4"]), ("\"material nuclear\"", []), ("\"核材料实行许可证\"", ["zh-1"]),
            ("\"核材料许可证\"", []), ("\"核\"", ["zh-1"]), ("\"physical protection\"", ["en-4"]),
        ])
    func exactness(question: String, ids: [String]) throws {
        let found = try found(question)
        #expect(Set(found) == Set(ids), "found \(found)")
    }

    @Test(
        "Operators, patterns and nearness",
        arguments: [
            ("export AND licence", ["en-1"]), ("export NOT licence", ["en-2", "fr-1", "xx-1"]),
            ("protection -birds", ["en-4"]), ("physical NEAR/2 protection", ["en-4"]),
            ("physical NEAR/5 birds", ["en-5"]), ("safeg*", ["en-4", "en-5"]), ("protecton~1", ["en-4", "en-5"]),
            ("lisence~2", ["en-1"]), ("(birds OR uf6) AND (article OR paragraph)", ["en-3", "en-5"]),
            ("title:safeguards", ["en-4", "en-5"]), ("heading:exporters", ["en-1", "en-2"]),
            ("text:\"exporters\"", ["en-2"]),
            ("heading:birds", []), ("核材*", ["zh-1"]),
        ])
    func operators(question: String, ids: [String]) throws {
        let found = try found(question)
        #expect(Set(found) == Set(ids), "found \(found)")
    }

    @Test(
        "Filters restrict and do not hide",
        arguments: [
            ("country:KE", ["en-1", "en-2", "xx-1"]), ("country:Kenya export", ["en-1", "en-2", "xx-1"]),
            ("export country:KE,GB", ["en-1", "en-2", "xx-1"]), ("lang:zh", ["zh-1", "zh-2"]),
            ("lang:zh-Hant", ["zh-2"]), ("region:europe lang:en protection", ["en-4", "en-5"]),
            ("region:150 lang:ru", ["ru-1"]), ("country:FR -chimiques", ["fr-2"]), ("status:repealed", []),
            ("国家：中国", ["zh-1"]), ("país:Egipto", ["ar-1"]),
        ])
    func filters(question: String, ids: [String]) throws {
        let found = try found(question)
        #expect(Set(found) == Set(ids), "found \(found)")
    }

    @Test(
        "Names that do not exist are told with what was probably meant",
        arguments: [
            ("obligation:op3cd.transitt", "op3cd.transit"), ("obligation:op9", ""), ("country:QQ", ""),
            ("region:atlantis", ""),
        ])
    func unknownNames(question: String, suggestion: String) throws {
        let error = try #require(throws: RetrievalError.self) { try found(question) }
        #expect((error.suggestion ?? "").hasPrefix(suggestion))
        #expect(!error.message.isEmpty)
    }

    @Test("Obligations rank by confidence and narrow by weapon")
    func obligations() throws {
        let exports = try found("obligation:op3cd.export-legislation")
        #expect(exports.contains("en-1"))
        let chemical = try found("weapon:chemical")
        #expect(chemical.contains("ar-1") || chemical.contains("fr-1"))
        let request = SearchRequest(try QueryParser.parse("obligation:op3cd.*"), limit: 20)
        let hits = try Self.index.get().searcher().search(request).hits
        #expect(!hits.isEmpty)
        for hit in hits { #expect(hit.cells.contains { $0.cell.code.rawValue.hasPrefix("op3cd.") }) }
        #expect(hits.map(\.score) == hits.map(\.score).sorted(by: >))
    }

    @Test("Counts of all matches agree with the matches")
    func facets() throws {
        var request = SearchRequest(try QueryParser.parse("export"), limit: 1)
        request.wantsFacets = true
        let result = try Self.index.get().searcher().search(request)
        #expect(result.hits.count == 1)
        #expect(result.total == (try found("export").count))
        let facets = try #require(result.facets)
        #expect(facets.countries.reduce(0) { $0 + $1.count } == result.total)
        #expect(facets.languages.reduce(0) { $0 + $1.count } == result.total)
        #expect(facets.countries.first?.value == "KE" && facets.countries.first?.count == 3)
    }

    @Test(
        "Passages show the words that were found",
        arguments: [
            ("exporting", "export"), ("chimique", "chimiques"), ("主管機關", "主管机关"), ("الاسلحه", "الأسلحة"),
            ("환적", "환적하려는"),
        ])
    func highlights(question: String, word: String) throws {
        let request = SearchRequest(try QueryParser.parse(question), limit: 3)
        let hits = try Self.index.get().searcher().search(request).hits
        let shown = hits.compactMap(\.snippet).flatMap { snippet in
            let bytes = Array(snippet.text.utf8)
            return snippet.highlights.map { String(decoding: bytes[$0], as: UTF8.self) }
        }
        #expect(shown.contains { $0.contains(word) || word.contains($0) }, "\(shown)")
    }

    @Test("Options restrict a question without changing how it ranks")
    func restriction() throws {
        var request = SearchRequest(try QueryParser.parse("export licence"), limit: 20)
        request.restrict([.country(["KE"])])
        let hits = try Self.index.get().searcher().search(request).hits
        #expect(hits.map(\.record.provision.externalID) == ["en-1", "en-2", "xx-1"])
    }
}
