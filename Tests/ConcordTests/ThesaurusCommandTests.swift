import Foundation
import Testing

@Suite("The thesaurus on the command line")
struct ThesaurusCommandTests {
    private let folder = FileManager.default.temporaryDirectory.appendingPathComponent("names-" + UUID().uuidString)

    private func laws(_ body: (String) throws -> Void) throws {
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let lines = [
            #"{"id":"A#1","country":"KE","lang":"en","law":"Goods Act","heading":"Transit","text":"Dual-use goods."}"#,
            #"{"id":"A#2","country":"KE","lang":"en","law":"Goods Act","heading":"","text":"Export licences, again."}"#,
            #"{"id":"B#1","country":"KR","lang":"ko","law":"법","heading":"","text":"핵무기를 금지한다."}"#,
            #"{"id":"C#1","country":"EG","lang":"ar","law":"قانون","heading":"","text":"والتصدير محظور"}"#,
        ]
        let file = folder.appendingPathComponent("laws.jsonl")
        try lines.joined(separator: "\n").write(to: file, atomically: true, encoding: .utf8)
        try body(file.path)
    }

    private struct Language: Decodable {
        struct Term: Decodable {
            var concept, term: String
            var provisions: Int
            var places: [String]
        }
        var language: String
        var texts: Int
        var terms: [Term]
        var attested: Int
    }

    @Test("names are found in their forms, with the place, and counted by language")
    func check() throws {
        try laws { file in
            let result = try Program.run("thesaurus", "check", file, "--json")
            #expect(result.status == 0, "\(result.errors)")
            let languages = try JSONDecoder().decode([Language].self, from: Data(result.output.utf8))
            func term(_ language: String, _ concept: String) -> [Language.Term] {
                languages.first { $0.language == language }?.terms
                    .filter { $0.concept == concept && $0.provisions > 0 } ?? []
            }
            #expect(term("en", "transit").first?.places == ["A#1"])
            #expect(term("en", "export-licence").first?.places == ["A#2"])
            #expect(!term("en", "dual-use-item").isEmpty)
            // A particle behind the word, and "and" before the article.
            #expect(!term("ko", "nuclear-weapon").isEmpty)
            #expect(!term("ar", "export").isEmpty)
            for language in languages {
                #expect(language.attested == language.terms.count { $0.provisions > 0 })
                #expect(language.terms.allSatisfy { $0.places.count == min(3, $0.provisions) })
            }
        }
    }

    @Test("a table stands first; places and missing names follow on request")
    func table() throws {
        try laws { file in
            let plain = try Program.run("thesaurus", "check", file, "--lang", "en")
            #expect(plain.output.hasPrefix("lang ") && plain.output.split(separator: "\n").count == 2)
            let all = try Program.run("thesaurus", "check", file, "--lang", "en", "--verbose", "--missing")
            #expect(all.output.contains("A#1") && all.output.contains("terms that never occur"))
            #expect(try Program.run("thesaurus", "check", file, "--lang", "tlh").status == 64)
            #expect(try Program.run("thesaurus", "check", "/nowhere").status == 66)
            #expect(try Program.run("thesaurus", "check").status == 64)
        }
    }

    @Test("a broken thesaurus is named with file and line")
    func broken() throws {
        try laws { file in
            let resources = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
                .appendingPathComponent("../../Sources/Obligations/Resources").standardizedFileURL
            let copy = folder.appendingPathComponent("resources")
            try FileManager.default.copyItem(at: resources, to: copy)
            let turtle = "@prefix c: <https://concord.example/ns/thesaurus#> .\n\nc:transit c:colour \"red\" .\n"
            try turtle.write(
                to: copy.appendingPathComponent("thesaurus/zz.ttl"), atomically: true, encoding: .utf8)
            let result = try Program.run(
                "thesaurus", "check", file, environment: ["CONCORD_RESOURCES": copy.path])
            #expect(result.status == 65)
            #expect(result.errors.contains("thesaurus/zz.ttl, line 3, concept transit"), "\(result.errors)")
        }
    }

    @Test("a concept is shown by its id or a name in any language; an unknown one is answered with others")
    func show() throws {
        let result = try Program.run("thesaurus", "show", "沙林")
        #expect(result.status == 0 && result.output.hasPrefix("sarin "))
        #expect(result.output.contains("broader: nerve-agent"))
        let unknown = try Program.run("thesaurus", "show", "nuclear", "waepon")
        #expect(unknown.status == 66 && unknown.errors.contains("nuclear-weapon"))
    }
}
