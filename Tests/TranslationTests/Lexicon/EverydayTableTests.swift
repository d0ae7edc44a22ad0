import Testing

@testable import Translation

@Suite("Everyday words and the words of the law")
struct EverydayTableTests {
    private static func table(_ text: String) throws -> EverydayTable {
        try EverydayTable(name: "everyday/zh.tsv", bytes: Array(text.utf8))
    }

    @Test("The table that comes with the program is sound and says something of each expression")
    func bundled() throws {
        let table = try #require(try Lexicon().everyday("zh"))
        #expect(table.all.count > 7000)
        for match in table.all {
            #expect((2...7).contains(match.expression.count), "\(match.expression)")
            #expect(!match.words.contains { $0.contains(match.expression) }, "\(match.expression) is part of its words")
            #expect(Set(match.words).count == match.words.count && Set(match.statutes).count == match.statutes.count)
            #expect(!match.statutes.contains { $0.hasPrefix("中华人民共和国") }, "\(match.expression)")
        }
    }

    @Test("A language without a table has none")
    func absent() throws {
        #expect(try Lexicon().everyday("ka") == nil)
    }

    @Test("The longest expression at a place is taken, each once, wherever it stands")
    func longest() throws {
        let table = try Self.table("加班\t延长工作时间\t劳动法\n加班费\t高于正常工作时间工资\t劳动法|劳动合同法\n老板\t用人单位\t\n")
        let found = table.matches(in: "老板不给加班费怎么办？加班费谁付，周末加班呢")
        #expect(found.map(\.expression) == ["老板", "加班费", "加班"])
        #expect(found[0].words == ["用人单位"] && found[0].statutes.isEmpty)
        #expect(found[1].statutes == ["劳动法", "劳动合同法"])
        #expect(table.matches(in: "").isEmpty)
        #expect(table.matches(in: "出口许可证").isEmpty)
    }

    @Test("Full width letters are the same as others")
    func width() throws {
        let table = try Self.table("AA制\t共同债务\t\n")
        #expect(table.matches(in: "ＡＡ制").map(\.expression) == ["AA制"])
    }

    @Test(
        "A faulty table is named with the line and the mend",
        arguments: [
            ("老板\t用人单位\n", 1, "expression TAB words"),
            ("老板\t\t\n", 1, "expression TAB words"),
            ("\t用人单位\t\n", 1, "expression TAB words"),
            ("老板\t用人单位\t\n加班\t延长工作时间\t\n", 2, "sort lines"),
            ("加班\t延长工作时间\t\n加班\t\t劳动法\n", 2, "each expression once"),
        ])
    func faults(text: String, line: Int, mend: String) {
        let error = #expect(throws: TranslationError.self) { try Self.table(text) }
        #expect(error?.file == "everyday/zh.tsv")
        #expect(error?.line == line)
        #expect(error?.reason.contains(mend) == true)
    }

    @Test("A table that is not UTF-8 is refused")
    func encoding() {
        let error = #expect(throws: TranslationError.self) {
            try EverydayTable(name: "everyday/zh.tsv", bytes: [0xB0, 0xA1, 0x09])
        }
        #expect(error?.reason.contains("UTF-8") == true)
    }
}
