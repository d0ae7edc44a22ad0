import Foundation
import Legislation
import Testing

@Suite("Akoma Ntoso")
struct AkomaNtosoTests {
    static let model = """
        <akomaNtoso xmlns="http://docs.oasis-open.org/legaldocml/ns/akn/3.0"><act name="act"><meta>
        <identification source="#concord">
        <FRBRWork><FRBRthis value="/akn/un/act/2026/model-toxins/!main"/><FRBRuri value="/akn/un/act/2026/model-toxins"/>
        <FRBRalias name="title" value="Model Toxins Act"/><FRBRdate date="2026-01-02" name="Generation"/>
        <FRBRcountry value="un"/><FRBRnumber value="model-toxins"/></FRBRWork>
        <FRBRExpression><FRBRuri value="/akn/un/act/2026/model-toxins/fra@2026-02-03"/>
        <FRBRdate date="2026-02-03" name="Generation"/><FRBRlanguage language="fra"/></FRBRExpression>
        </identification>
        <proprietary source="#concord" xmlns:c="https://concord.example/ns/akn"><c:authenticity>model</c:authenticity>
        <c:obligation href="#part_1__art_5" code="op2.manufacture" weapons="CW BW" aspect="enforcement"/></proprietary>
        </meta>
        <preamble><p>The drafters, mindful of risk,</p></preamble>
        <body><part eId="part_1"><num>Part 1</num><heading>Offences</heading>
        <article eId="part_1__art_5"><num>Article 5.</num><heading>Manufacture</heading>
        <paragraph eId="part_1__art_5__para_1"><num>1.</num><content><p>No person shall <b>make</b> a toxin.</p></content></paragraph>
        <paragraph><num>2.</num><list><intro><p>It is no defence that</p></intro>
        <point><num>(a)</num><content><p>it was sold.</p></content></point></list></paragraph></article>
        <article><num>6 bis</num><content><p>Penalty.</p></content></article></part></body>
        <attachments><attachment eId="att_1"><heading>Schedule</heading><doc name="annex"><meta/><mainBody>
        <p>List of toxins.</p></mainBody></doc></attachment></attachments></act></akomaNtoso>
        """

    @Test("metadata gives work, version, language and authenticity")
    func metadata() throws {
        let law = try #require(try read(Self.model).laws.first)
        #expect(law.expression == "/akn/un/act/2026/model-toxins/fra@2026-02-03")
        #expect(law.jurisdiction == .unitedNations)
        #expect(law.title == "Model Toxins Act")
        #expect(law.enacted == "2026-01-02")
        #expect(law.authenticity == .model)
    }

    @Test("articles are the provisions, their numbers, headings, paths and lines kept")
    func provisions() throws {
        let result = try read(Self.model)
        #expect(result.provisions.map(\.eId) == ["preamble", "part_1__art_5", "art_6-bis", "att_1"])
        let article = result.provisions[1]
        #expect(article.number == "5")
        #expect(article.heading == "Manufacture")
        #expect(article.path == ["Part 1 Offences"])
        #expect(article.text == "1. No person shall make a toxin.\n2. It is no defence that\n(a) it was sold.")
        #expect(result.provisions[3].kind == .schedule)
        #expect(result.provisions[3].text == "List of toxins.")
    }

    @Test("obligation tags of a model text are carried by the provision they point at")
    func obligations() throws {
        let provisions = try read(Self.model).provisions
        let tag = ObligationTag(code: "op2.manufacture", weapons: ["CW", "BW"], aspect: "enforcement")
        #expect(provisions[1].obligationTags == [tag])
        #expect(provisions[2].obligationTags.isEmpty)
    }

    @Test("without articles the sections are the provisions")
    func sections() throws {
        let text = """
            <akomaNtoso><act><body><chapter><num>1</num><section eId="sec_1"><num>1.</num><heading>Scope</heading>
            <subsection><num>(1)</num><content><p>All ports.</p></content></subsection></section></chapter></body></act>
            </akomaNtoso>
            """
        let result = try read(text, name: "KE/en/ports.xml")
        #expect(result.provisions.map(\.eId) == ["sec_1"])
        #expect(result.provisions.first?.kind == .section)
        #expect(result.laws.first?.jurisdiction.code == "KE")
        #expect(result.laws.first?.language.tag == "en")
    }
}
