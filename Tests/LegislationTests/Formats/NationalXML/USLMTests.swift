import Foundation
import Legislation
import Testing

@Suite("USLM (United States)")
struct USLMTests {
    static let bill = """
        <bill xmlns="http://schemas.gpo.gov/xml/uslm" xmlns:dc="urn:dc" xml:lang="en"><meta><dc:title>115 HR 1 ENR: Toxins</dc:title>
        <dc:type>House Bill</dc:type><docNumber>1</docNumber><congress>115</congress></meta>
        <main><longTitle><docTitle>AN ACT</docTitle><officialTitle>To ban toxins.</officialTitle></longTitle>
        <title><num value="I">TITLE I—</num><heading>BANS<ref class="footnoteRef">1</ref></heading>
        <section><num value="101">SEC. 101. </num><heading>SHORT TITLE.</heading>
        <subsection><num value="a">(a) </num><heading><inline>In General</inline>.—</heading><content>No per\u{AD}son may:
        <quotedContent><section><num>“SEC. 9. </num><content>Quoted.”.</content></section></quotedContent></content></subsection>
        <editorialNote>[42 U.S.C. 1]</editorialNote></section>
        <section status="repealed"><num value="102">[§ 102.</num><heading> Repealed.]</heading></section></title>
        <toc><referenceItem>SEC. 101</referenceItem></toc></main></bill>
        """

    @Test("a bill's sections, headings and title; quoted sections are text, editorial notes are not")
    func provisions() throws {
        let result = try read(Self.bill)
        #expect(result.laws.first?.title == "115 HR 1 ENR: Toxins")
        #expect(result.laws.first?.jurisdiction.code == "US")
        #expect(result.provisions.map(\.eId) == ["preamble", "sec_101", "sec_102"])
        let section = result.provisions[1]
        #expect(section.heading == "SHORT TITLE")
        #expect(section.path == ["TITLE I— BANS"])
        #expect(section.text == "(a) In General.— No person may:\n“SEC. 9. Quoted.”.")
        #expect(result.provisions[2].number == "102")
    }

    @Test("the Code's notes and credits are left out, its version is the day it was made")
    func code() throws {
        let text = """
            <uscDoc xmlns="http://xml.house.gov/schemas/uslm/1.0"><meta><title>Title 18</title><docNumber>18</docNumber>
            <created>2024-12-31T07:00:00</created></meta><main><title><num>Title 18—</num><heading>CRIMES</heading>
            <chapter><num>CHAPTER 10—</num><heading>WEAPONS</heading><notes><note><p>Note.</p></note></notes>
            <section identifier="/us/usc/t18/s175"><num value="175">§ 175.</num><heading> Prohibitions</heading>
            <content><p>Whoever knowingly…</p></content><sourceCredit>(Added)</sourceCredit></section></chapter></title></main></uscDoc>
            """
        let result = try read(text)
        #expect(result.laws.first?.expression == "/akn/us/act/undated/usc-t18/eng@2024-12-31")
        #expect(result.provisions.map(\.text) == ["Whoever knowingly…"])
        #expect(result.provisions.first?.path == ["Title 18— CRIMES", "CHAPTER 10— WEAPONS"])
    }
}
