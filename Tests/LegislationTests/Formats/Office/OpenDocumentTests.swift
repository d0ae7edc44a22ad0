import Foundation
import Legislation
import Testing

@Suite("OpenDocument texts (ODT)")
struct OpenDocumentTests {
    private func document(_ body: String, styles: String = "") -> Data {
        let spaces = ["office", "text", "style", "table"].map {
            "xmlns:\($0)=\"urn:oasis:names:tc:opendocument:xmlns:\($0):1.0\""
        }
        let content = """
            <office:document-content \(spaces.joined(separator: " "))><office:automatic-styles>
            <text:list-style style:name="L1"><text:list-level-style-number text:level="1" style:num-format="a"
            style:num-prefix="(" style:num-suffix=")"/></text:list-style>\(styles)</office:automatic-styles>
            <office:body><office:text>\(body)</office:text></office:body></office:document-content>
            """
        return SmallArchive([("mimetype", "application/vnd.oasis.opendocument.text"), ("content.xml", content)]).data
    }

    @Test("headings, lists and paragraphs are read; notes and deleted text are not")
    func reads() throws {
        let result = try read(
            document(
                "<text:tracked-changes><text:p>Article 9</text:p></text:tracked-changes>"
                    + "<text:h text:outline-level=\"1\">Article 1<text:s/>Scope</text:h><text:p>This Act applies to"
                    + "<text:note><text:note-body><text:p>a note</text:p></text:note-body></text:note>:</text:p>"
                    + "<text:list text:style-name=\"L1\"><text:list-item><text:p>toxins;</text:p></text:list-item>"
                    + "<text:list-item><text:p>their<text:line-break/>makers.</text:p></text:list-item></text:list>"
                    + "<text:h text:outline-level=\"1\">Article 2 Ban</text:h><text:p>No person shall make a toxin.</text:p>"
            ))
        #expect(result.report.format == .odt)
        #expect(result.provisions.map(\.heading) == ["Scope", "Ban"])
        #expect(result.provisions.first?.text == "This Act applies to:\n(a) toxins;\n(b) their\nmakers.")
    }

    @Test("levels and spaces out of all measure do no harm", arguments: ["0", "-1", "9223372036854775807", "x"])
    func outOfMeasure(number: String) throws {
        let result = try read(
            document(
                "<text:h text:outline-level=\"\(number)\">Article 1</text:h>"
                    + "<text:p>No<text:s text:c=\"\(number)\"/>toxins.</text:p>",
                styles: "<text:outline-style><text:outline-level-style style:num-format=\"1\" "
                    + "text:level=\"\(number)\" text:display-levels=\"\(number)\" "
                    + "text:start-value=\"\(number)\"/></text:outline-style>"))
        #expect(result.provisions.map(\.text) == ["No toxins."])
    }

    @Test("an encrypted text says so")
    func encrypted() {
        let archive = SmallArchive([
            ("mimetype", "application/vnd.oasis.opendocument.text"), ("content.xml", "garbage"),
            ("META-INF/manifest.xml", "<manifest><encryption-data/></manifest>"),
        ])
        let error = #expect(throws: LegislationReadError.self) { try read(archive.data) }
        #expect(error?.reason == .encrypted)
    }
}
