import Catalog
import Foundation
import Legislation
import Retrieval
import Testing

@Suite("A question in everyday words finds what the law calls otherwise")
struct EverydayWordsTests {
    private static let lines: [(id: String, law: String, heading: String, text: String)] = [
        ("pay", "劳动合同法", "第三十条", "用人单位应当及时足额支付劳动报酬。"),
        ("term", "劳动合同法", "第三十六条", "双方协商一致，可以变更期限。"),
        ("fee", "城市供水条例", "第八条", "用户应当按时缴纳费用，双方协商一致，可以变更期限。"),
        ("boss", "戏剧条例", "第二条", "老板一词在剧中可以使用。"),
    ]

    private static let index = Result {
        try TemporaryIndex(
            lines: lines.map { line in
                let object = [
                    "id": line.id, "country": "CN", "lang": "zh", "law": line.law, "heading": line.heading,
                    "text": line.text,
                ]
                return String(decoding: try JSONSerialization.data(withJSONObject: object), as: UTF8.self)
            })
    }

    private func search(_ question: String, change: (inout RankingProfile) -> Void = { _ in }) throws -> [SearchHit] {
        var request = SearchRequest(try QueryParser.parse(question))
        request.language = "zh"
        change(&request.profile)
        return try Self.index.get().searcher().search(request).hits
    }

    private static func ids(_ hits: [SearchHit]) -> [String?] { hits.map(\.record.provision.externalID) }

    @Test("By the words of the law, and the hit says by which")
    func words() throws {
        let hits = try search("工资拖着不发")
        #expect(Self.ids(hits).first == "pay")
        #expect(hits.first?.translations.contains { $0.language == "zh" && !$0.translation.isEmpty } == true)
        let without = try search("工资拖着不发") { $0.everydayWeight = 0 }
        #expect(!Self.ids(without).contains("pay"))
    }

    @Test("By the statute that governs the matter, among provisions that say the same")
    func statutes() throws {
        let hits = try search("辞退 协商一致 变更期限")
        #expect(Self.ids(hits).first == "term")
        let without = try search("辞退 协商一致 变更期限") { $0.statuteWeight = 0 }
        let scores = Dictionary(uniqueKeysWithValues: without.map { ($0.record.provision.externalID, $0.score) })
        #expect(hits.first.map { $0.score > scores["term"] ?? 0 } == true)
    }

    @Test("Typed words count more than what stands for them")
    func typed() throws {
        #expect(try Self.ids(search("老板一词")).first == "boss")
    }

    @Test("Quotation marks and operators mean what was typed", arguments: ["\"老板\"", "老板 AND 一词", "+老板 +一词"])
    func operators(question: String) throws {
        #expect(try Self.ids(search(question)) == ["boss"])
    }
}
