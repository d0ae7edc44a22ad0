import Foundation
import Retrieval
import Testing

@Suite("Writing snippets")
struct SnippetRendererTests {
    private let snippet = Snippet(
        text: "é 👩‍👩‍👧 sarin gas", highlights: [0..<2, 22..<27], leadingCut: true, trailingCut: false, sourceRange: 5..<40)

    @Test("marks matches and cuts")
    func marksMatches() {
        #expect(SnippetRenderer().text(snippet) == "…**é** 👩‍👩‍👧 **sarin** gas")
        #expect(SnippetRenderer(.brackets).text(snippet) == "…[é] 👩‍👩‍👧 [sarin] gas")
        let terminal = "…\u{1B}[1;4mé\u{1B}[22;24m 👩‍👩‍👧 \u{1B}[1;4msarin\u{1B}[22;24m gas"
        #expect(SnippetRenderer(.terminal).text(snippet) == terminal)
    }

    @Test("isolates text that runs from right to left", arguments: ["سلاح كيميائي", "(א) נשק", "1. ސިލާޙް"])
    func isolatesDirection(text: String) {
        let snippet = Snippet(text: text, highlights: [], leadingCut: false, trailingCut: true, sourceRange: 0..<9)
        #expect(SnippetRenderer().text(snippet) == "\u{2068}\(text)…\u{2069}")
        #expect(SnippetRenderer(.plain, isolatesDirection: false).text(snippet) == text + "…")
    }

    @Test("leaves out what could disturb the screen")
    func leavesOutControls() {
        let snippet = Snippet(
            text: "a\u{1B}[31m b\u{202E}c\u{2069}", highlights: [0..<6], leadingCut: false, trailingCut: false,
            sourceRange: 0..<9)
        #expect(SnippetRenderer(.brackets).text(snippet) == "[a[31m] bc")
    }

    @Test("passes over highlights that a program got wrong", arguments: [[50..<60], [0..<99], [22..<27, 0..<2]])
    func survivesWrongHighlights(highlights: [Range<Int>]) {
        var wrong = snippet
        wrong.highlights = highlights
        #expect(SnippetRenderer(.marks(open: "", close: "")).text(wrong) == "…" + snippet.text)
        #expect(wrong.ranges(in: .characters).count == highlights.count)
    }

    @Test("counts highlights in the unit asked for")
    func countsUnits() {
        #expect(snippet.ranges(in: .utf8) == [0..<2, 22..<27])
        #expect(snippet.ranges(in: .utf16) == [0..<1, 11..<16])
        #expect(snippet.ranges(in: .scalars) == [0..<1, 8..<13])
        #expect(snippet.ranges(in: .characters) == [0..<1, 4..<9])
    }

    @Test("gives JSON with pairs for ranges, and reads it back")
    func writesJSON() throws {
        let encoder = JSONEncoder()
        encoder.outputFormatting = .sortedKeys
        let data = try encoder.encode(snippet)
        #expect(String(decoding: data, as: UTF8.self).contains("\"highlights\":[[0,2],[22,27]],\"leadingCut\":true"))
        #expect(try JSONDecoder().decode(Snippet.self, from: data) == snippet)
    }
}
