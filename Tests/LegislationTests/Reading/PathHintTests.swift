import Foundation
import Legislation
import Testing

@Suite("What a path says stands in for what the text does not say")
struct PathHintTests {
    private func law(_ text: String, name: String, options: ReaderOptions = ReaderOptions()) throws -> Law {
        var laws: [Law] = []
        try LegislationReader(options: options).read(
            Data(text.utf8), name: name, onLaw: { laws.append($0) }, onProvision: { _ in })
        return try #require(laws.first)
    }

    private let text = "# Seed Act\n\n## Article 1\n\nSeeds are sown.\n\n## Article 2\n\nSeeds are kept.\n"

    @Test("Folders name the country and the language")
    func folders() throws {
        let law = try law(text, name: "laws/KE/sw/seed.md")
        #expect(law.jurisdiction.code == "KE")
        #expect(law.language.tag == "sw")
    }

    @Test(
        "A day in the file name tells versions apart",
        arguments: [
            ("KE/en/seed(2024-04-26).md", "2024-04-26"), ("KE/en/seed_2020-10-17_.md", "2020-10-17"),
            ("KE/en/2011-01-08.md", "2011-01-08"), ("KE/en/seed.md", nil), ("KE/en/seed-12024-04-26.md", nil),
            ("KE/en/seed-2024-13-45.md", nil), ("KE/en/seed-9999-01-01.md", nil),
        ])
    func day(name: String, version: String?) throws {
        #expect(try law(text, name: name).version == version)
    }

    @Test("What the text says itself counts more, and hints can be left aside")
    func precedence() throws {
        let dated = "---\ntitle: Seed Act\npublication_date: \"1999-05-01\"\ncountry: ug\n---\n" + text
        let stated = try law(dated, name: "KE/en/seed_2020-10-17_.md")
        #expect(stated.jurisdiction.code == "UG")
        #expect(stated.version == nil)
        #expect(stated.enacted == "1999-05-01")
        let unhinted = try law(text, name: "KE/en/seed_2020-10-17_.md", options: ReaderOptions(usesPathHints: false))
        #expect(unhinted.version == nil)
        #expect(unhinted.jurisdiction == .unknown)
    }
}
