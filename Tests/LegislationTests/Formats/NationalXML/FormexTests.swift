import Foundation
import Legislation
import Testing

@Suite("Formex 4 (European Union)")
struct FormexTests {
    static let act = """
        <ACT xmlns:xsi="urn:xsi" xsi:noNamespaceSchemaLocation="http://formex.publications.europa.eu/schema/formex.xd">
        <BIB.INSTANCE><DATE ISO="20210520">20210520</DATE><LG.DOC>FR</LG.DOC>
        <NO.DOC FORMAT="YN"><COM>EU</COM><YEAR>2021</YEAR><NO.CURRENT>821</NO.CURRENT></NO.DOC></BIB.INSTANCE>
        <TITLE><TI><P>Règlement sur les <HT TYPE="UC">toxines</HT></P></TI></TITLE>
        <PREAMBLE><PREAMBLE.INIT>LE CONSEIL,</PREAMBLE.INIT><GR.CONSID><CONSID><NP><NO.P>(1)</NO.P><TXT>Considérant.</TXT></NP></CONSID></GR.CONSID></PREAMBLE>
        <ENACTING.TERMS><DIVISION><TITLE><TI><P>CHAPITRE I</P></TI><STI><P>Objet</P></STI></TITLE>
        <ARTICLE IDENTIFIER="001"><TI.ART>Article premier</TI.ART><STI.ART>Objet</STI.ART>
        <PARAG><NO.PARAG>1.</NO.PARAG><ALINEA>Le terme <QUOT.START CODE="00AB"/>toxine<QUOT.END CODE="00BB"/><NOTE><P>Note.</P></NOTE> vise:
        <LIST><ITEM><NP><NO.P>a)</NO.P><TXT>la ricine.</TXT></NP></ITEM></LIST></ALINEA></PARAG></ARTICLE></DIVISION>
        <ARTICLE IDENTIFIER="002"><TI.ART>Article 2</TI.ART><ALINEA>Texte:
        <QUOT.S><ARTICLE IDENTIFIER="009"><TI.ART>Article 9</TI.ART><ALINEA>Cité.</ALINEA></ARTICLE></QUOT.S></ALINEA></ARTICLE>
        </ENACTING.TERMS><FINAL><P>Fait.</P><SIGNATURE><P>X</P></SIGNATURE></FINAL></ACT>
        """

    @Test("the title, number, day and language of an act of the Official Journal")
    func law() throws {
        let law = try #require(try read(Self.act).laws.first)
        #expect(law.expression == "/akn/eu/act/2021/2021-821/fra")
        #expect(law.title == "Règlement sur les toxines")
        #expect(law.number == "2021/821")
        #expect(law.enacted == "2021-05-20")
        #expect(law.authenticity == .official)
    }

    @Test("articles with chapter, heading and lines; a quoted article is text, a footnote is not")
    func provisions() throws {
        let provisions = try read(Self.act).provisions
        #expect(provisions.map(\.eId).prefix(3) == ["preamble", "art_1", "art_2"])
        #expect(provisions[1].heading == "Objet")
        #expect(provisions[1].path == ["CHAPITRE I Objet"])
        #expect(provisions[1].text == "1. Le terme «toxine» vise:\na) la ricine.")
        #expect(provisions[2].text == "Texte:\nArticle 9\nCité.")
        #expect(provisions.filter(\.isArticleOfBody).count == 2)
    }

    @Test("a file that is one annex is that, named as it is headed")
    func annex() throws {
        let text = """
            <ANNEX><BIB.INSTANCE><DATE ISO="20210520"/><LG.DOC>EN</LG.DOC></BIB.INSTANCE><TITLE><TI><P>ANNEX II</P></TI></TITLE>
            <CONTENTS><TBL><CORPUS><ROW><CELL>Agent</CELL><CELL>Code</CELL></ROW><ROW><CELL>Ricin</CELL><CELL>1C351</CELL></ROW></CORPUS></TBL>
            </CONTENTS></ANNEX>
            """
        let result = try read(text)
        #expect(result.laws.first?.title == "ANNEX II")
        #expect(result.provisions.map(\.kind) == [.schedule])
        #expect(result.provisions.first?.text == "Agent Code\nRicin 1C351")
        #expect(result.report.notes.contains { $0.message.contains("no article") })
    }

    @Test("a consolidated text has its version, and no authority of its own")
    func consolidated() throws {
        let text = """
            <CONS.ACT><INFO.CONSLEG DATE.LAST.MOD="20191211" LEG.VAL="DIR"/><CONS.DOC><BIB.INSTANCE><DATE ISO="20200326"/>
            <LG.DOC>DE</LG.DOC></BIB.INSTANCE><FAM.COMP><BIB.DATA><NO.CELEX>32014L0065</NO.CELEX><DATE ISO="20140515"/></BIB.DATA></FAM.COMP>
            <TITLE><TI><P>Richtlinie</P></TI></TITLE><ENACTING.TERMS><ARTICLE IDENTIFIER="004A"><TI.ART>Artikel 4a</TI.ART>
            <ALINEA>Text.</ALINEA></ARTICLE></ENACTING.TERMS></CONS.DOC></CONS.ACT>
            """
        let result = try read(text)
        #expect(result.laws.first?.expression == "/akn/eu/act/2014/32014l0065/deu@2020-03-26")
        #expect(result.laws.first?.authenticity == .unknown)
        #expect(result.provisions.map(\.eId) == ["art_4a"])
    }
}
