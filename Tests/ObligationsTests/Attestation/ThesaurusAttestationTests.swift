import Testing

@testable import Obligations

@Suite("Names of the thesaurus in texts")
struct ThesaurusAttestationTests {
    private static let turtle = """
        @prefix c: <https://concord.example/ns/thesaurus#> .
        @prefix skos: <http://www.w3.org/2004/02/skos/core#> .

        c:agent a skos:Concept ; skos:inScheme c:scheme-goods-materials ; c:weapon "CW" ;
            skos:prefLabel "nerve agent"@en , "agent neurotoxique"@fr ; skos:altLabel "GB"@mul .
        c:chemical a skos:Concept ; skos:inScheme c:scheme-goods-materials ; c:weapon "CW" ;
            skos:prefLabel "toxic chemical"@en ; skos:altLabel "chemical"@en .
        c:person a skos:Concept ; skos:inScheme c:scheme-actors ; skos:prefLabel "person"@en .
        """

    let thesaurus: Thesaurus

    init() throws { thesaurus = try Thesaurus(turtle: Self.turtle) }

    private typealias Text = (language: String, law: Int, text: String)

    private func report(_ texts: [Text]) -> AttestationReport {
        var attestation = ThesaurusAttestation(thesaurus: thesaurus, wantsCandidates: true)
        for (place, text) in texts.enumerated() {
            attestation.add(text.text, language: text.language, law: text.law) { "text \(place)" }
        }
        return attestation.report()
    }

    private func term(_ text: String, _ language: String, _ report: AttestationReport) throws -> AttestationReport.Term
    {
        let names = try #require(report.languages.first { $0.tag == language })
        return try #require(names.terms.first { $0.text == text })
    }

    @Test("are counted by provision, in any form, also within longer names, with the first three places")
    func counting() throws {
        let report = report([
            ("en", 1, "Toxic chemicals. A toxic chemical is a chemical."), ("en", 1, "Nerve agents"),
            ("en-GB", 2, "a toxic chemical"), ("en", 2, "the chemical"), ("en", 2, "chemicals"),
        ])
        let toxic = try term("toxic chemical", "en", report)
        #expect(toxic.provisions == 2 && toxic.places == ["text 0", "text 2"] && toxic.isPreferred)
        let chemical = try term("chemical", "en", report)
        #expect(chemical.provisions == 4 && chemical.places == ["text 0", "text 2", "text 3"])
        #expect(try term("person", "en", report).provisions == 0)
    }

    @Test("are looked for in their own language, those of every language in all")
    func languages() throws {
        let report = report([("en", 1, "agent neurotoxique GB"), ("fr", 2, "un agent neurotoxique, GB")])
        #expect(try term("agent neurotoxique", "fr", report).provisions == 1)
        #expect(try term("GB", "mul", report).provisions == 2)
        let english = try #require(report.languages.first { $0.tag == "en" })
        #expect(english.attested == 0 && english.concepts == 3 && english.attestedConcepts == 0 && english.texts == 1)
        #expect(report.languages.map(\.tag) == ["en", "fr", "mul"])
    }

    @Test("leave words to be found that mark the domain, and neither words of the language nor parts of names")
    func candidates() throws {
        let domain: [Text] = (0..<12).map {
            ("en", $0 / 3, "The nerve agent and the toxic chemical are brought to the decontamination station.")
        }
        let other: [Text] = (0..<300).map {
            ("en", 10 + $0, "The council elects the mayor, and the mayor heads the council.")
        }
        let names = try #require(report(domain + other).languages.first { $0.tag == "en" })
        let found = names.candidates.map(\.text)
        #expect(found.contains("decontamination") && found.contains("decontamination station"))
        #expect(!found.contains("The") && !found.contains("agent") && !found.contains("mayor"))
        #expect(names.candidates.first?.domain == 12 && names.candidates.first?.other == 0)
    }

    @Test("of nothing read are all there, and none occurs")
    func nothing() {
        for language in report([]).languages {
            #expect(language.attested == 0 && language.texts == 0 && language.candidates.isEmpty)
        }
    }
}
