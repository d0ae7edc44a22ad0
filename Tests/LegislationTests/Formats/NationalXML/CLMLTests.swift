import Foundation
import Legislation
import Testing

@Suite("CLML (United Kingdom)")
struct CLMLTests {
    static let act = """
        <leg:Legislation xmlns:leg="http://www.legislation.gov.uk/namespaces/legislation" xmlns:ukm="urn:m"
        xmlns:dc="urn:dc" DocumentURI="http://www.legislation.gov.uk/ukpga/2001/24">
        <ukm:Metadata><dc:title>Toxins Act 2001 (repealed)</dc:title><dc:language>en</dc:language>
        <ukm:PrimaryMetadata><ukm:DocumentClassification><ukm:DocumentMainType Value="UnitedKingdomPublicGeneralAct"/>
        </ukm:DocumentClassification><ukm:Year Value="2001"/><ukm:Number Value="24"/>
        <ukm:EnactmentDate Date="2001-12-14"/></ukm:PrimaryMetadata></ukm:Metadata>
        <leg:Contents><leg:ContentsItem><leg:ContentsTitle>Toxins</leg:ContentsTitle></leg:ContentsItem></leg:Contents>
        <leg:Primary><leg:PrimaryPrelims><leg:Title>Toxins Act 2001</leg:Title><leg:Number>2001 c. 24</leg:Number>
        <leg:LongTitle>An Act about toxins.</leg:LongTitle></leg:PrimaryPrelims>
        <leg:Body><leg:Part><leg:Number>PART 1</leg:Number><leg:Title>Weapons</leg:Title>
        <leg:P1group><leg:Title>Ban on toxins.</leg:Title><leg:P1><leg:Pnumber>7A<leg:CommentaryRef Ref="c1"/></leg:Pnumber>
        <leg:P1para><leg:P2><leg:Pnumber>1</leg:Pnumber><leg:P2para><leg:Text>No <leg:Addition>person</leg:Addition> may—</leg:Text>
        <leg:P3><leg:Pnumber>a</leg:Pnumber><leg:P3para><leg:Text>make toxins.</leg:Text></leg:P3para></leg:P3></leg:P2para></leg:P2>
        <leg:P2><leg:Pnumber>2</leg:Pnumber><leg:P2para><leg:Text>In that Act insert—</leg:Text>
        <leg:BlockAmendment><leg:P1><leg:Pnumber>9</leg:Pnumber><leg:P1para><leg:Text>Quoted.</leg:Text></leg:P1para></leg:P1>
        </leg:BlockAmendment></leg:P2para></leg:P2></leg:P1para></leg:P1></leg:P1group></leg:Part></leg:Body>
        <leg:Schedules><leg:Title>SCHEDULES</leg:Title><leg:Schedule><leg:Number>SCHEDULE 2</leg:Number>
        <leg:TitleBlock><leg:Title>Agents</leg:Title></leg:TitleBlock><leg:ScheduleBody>
        <leg:P1><leg:Pnumber>1</leg:Pnumber><leg:P1para><leg:Text>Ricin.</leg:Text></leg:P1para></leg:P1>
        <leg:Tabular><leg:Title>Table</leg:Title><table><tr><td>A</td><td>B</td></tr></table></leg:Tabular>
        </leg:ScheduleBody></leg:Schedule></leg:Schedules></leg:Primary>
        <leg:Commentaries><leg:Commentary><leg:Para><leg:Text>A note.</leg:Text></leg:Para></leg:Commentary></leg:Commentaries>
        </leg:Legislation>
        """

    @Test("metadata gives identity, dates, status and address; a prefix on every name does no harm")
    func law() throws {
        let law = try #require(try read(Self.act).laws.first)
        #expect(law.work == "/akn/gb/act/2001/ukpga-2001-24")
        #expect(law.title == "Toxins Act 2001 (repealed)")
        #expect(law.number == "2001 c. 24")
        #expect(law.enacted == "2001-12-14")
        #expect(law.status == .repealed)
        #expect(law.language.tag == "en")
        #expect(law.sourceURL == "http://www.legislation.gov.uk/ukpga/2001/24")
    }

    @Test("sections have their group's title; what a block amendment quotes is text; schedules stand apart")
    func provisions() throws {
        let provisions = try read(Self.act).provisions
        #expect(provisions.map(\.eId) == ["preamble", "sec_7a", "sched_2__para_1", "sched_2"])
        #expect(provisions[0].text == "An Act about toxins.")
        #expect(provisions[1].number == "7A")
        #expect(provisions[1].heading == "Ban on toxins")
        #expect(provisions[1].path == ["PART 1 Weapons"])
        #expect(provisions[1].text == "(1) No person may—\n(a) make toxins.\n(2) In that Act insert—\n9 Quoted.")
        #expect(provisions[2].path == ["SCHEDULE 2 Agents"])
        #expect(provisions[3].text == "Table\nA B")
        #expect(provisions.filter(\.isArticleOfBody).count == 1)
    }

    @Test(
        "orders have articles, regulations regulations, rules rules, EU law articles",
        arguments: [
            ("order", "art_1"), ("regulation", "reg_1"), ("rule", "rule_1"), ("EuropeanUnionRegulation", "art_1"),
        ])
    func kinds(type: String, eId: String) throws {
        let text = """
            <Legislation xmlns="http://www.legislation.gov.uk/namespaces/legislation"><Metadata><title>An Instrument</title>
            <DocumentClassification><DocumentMinorType Value="\(type)"/></DocumentClassification></Metadata><Secondary><Body>
            <P1><Pnumber>1</Pnumber><P1para><Text>Words.</Text></P1para></P1></Body></Secondary></Legislation>
            """
        #expect(try read(text).provisions.map(\.eId) == [eId])
    }
}
