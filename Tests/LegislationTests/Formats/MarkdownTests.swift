import Foundation
import Legislation
import Testing

@Suite("Markdown")
struct MarkdownTests {
    static let law = """
        ---
        title: "Toxins Act"
        identifier: "AB-2001-7"
        country: "ke"
        rank: "act"
        publication_date: "2001-05-06"
        last_updated: "1900-01-01"
        status: "in_force"
        source: "https://example.org/laws/7"
        ---
        # Toxins Act

        Enacted by Parliament.

        ## Chapter I — General

        ##### Article 1. Scope

        This Act covers [toxins](http://example.org/t) and *agents*<sup>2</sup> \\[all\\].

        ##### Article 2

        #### Offences

        - making;
        - selling.

        ## Annex 1

        List.
        """

    @Test("front matter gives the law's facts; a day before enactment is no version")
    func facts() throws {
        let law = try #require(try read(Self.law, options: .init(language: LanguageTag("en"))).laws.first)
        #expect(law.work == "/akn/ke/act/2001/ab-2001-7")
        #expect(law.title == "Toxins Act")
        #expect(law.enacted == "2001-05-06")
        #expect(law.version == nil)
        #expect(law.status == .inForce)
        #expect(law.kind == "act")
        #expect(law.language.tag == "en")
        #expect(law.sourceURL == "https://example.org/laws/7")
    }

    @Test("headings are provisions and paths; links, emphasis and escapes leave their words")
    func provisions() throws {
        let provisions = try read(Self.law).provisions
        #expect(provisions.map(\.eId) == ["preamble", "art_1", "art_2", "sched_1"])
        #expect(provisions[1].heading == "Scope")
        #expect(provisions[1].path == ["Chapter I — General"])
        #expect(provisions[1].text == "This Act covers toxins and agents2 [all].")
        #expect(provisions[2].heading == "Offences")
        #expect(provisions[2].text == "- making;\n- selling.")
        #expect(provisions[3].kind == .schedule)
    }

    @Test("front matter that YAML refuses is read line by line, with a note")
    func brokenFrontMatter() throws {
        let result = try read("---\ntitle: Act: on: toxins\ncountry: ke\n\tx\n---\n\n##### Article 1\n\nText.\n")
        #expect(result.laws.first?.jurisdiction.code == "KE")
        #expect(result.laws.first?.title == "Act: on: toxins")
        #expect(result.report.noteCount == 1)
    }

    @Test("the path stands in for country and language")
    func path() throws {
        let law = try #require(try read("# Act\n\n## Article 1\n\nText.\n", name: "/laws/KE/sw/act.md").laws.first)
        #expect(law.jurisdiction.code == "KE")
        #expect(law.language.tag == "sw")
    }
}
