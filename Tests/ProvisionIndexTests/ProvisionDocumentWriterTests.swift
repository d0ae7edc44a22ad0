import InvertedIndex
import Legislation
import Obligations
import ProvisionIndex
import Testing

@Suite("Provisions as documents of the index")
struct ProvisionDocumentWriterTests {
    private static func law(
        _ country: String, _ language: String, _ title: String, year: String? = nil, status: LawStatus = .unknown
    ) throws -> Law {
        Law(
            work: "/akn/\(country.lowercased())/act/\(title.count)", jurisdiction: try Jurisdiction(code: country),
            language: try LanguageTag(language), title: title, enacted: year, status: status)
    }

    private static func sample() throws -> SmallProvisionIndex {
        let kenya = try law("KE", "en", "Anthrax Control Act", year: "2011", status: .inForce)
        let france = try law("FR", "fr", "Code des toxines", year: "1998-03-02", status: .repealed)
        let taiwan = try law("TW", "zh-Hant", "毒素管制法")
        return try SmallProvisionIndex([
            (
                kenya, nil,
                Provision(
                    eId: "sec_1", kind: .section, number: "1", heading: "Licences", path: ["Part II Registration"],
                    text: "An exporter shall keep ledgers.")
            ),
            (
                kenya, nil,
                Provision(eId: "sched_1", kind: .schedule, heading: "Listed agents", text: "Ricin; saxitoxin.")
            ),
            (
                france, nil,
                Provision(eId: "art_7", kind: .article, number: "7", text: "Les marchandises sont saisies.")
            ),
            (taiwan, nil, Provision(eId: "art_3", kind: .article, number: "三", text: "禁止輸出毒素。")),
        ])
    }

    @Test("a word is found in the field it stands in and in no other")
    func fields() throws {
        let index = try Self.sample()
        #expect(try index.found(.exact, "ledgers") == [1])
        #expect(try index.found(.exact, "ledgers", in: .text) == [1])
        #expect(try index.found(.exact, "ledgers", in: [.heading, .title]).isEmpty)
        #expect(try index.found(.exact, "licences", in: .heading) == [1])
        #expect(try index.found(.exact, "registration", in: .heading) == [1], "headings above count")
        #expect(try index.found(.exact, "anthrax", in: .title) == [1, 2])
        #expect(try index.found(.exact, "anthrax", in: [.text, .heading]).isEmpty)
        #expect(try index.found(.exact, "section", in: .heading) == [1], "the label is part of the heading")
        #expect(try index.found(.exact, "7", in: .heading) == [3])
    }

    @Test("stems stand in their own space")
    func stems() throws {
        let index = try Self.sample()
        #expect(try index.found(.stem, "ledger") == [1])
        #expect(try index.found(.exact, "ledger").isEmpty)
    }

    @Test("Chinese text is found by pairs of characters, its article by either numeral")
    func chinese() throws {
        let index = try Self.sample()
        #expect(try !index.found(.exact, "毒素", in: .text).isEmpty || !index.found(.stem, "毒素", in: .text).isEmpty)
        #expect(try index.found(.exact, "3", in: .heading) == [4])
    }

    @Test("filters: country, language with and without script, region, status, kind")
    func filters() throws {
        let index = try Self.sample()
        #expect(try index.filtered(FilterKeyword.country("KE")) == [1, 2])
        #expect(try index.filtered(FilterKeyword.country("ke")).isEmpty)
        #expect(try index.filtered(FilterKeyword.language("fr")) == [3])
        #expect(try index.filtered(FilterKeyword.language("zh-Hant")) == [4])
        #expect(try index.filtered(FilterKeyword.language("zh")) == [4])
        #expect(try index.filtered(FilterKeyword.region("002")) == [1, 2], "Africa")
        #expect(try index.filtered(FilterKeyword.region("150")) == [3], "Europe")
        #expect(try index.filtered(FilterKeyword.status("in-force")) == [1, 2])
        #expect(try index.filtered(FilterKeyword.status("repealed")) == [3])
        #expect(try index.filtered(FilterKeyword.status("unknown")) == [4])
        #expect(try index.filtered(FilterKeyword.kind("schedule")) == [2])
        #expect(try index.filtered(FilterKeyword.kind("article")) == [3, 4])
    }

