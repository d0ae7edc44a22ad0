import Foundation
import Legislation
import Testing

@Suite("gesetze-im-internet XML (Germany)")
struct GesetzeImInternetTests {
    static let doctype = #"<!DOCTYPE dokumente SYSTEM "http://www.gesetze-im-internet.de/dtd/1.01/gii-norm.dtd">"#
    static let body = """
        <dokumente doknr="BJNR1"><norm doknr="BJNR1"><metadaten><jurabk>ToxG</jurabk>
        <ausfertigung-datum>2000-07-20</ausfertigung-datum><fundstelle><periodikum>BGBl I</periodikum><zitstelle>2000, 1</zitstelle>
        </fundstelle><langue>Gesetz über Toxine</langue><standangabe><standkommentar>Zuletzt geändert durch Art. 8 G v. 21.1.2022 I 5
        </standkommentar></standangabe></metadaten></norm>
        <norm><metadaten><enbez>Inhaltsübersicht</enbez></metadaten><textdaten><text><Content><P>§ 1</P></Content></text></textdaten></norm>
        <norm><metadaten><gliederungseinheit><gliederungskennzahl>010</gliederungskennzahl><gliederungsbez>1. Abschnitt</gliederungsbez>
        <gliederungstitel>Verbote</gliederungstitel></gliederungseinheit></metadaten></norm>
        <norm><metadaten><enbez>§ 1a</enbez><titel>Zweck</titel></metadaten><textdaten><text><Content><P>(1) <SUP class="Rec">1</SUP>Verboten sind
        <DL><DT>1.</DT><DD><LA>Rizin.</LA></DD></DL></P></Content></text><fussnoten><Content><P>Note</P></Content></fussnoten></textdaten></norm>
        <norm><metadaten><gliederungseinheit><gliederungskennzahl>020</gliederungskennzahl><gliederungsbez>2. Abschnitt</gliederungsbez>
        </gliederungseinheit></metadaten></norm>
        <norm><metadaten><enbez>(§§ 2 bis 5)</enbez><titel>(weggefallen)</titel></metadaten></norm>
        <norm><metadaten><enbez>Anlage 1</enbez><titel>Liste</titel></metadaten><textdaten><text><Content><table><tgroup><tbody>
        <row><entry>A</entry><entry>B</entry></row></tbody></tgroup></table></Content></text></textdaten></norm></dokumente>
        """

    @Test("a DOCTYPE that names the publisher's DTD is read past, and nothing is fetched", arguments: ["", doctype])
    func provisions(start: String) throws {
        let result = try read(start + Self.body)
        let law = try #require(result.laws.first)
        #expect(law.expression == "/akn/de/act/2000/bjnr1/deu@2022-01-21")
        #expect(law.title == "Gesetz über Toxine")
        #expect(law.number == "BGBl I 2000, 1")
        #expect(result.provisions.map(\.eId) == ["sec_1a", "sec_2-bis-5", "sched_1"])
        #expect(result.provisions[0].path == ["1. Abschnitt Verbote"])
        #expect(result.provisions[0].heading == "Zweck")
        #expect(result.provisions[0].text == "(1) 1 Verboten sind\n1. Rizin.")
        #expect(result.provisions[1].path == ["2. Abschnitt"])
        #expect(result.provisions[2].heading == "Anlage 1 Liste")
        #expect(result.provisions[2].text == "A B")
    }

    @Test(
        "a DOCTYPE that declares entities, or may bring some in, is refused",
        arguments: [
            #"<!DOCTYPE dokumente [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;">]>"#,
            #"<!DOCTYPE dokumente SYSTEM "gii-norm.dtd" [<!ENTITY x SYSTEM "file:///etc/passwd">]>"#,
            #"<!DOCTYPE dokumente [<!ENTITY % p SYSTEM "http://example.org/x"> %p;]>"#,
            #"<!DOCTYPE dokumente ["#,
        ])
    func entities(doctype: String) {
        let error = #expect(throws: LegislationReadError.self) { try read(doctype + Self.body) }
        #expect(error?.reason == .refusedDTD)
    }

    @Test("a reference to an entity of the DTD that was not loaded is refused")
    func reference() {
        let text = Self.doctype + Self.body.replacing("Rizin", with: "&rizin;")
        let error = #expect(throws: LegislationReadError.self) { try read(text) }
        #expect(error?.reason == .refusedDTD)
    }

    @Test("XML that is cut short names the line")
    func truncated() {
        let error = #expect(throws: LegislationReadError.self) { try read(String(Self.body.prefix(900))) }
        #expect(error?.reason == .malformed)
    }
}
