import Foundation
import Legislation
import Testing

@Suite("RIS XML (Austria)")
struct RISAustriaTests {
    @Test("a consolidated document is one provision, its fields are facts of the law")
    func consolidated() throws {
        let text = """
            <risdok xmlns="http://www.bka.gv.at"><metadaten/><nutzdaten><abschnitt><kzinhalt><absatz typ="kz">Kopf</absatz></kzinhalt>
            <ueberschrift typ="titel">Kurztitel</ueberschrift><absatz typ="erltext" ct="kurztitel">Toxingesetz</absatz>
            <absatz typ="erltext" ct="kundmachungsorgan">BGBl. Nr. 43/1975</absatz><absatz typ="erltext" ct="artikel_anlage">§ 9</absatz>
            <absatz typ="erltext" ct="ikra">17.01.1975</absatz><ueberschrift typ="g1" ct="text">2. Abschnitt</ueberschrift>
            <ueberschrift typ="para" ct="text">Verbot</ueberschrift><absatz typ="abs" ct="text"><gldsym>§ 9.</gldsym> (1) Verboten ist:</absatz>
            <liste><aufzaehlung><listelem ct="text"><symbol>a)</symbol>Rizin</listelem></aufzaehlung></liste>
            <absatz typ="abs" ct="text">(2) Sonst nichts.</absatz><ueberschrift typ="titel">Schlagworte</ueberschrift>
            <absatz typ="erltext" ct="schlagworte">Gift</absatz></abschnitt></nutzdaten></risdok>
            """
        let result = try read(text)
        #expect(result.laws.first?.title == "Toxingesetz, § 9")
        #expect(result.laws.first?.inForce == "1975-01-17")
        #expect(result.provisions.map(\.eId) == ["sec_9"])
        #expect(result.provisions[0].heading == "Verbot")
        #expect(result.provisions[0].path == ["2. Abschnitt"])
        #expect(result.provisions[0].text == "(1) Verboten ist:\na) Rizin\n(2) Sonst nichts.")
    }

    @Test("a document of the gazette has as many as it has signs")
    func gazette() throws {
        let text = """
            <risdok><nutzdaten><abschnitt><absatz typ="promkleinlsatz">Der Nationalrat hat beschlossen:</absatz>
            <ueberschrift typ="para">Ziel</ueberschrift><absatz typ="abs"><gldsym>§ 1.</gldsym> Eins.</absatz>
            <ueberschrift typ="para">Verbot</ueberschrift><absatz typ="abs"><gldsym>§ 2.</gldsym> Zwei.</absatz></abschnitt></nutzdaten></risdok>
            """
        let provisions = try read(text).provisions
        #expect(provisions.map(\.eId) == ["preamble", "sec_1", "sec_2"])
        #expect(provisions.map(\.heading) == [nil, "Ziel", "Verbot"])
    }
}
