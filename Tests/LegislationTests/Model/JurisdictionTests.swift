import Legislation
import Testing

@Suite("States and languages")
struct JurisdictionTests {
    @Test(
        "codes are canonicalised", arguments: [("ke", "KE"), ("KEN", "KE"), ("un", "UN"), ("EU", "EU"), ("zz", "ZZ")])
    func codes(code: String, expected: String) throws {
        #expect(try Jurisdiction(code: code).code == expected)
    }

    @Test("what is no State is refused", arguments: ["", "X", "QX", "150", "419", "Kenia", "A\u{0}", "EZ"])
    func unknown(code: String) {
        #expect(throws: JurisdictionError.self) { try Jurisdiction(code: code) }
    }

    @Test(
        "a language code or a name in a State's place is answered with the State",
        arguments: [("ja", "JP"), ("Kenya", "KE")])
    func suggestion(text: String, expected: String) {
        let error = #expect(throws: JurisdictionError.self) { try Jurisdiction(code: text) }
        #expect(error?.suggestion?.code == expected)
        #expect(error?.description.contains(expected) == true)
    }

    @Test(
        "names are found whatever their case and accents",
        arguments: [("canada", "CA"), ("Cote d'Ivoire", "CI"), ("Viet Nam", "VN")])
    func names(name: String, expected: String) {
        #expect(Jurisdiction(nameOrCode: name)?.code == expected)
    }

    @Test("regions contain their States by number and by name")
    func regions() throws {
        let france = try Jurisdiction(code: "FR")
        #expect(france.name(in: "de") == "Frankreich")
        #expect(france.regions.prefix(3) == ["155", "150", "001"])
        #expect(france.isIn(region: "europe") && france.isIn(region: "150") && france.isIn(region: "EU"))
        #expect(!france.isIn(region: "Africa") && !france.isIn(region: "nowhere"))
        #expect(Jurisdiction.regionName("150") == "Europe")
        #expect(Jurisdiction.all.count > 200)
    }

    @Test(
        "language tags are put in canonical case",
        arguments: [("ZH-hANT", "zh-Hant"), ("pt_br", "pt-BR"), ("deu", "de"), ("ger", "de"), ("xyz", "xyz")])
    func tags(text: String, expected: String) throws {
        #expect(try LanguageTag(text).tag == expected)
    }

    @Test("what is no tag is refused", arguments: ["", "e", "en--US", "12", "français", "en-", "en-x"])
    func badTags(text: String) {
        #expect(throws: LanguageTagError.self) { try LanguageTag(text) }
    }

    @Test(
        "three-letter codes are those of Akoma Ntoso",
        arguments: [("zh-Hant", "zho"), ("de", "deu"), ("und", "und"), ("nb", "nob")])
    func threeLetters(tag: String, expected: String) throws {
        #expect(try LanguageTag(tag).threeLetterCode == expected)
    }
}