    @Test("columns hold country, language, status and year; an unknown year is 0")
    func columns() throws {
        let index = try Self.sample()
        var rows: [UInt64: [String]] = [:]
        index.searcher.forEachLiveDocument(column: ProvisionSchema.ColumnName.provision) { document, id in
            let names = [
                ProvisionSchema.ColumnName.country, ProvisionSchema.ColumnName.language,
                ProvisionSchema.ColumnName.status,
            ]
            let year = index.searcher.number(ProvisionSchema.ColumnName.year, of: document).map(String.init)
            rows[id] = names.map { index.searcher.keyword($0, of: document) ?? "-" } + [year ?? "-"]
        }
        #expect(rows[1] == ["KE", "en", "in-force", "2011"])
        #expect(rows[3] == ["FR", "fr", "repealed", "1998"])
        #expect(rows[4] == ["TW", "zh-Hant", "unknown", "0"])
    }

    @Test("what a model text declares is certain, whatever its words are")
    func modelTags() throws {
        let law = try Self.law("KE", "en", "Model")
        let provision = Provision(
            eId: "art_1", kind: .article, text: "Nothing about it.",
            obligationTags: [
                ObligationTag(code: "op3cd.transit", weapons: ["CW", "BW"], aspect: "framework"),
                ObligationTag(code: "op1.npt", weapons: [], aspect: "framework"),
            ])
        let index = try SmallProvisionIndex([(law, nil, provision)])
        let scores = CellTerms.scores(of: index.searcher.payload(of: 0), matrix: index.analysis.matrix)
        #expect(scores.allSatisfy { $0.confidence == 1 })
        #expect(
            Set(scores.map(\.cell.description)) == [
                "op3cd.transit/CW/framework", "op3cd.transit/BW/framework", "op1.npt/-/framework",
            ])
        #expect(try index.found(.cell, CellTerms.term(code: "op3cd", weapon: .chemical)) == [1])
        #expect(try index.found(.cell, CellTerms.term(code: "op3cd.transit", weapon: .nuclear)).isEmpty)
    }

    @Test("a plain prohibition is classified, an unrelated provision is not")
    func classified() throws {
        let law = try Self.law("KE", "en", "Chemical Weapons Act")
        let index = try SmallProvisionIndex([
            (
                law, nil,
                Provision(
                    eId: "sec_2", kind: .section, number: "2", heading: "Prohibition",
                    text: "No person shall manufacture a chemical weapon.")
            ),
            (
                try Self.law("KE", "en", "Parks Act"), nil,
                Provision(eId: "sec_3", kind: .section, number: "3", text: "Parks close at sunset.")
            ),
        ])
        #expect(try index.found(.cell, CellTerms.term(code: "op2.manufacture", weapon: .chemical)) == [1])
        #expect(index.searcher.payload(of: 1).isEmpty)
    }

    @Test("one title is analysed in the language of each expression that bears it")
    func titleByLanguage() throws {
        // English strips the plural, Indonesian does not; the laws have the same title and stand side by side.
        let title = "Toxins"
        let text = Provision(eId: "art_1", kind: .article, text: "1")
        let index = try SmallProvisionIndex([
            (try Self.law("KE", "en", title), nil, text), (try Self.law("CH", "id", title), nil, text),
            (try Self.law("KE", "en", title), nil, text),
        ])
        #expect(try index.found(.stem, "toxin", in: .title) == [1, 3])
        #expect(try index.found(.exact, "toxins", in: .title) == [1, 2, 3])
    }

    @Test("the language found in the text decides the analysis, the language of the source the filter")
    func detected() throws {
        let law = try Self.law("KE", "id", "Toxins")
        let text = Provision(eId: "art_1", kind: .article, text: "ledgers")
        let index = try SmallProvisionIndex([(law, try LanguageTag("en"), text)])
        #expect(try index.found(.stem, "ledger") == [1])
        #expect(try index.filtered(FilterKeyword.language("id")) == [1])
        #expect(try index.filtered(FilterKeyword.language("en")).isEmpty)
    }

    @Test(
        "no text is too odd to be written",
        arguments: [
            "", " ", "\u{0}", String(repeating: "a", count: 100_000), String(repeating: "条", count: 2_000),
            "\u{202E}\u{200B}\u{FEFF}", String(repeating: "e\u{301}", count: 3_000), "👨‍👩‍👧‍👦🇰🇪",
        ])
    func oddTexts(text: String) throws {
        let law = try Self.law("KE", "und", text)
        let provision = Provision(
            eId: "art_1", kind: .other, number: text, heading: text, path: [text, text], text: text)
        let index = try SmallProvisionIndex([(law, nil, provision)])
        #expect(index.searcher.liveDocumentCount == 1)
        #expect(try IndexCheck.verify(directory: index.path).segments == 1)
    }
}
