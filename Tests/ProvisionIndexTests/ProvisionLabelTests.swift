import Legislation
import ProvisionIndex
import Testing

@Suite("How a provision is cited")
struct ProvisionLabelTests {
    static let labels: [(language: String, kind: ProvisionKind, number: String, label: String)] = [
        ("en", .section, "12", "Section 12"), ("en", .article, "12", "Article 12"), ("en", .rule, "3", "Rule 3"),
        ("en", .regulation, "7", "Regulation 7"), ("fr", .article, "L2342-3", "Article L2342-3"),
        ("es", .article, "4 bis", "Artículo 4 bis"), ("ru", .article, "355", "Статья 355"),
        ("ar", .article, "5", "المادة 5"), ("zh", .article, "四十八", "第四十八条"), ("zh-Hant", .article, "3", "第3條"),
        ("ja", .article, "12", "第12条"), ("ko", .article, "19의4", "제19조의4"), ("ko", .article, "3", "제3조"),
        ("de", .section, "17", "§ 17"), ("de", .article, "1", "Artikel 1"), ("sv", .section, "5", "§ 5"),
        ("pt", .article, "2", "Artigo 2"), ("tr", .article, "9", "Madde 9"), ("vi", .article, "6", "Điều 6"),
        ("id", .article, "1", "Pasal 1"), ("th", .section, "8", "มาตรา 8"), ("uk", .article, "1", "Стаття 1"),
        ("sw", .article, "1", "Article 1"), ("und", .section, "1", "Section 1"), ("en", .schedule, "2", "2"),
    ]

    private func provision(_ kind: ProvisionKind, _ number: String?, heading: String? = nil) -> Provision {
        Provision(eId: "x_1", kind: kind, number: number, heading: heading, text: "Words.")
    }

    @Test("each language has its word or sign, in its place", arguments: labels)
    func label(language: String, kind: ProvisionKind, number: String, label: String) throws {
        #expect(ProvisionLabel.text(provision(kind, number), language: try LanguageTag(language)) == label)
    }

    @Test("a provision without number has no label")
    func noNumber() throws {
        let english = try LanguageTag("en")
        for number in [nil, ""] {
            #expect(ProvisionLabel.text(provision(.article, number), language: english) == nil)
            #expect(ProvisionLabel.spellings(provision(.article, number), language: english).isEmpty)
        }
    }

    @Test(
        "a number is found under its other spelling too",
        arguments: [
            ("zh", "四十八", ["第四十八条", "第48条"]), ("zh", "48", ["第48条", "第四十八条"]),
            ("ja", "十二", ["第十二条", "第12条"]), ("fr", "L2342-3", ["Article L2342-3", "Article L. 2342-3"]),
            ("es", "4 bis", ["Artículo 4 bis", "Artículo 4bis"]), ("en", "12", ["Article 12"]),
        ])
    func spellings(language: String, number: String, spellings: [String]) throws {
        let found = ProvisionLabel.spellings(provision(.article, number), language: try LanguageTag(language))
        #expect(found == spellings)
    }

    @Test("a heading that begins with the label does not repeat it; without both the eId stands")
    func heading() throws {
        let english = try LanguageTag("en")
        func heading(_ number: String?, _ text: String?) -> String {
            ProvisionLabel.heading(provision(.section, number, heading: text), language: english)
        }
        #expect(heading("4", "Offences") == "Section 4 Offences")
        #expect(heading("4", "Section 4. Offences") == "Section 4. Offences")
        #expect(heading("4", nil) == "Section 4")
        #expect(heading("4", "") == "Section 4")
        #expect(heading(nil, " Offences") == "Offences")
        #expect(heading(nil, nil) == "x_1")
    }
}
