import Foundation
import Legislation
import TestSupport
import Testing

@Suite("National XML, whatever the dialect")
struct NationalXMLTests {
    @Test("a law without articles is read as what it has, and the report says so")
    func noArticle() throws {
        let text = """
            <Law Era="Reiwa" Year="2" Lang="ja"><LawNum>令和二年</LawNum><LawBody><LawTitle>規則</LawTitle><MainProvision>
            <Paragraph><ParagraphNum>１</ParagraphNum><ParagraphSentence><Sentence>製造しない。</Sentence></ParagraphSentence></Paragraph></MainProvision></LawBody></Law>
            """
        let result = try read(text)
        #expect(result.laws.first?.title == "規則")
        #expect(result.provisions.map(\.kind) == [.paragraphGroup])
        #expect(result.report.structure == .paragraphGroups)
        #expect(result.report.notes.contains { $0.message.contains("no article") })
    }

    @Test("a known root with nothing in it is a law without provisions, not an error")
    func empty() throws {
        let result = try read(
            "<DOC><BIB.DOC><NO.DOC FORMAT=\"NY\"><NO.CURRENT>1</NO.CURRENT><YEAR>2011</YEAR></NO.DOC></BIB.DOC><FMX/></DOC>"
        )
        #expect(result.laws.first?.number == "1/2011")
        #expect(result.provisions.isEmpty)
    }

    @Test("broken, deep and foreign XML is answered with a typed error")
    func hostile() {
        let deep = String(repeating: "<hoofdstuk>", count: 2_000)
        let cases: [(String, LegislationReadError.Reason)] = [
            ("<toestand bwb-id=\"BWBR1\"><wetgeving><artikel></wetgeving></toestand>", .malformed),
            ("<toestand bwb-id=\"BWBR1\"><wetgeving>\(deep)", .tooDeep),
            ("<LexML>&nope;</LexML>", .malformed), ("<act><drama/></act>", .notLegislation),
            ("<!DOCTYPE LexML SYSTEM \"x.dtd\"><LexML/>", .refusedDTD),
        ]
        for (text, reason) in cases {
            let error = #expect(throws: LegislationReadError.self) { try read(text) }
            #expect(error?.reason == reason, "\(text.prefix(60))")
        }
    }

    @Test("long provisions are cut in parts, of which one counts")
    func longProvision() throws {
        let words = String(repeating: "toxine en nog een toxine. ", count: 2_000)
        let text =
            "<toestand bwb-id=\"BWBR1\"><wetgeving><artikel><kop><nr>1</nr></kop><al>\(words)</al></artikel></wetgeving></toestand>"
        let provisions = try read(text).provisions
        #expect(provisions.count == 3)
        #expect(provisions.filter(\.isArticleOfBody).count == 1)
        #expect(Set(provisions.map(\.eId)).count == 3)
    }

    static let formats = [
        "clml", "uslm", "formex", "gii", "br-lexml", "cl-bcn", "dk-lexdania", "ee-rt", "es-boe", "ie-eisb", "jp-egov",
        "kr-law", "nl-bwb", "tw-moj", "ca-laws",
    ]

    @Test(
        "articles found in real files agree with those counted by hand, and eIds are unique",
        .enabled(if: SharedInput.exists("formats/manifest.tsv"), "the shared samples are missing"), arguments: formats)
    func agreement(format: String) throws {
        let manifest = SharedInput.url("formats/manifest.tsv")
        let samples = try CoverageSample.manifest(manifest).filter { $0.format == format }
        #expect(!samples.isEmpty)
        let folder = manifest.deletingLastPathComponent()
        let results = samples.map { CoverageResult($0, folder: folder) }
        #expect(results.allSatisfy { $0.refusal == nil })
        let mean = try #require(CoverageTable(results).meanAgreement())
        #expect(mean >= 0.98, "\(format): \(mean)")
        for sample in samples {
            var ids: Set<String> = []
            var count = 0
            try LegislationReader().read(
                folder.appending(path: sample.path),
                onLaw: { law in
                    #expect(law.jurisdiction != .unknown && law.language != .undetermined)
                },
                onProvision: {
                    ids.insert($0.eId)
                    count += 1
                })
            #expect(ids.count == count, "\(sample.path) repeats an eId")
        }
    }
}
