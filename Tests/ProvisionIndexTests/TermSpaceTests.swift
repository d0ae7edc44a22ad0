import ProvisionIndex
import Testing

@Suite("Kinds of terms")
struct TermSpaceTests {
    @Test("one word has another key in each space")
    func apart() {
        let keys = TermSpace.allCases.map { $0.key("licence") }
        #expect(Set(keys).count == TermSpace.allCases.count)
        for (space, key) in zip(TermSpace.allCases, keys) {
            #expect(key.first == space.rawValue)
            #expect(key.dropFirst().elementsEqual("licence".utf8))
        }
    }

    @Test("a key of bytes is the key of the text they spell", arguments: ["", "a", "лицензия", "许可"])
    func bytes(text: String) {
        for space in TermSpace.allCases { #expect(space.key(Array(text.utf8)) == space.key(text)) }
    }

    @Test("filters of different kinds never meet")
    func keywords() {
        let same = "fr"
        let keywords = [
            FilterKeyword.country(same), FilterKeyword.language(same), FilterKeyword.region(same),
            FilterKeyword.status(same), FilterKeyword.kind(same),
        ]
        #expect(Set(keywords).count == keywords.count)
        #expect(FilterKeyword.language("zh-Hant") == FilterKeyword.language("ZH-HANT"))
    }
}
