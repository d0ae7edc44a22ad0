import Testing
import TextAnalysis

@Suite("Scripts without spaces")
struct DictionaryRunTests {
    @Test("Han runs give bigrams and a last character, words at their first character")
    func hanRun() {
        let buffer = analyzed("出口管制法", "zh")
        let exact = buffer.records.filter { $0.form == .exact }
        #expect(exact.map { buffer.term(of: $0) } == ["出口", "口管", "管制", "制法", "法"])
        #expect(exact.map(\.position) == [0, 1, 2, 3, 4])
        #expect(exact.map(\.start) == [0, 3, 6, 9, 12])
        #expect(exact.map(\.end) == [6, 9, 12, 15, 15])
        let words = buffer.records.filter { $0.form == .stem }
        #expect(words.map { buffer.term(of: $0) }.joined() == "出口管制法")
        #expect(words.first?.position == 0)
        #expect(buffer.positionCount == 5)
    }

    @Test("traditional and simplified text give the same terms")
    func variants() {
        #expect(exact("戰略性高科技貨品輸出", "zh-Hant") == exact("战略性高科技货品输出", "zh-Hans"))
        #expect(stems("戰略性高科技貨品輸出", "zh-Hant") == stems("战略性高科技货品输出", "zh-Hans"))
        #expect(highlights("輸出", "zh").first == "輸出")
    }

    @Test("Han meets other scripts at a border")
    func borders() {
        #expect(exact("第四十八条", "zh") == ["第四", "四十", "十八", "八条", "条"])
        #expect(exact("使用UF6的", "zh") == ["使用", "用", "uf6", "的"])
        #expect(exact("核、生物", "zh") == ["核", "生物", "物"])
    }

    @Test("half-width and decomposed Kana meet full-width Kana, with their ranges")
    func kana() {
        #expect(exact("ｶﾞｽ", "ja") == exact("ガス", "ja"))
        #expect(exact("か\u{3099}す", "ja") == exact("がす", "ja"))
        #expect(highlights("ｶﾞｽ", "ja") == ["ｶﾞｽ", "ｽ"])
        #expect(exact("コンピュータ・ウイルス", "ja").count == 10)
    }

    @Test("Thai gives bigrams of clusters, and words in the stem form")
    func thai() {
        #expect(exact("น้ำมัน", "th") == ["น้ํามั", "มัน", "น"])
        #expect(stems("อาวุธนิวเคลียร์", "th") == ["อาวุธ", "นิวเคลียร์"])
        #expect(highlights("น้ำมัน", "th") == ["น้ำมั", "มัน", "น"])
        #expect(exact("มาตรา ๕", "th").last == "5")
    }

    @Test(
        "a part of a run is found in the run by its bigrams, however the dictionary cuts",
        arguments: [
            ("th", "พระราชบัญญัติควบคุมสินค้า", "ควบคุม"), ("lo", "ກົດໝາຍວ່າດ້ວຍອາວຸດ", "ອາວຸດ"),
            ("km", "ច្បាប់ស្តីពីអាវុធ", "អាវុធ"), ("my", "ဓာတုလက်နက်ဥပဒေ", "လက်နက်"), ("ja", "輸出貿易管理令", "易管"),
            ("zh", "生物安全法", "物安"),
        ])
    func parts(_ language: String, _ text: String, _ part: String) {
        let whole = exact(text, language)
        let wanted = exact(part, language).dropLast()
        #expect(!wanted.isEmpty)
        let starts = whole.indices.filter { whole[$0...].starts(with: wanted) }
        #expect(!starts.isEmpty)
    }

    @Test("a zero-width space parts Thai words and a soft hyphen does not")
    func zeroWidth() {
        #expect(exact("กข\u{200B}คง", "th") == ["กข", "ข", "คง", "ง"])
        #expect(exact("กข\u{AD}คง", "th") == exact("กขคง", "th"))
    }

    @Test("the token that ends a run of bigrams is told apart")
    func runEnds() {
        func ends(_ text: String) -> [String] {
            let buffer = analyzed(text, "zh")
            return buffer.records.indices.filter { buffer.endsRun($0) }.map { buffer.term(of: buffer.records[$0]) }
        }
        #expect(ends("出口管制法 核 UF6 生物") == ["法", "物"])
        #expect(ends("l'article 5.2 the end") == [])
        #expect(ends("㍿ ½") == [])
    }
}
