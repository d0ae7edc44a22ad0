import Foundation
import Legislation
import Testing

@Suite("Justice Laws XML")
struct JusticeCanadaTests {
    static let act = """
        <Statute xml:lang="fr" in-force="yes" xmlns:lims="http://justice.gc.ca/lims" lims:lastAmendedDate="2020-02-03">
        <Identification><LongTitle>Loi longue</LongTitle><ShortTitle>Loi sur les toxines</ShortTitle>
        <BillHistory><Stages stage="assented-to"><Date><YYYY>1999</YYYY><MM>7</MM><DD>3</DD></Date></Stages></BillHistory>
        <Chapter><ConsolidatedNumber>T-9.1</ConsolidatedNumber></Chapter></Identification>
        <Body><Heading level="1"><Label>PARTIE 1</Label><TitleText>Infractions</TitleText></Heading>
        <Heading level="2"><TitleText>Fabrication</TitleText></Heading>
        <Section><MarginalNote>Interdiction</MarginalNote><Label>2.1</Label><Subsection><Label>(1)</Label>
        <Text>Il est interdit :</Text><Paragraph><Label>a)</Label><Text>de fabriquer.</Text></Paragraph></Subsection>
        <HistoricalNote><HistoricalNoteSubItem>1999, ch. 1</HistoricalNoteSubItem></HistoricalNote></Section>
        <Section><Label>3</Label><Text><Repealed>[Abrogé, 2001, ch. 2]</Repealed></Text></Section></Body>
        <Schedule><ScheduleFormHeading><Label>ANNEXE 2</Label><TitleText>Liste</TitleText></ScheduleFormHeading>
        <List><Item><Text>ricine</Text></Item></List></Schedule></Statute>
        """

    @Test("identification gives title, number, dates and language")
    func law() throws {
        let law = try #require(try read(Self.act).laws.first)
        #expect(law.expression == "/akn/ca/act/1999/t-9-1/fra@2020-02-03")
        #expect(law.title == "Loi sur les toxines")
        #expect(law.number == "T-9.1")
        #expect(law.enacted == "1999-07-03")
    }

    @Test("sections keep marginal note, headings and lines; repealed ones and schedules are there")
    func provisions() throws {
        let provisions = try read(Self.act).provisions
        #expect(provisions.map(\.eId) == ["sec_2-1", "sec_3", "sched_2"])
        #expect(provisions[0].heading == "Interdiction")
        #expect(provisions[0].path == ["PARTIE 1 Infractions", "Fabrication"])
        #expect(provisions[0].text == "(1) Il est interdit :\na) de fabriquer.")
        #expect(provisions[1].text == "[Abrogé, 2001, ch. 2]")
        #expect(provisions[2].heading == "ANNEXE 2 Liste")
        #expect(provisions[2].text == "ricine")
    }

    @Test("a regulation that was repealed as a whole says so, and by what")
    func repealed() throws {
        let text = """
            <Regulation regulation-type="SOR" xml:lang="en"><Identification><InstrumentNumber>SOR/1999-9
            </InstrumentNumber><LongTitle>Tub Regulations</LongTitle></Identification>
            <Repealed>[Repealed, SOR/2020-1, s. 4]</Repealed></Regulation>
            """
        let found = try read(text)
        #expect(found.laws.map(\.status) == [.repealed])
        #expect(found.provisions.map(\.text) == ["[Repealed, SOR/2020-1, s. 4]"])
    }
}
