import Foundation
import Testing

@Suite("JSON that programs read")
struct JSONTests {
    private let files: LawFiles

    init() throws { files = try SharedIndex.files.get() }

    private func decode<T: Decodable>(_ type: T.Type, _ arguments: String...) throws -> T {
        let result = try Program.run(Program.path, arguments + ["--json"], environment: ["CONCORD_INDEX": files.index])
        #expect(result.status == 0, "\(result.errors)")
        return try JSONDecoder().decode(type, from: Data(result.output.utf8))
    }

    private struct Answer: Decodable {
        struct Hit: Decodable {
            var rank: Int
            var score: Double
            var iri, eId, country, language, title, heading, kind, status, authenticity, file: String
            var id: String?
            var number: String?
            var year: Int?
            var path: [String]
            var cells: [Cell]
            var snippet: Snippet?
        }
        struct Cell: Decodable {
            var cell, aspect: String
            var weapon: String?
            var confidence: Double
        }
        struct Snippet: Decodable {
            var text: String
            var highlights: [[Int]]
        }
        struct Count: Decodable, Equatable {
            var value: String
            var count: Int
        }
        var query: String
        var total: Int
        var hits: [Hit]
        var facets: [String: [Count]]?
    }

    @Test("a search gives hits with their law, cells and highlights in scalars")
    func search() throws {
        let answer = try decode(Answer.self, "search", "mangoes", "--facets")
        #expect(answer.query == "mangoes")
        #expect(answer.total == 1)
        let hit = try #require(answer.hits.first)
        #expect(hit.rank == 1)
        #expect(hit.score > 0)
        #expect(hit.id == "KE/Ports#1")
        #expect(hit.iri.hasSuffix("#" + hit.eId))
        #expect((hit.country, hit.language, hit.title) == ("KE", "en", "Ports Act"))
        #expect((hit.number, hit.year, hit.kind) == ("1", 2004, "section"))
        #expect(hit.heading == "Section 1 Cargo")
        #expect(hit.file.hasSuffix("/laws/lines.jsonl"))
        let snippet = try #require(hit.snippet)
        let scalars = Array(snippet.text.unicodeScalars)
        let marked = snippet.highlights.map { range in
            var text = String.UnicodeScalarView()
            text.append(contentsOf: scalars[range[0]..<range[1]])
            return String(text)
        }
        #expect(marked == ["mangoes"])
        #expect(answer.facets?["country"] == [.init(value: "KE", count: 1)])
        #expect(answer.facets?["year"] == [.init(value: "2004", count: 1)])
    }

    @Test("a prohibition comes with its cells; filters alone are a question")
    func cells() throws {
        let answer = try decode(Answer.self, "search", "--obligation", "op2.manufacture", "--weapon", "chemical")
        let cell = answer.hits.first?.cells.first { $0.cell == "op2.manufacture" }
        #expect(answer.hits.first?.id == "KE/Ports#2")
        #expect(cell?.weapon == "CW")
        #expect((cell?.confidence ?? 0) > 0 && (cell?.confidence ?? 2) <= 1)
    }

    @Test("no hits are an empty list")
    func nothing() throws {
        let answer = try decode(Answer.self, "search", "zzyzx")
        #expect(answer.total == 0)
        #expect(answer.hits.isEmpty)
        #expect(answer.facets == nil)
    }

    @Test("show gives a provision with its law, or all provisions of a law")
    func show() throws {
        struct Shown: Decodable {
            struct Law: Decodable {
                var title: String
            }
            struct Provision: Decodable {
                var eId: String
                var text: String
            }
            var iri: String
            var law: Law
            var provision: Provision
        }
        let one = try decode(Shown.self, "show", "KE/Ports#1")
        #expect(one.law.title == "Ports Act")
        #expect(one.provision.text == "The master declares mangoes before unloading.")
        #expect(try decode(Shown.self, "show", one.iri).provision.eId == one.provision.eId)
        let law = try decode([Shown].self, "show", String(one.iri.prefix { $0 != "#" }))
        #expect(law.count == 2)
        #expect(law.first?.iri == one.iri)
    }

    @Test("obligations gives the matrix with titles in six languages")
    func obligations() throws {
        struct Row: Decodable {
            var code: String
            var group: String
            var number: Int
            var weapons: [String]
            var titles: [String: String]
        }
        let rows = try decode([Row].self, "obligations")
        #expect(Set(rows.map(\.code)).count == rows.count)
        #expect(rows.allSatisfy { Set($0.titles.keys) == ["ar", "zh", "en", "fr", "ru", "es"] })
        let one = try decode([Row].self, "obligations", "op2.manufacture")
        #expect(one.map(\.code) == ["op2.manufacture"])
        #expect(one.first?.weapons == ["NW", "CW", "BW"])
        #expect(try decode([Row].self, "obligations", "op3cd").count > 10)
    }

    @Test("analyze gives tokens whose ranges cut their text out of the whole")
    func analyze() throws {
        struct Analysis: Decodable {
            struct Token: Decodable {
                var form, term, text: String
                var position, start, end: Int
            }
            var language: String
            var tokens: [Token]
        }
        let text = "Les États contrôlent l’exportation des matières"
        let analysis = try decode(Analysis.self, "analyze", text)
        #expect(analysis.language == "fr")
        let bytes = Array(text.utf8)
        for token in analysis.tokens {
            #expect(String(decoding: bytes[token.start..<token.end], as: UTF8.self) == token.text)
            #expect(["exact", "stem"].contains(token.form))
        }
        #expect(analysis.tokens.contains { $0.form == "exact" && $0.term == "exportation" })
    }

    @Test("info counts what the index holds")
    func info() throws {
        struct Info: Decodable, Equatable {
            var laws, provisions, segments, documents, indexBytes: Int
            var countries, languages: [String: Int]
            var isCurrent: Bool
        }
        let info = try decode(Info.self, "info")
        #expect((info.laws, info.provisions, info.documents) == (4, 17, 17))
        #expect(info.countries == ["KE": 17])
        #expect(info.languages == ["en": 17])
        #expect(info.isCurrent)
        #expect(info.segments > 0 && info.indexBytes > 0)
    }

    @Test("a batch gives a run of six columns in TREC's form, with the ids of JSON Lines or else IRIs")
    func batch() throws {
        let questions = try files.write(
            "questions.tsv", "q1\tmangoes\r\n\nq 2\tledger1\nq3\tcountry:Atlantis (unclosed\nq4\tzzyzx\n")
        let run = files.root + "/run.tsv"
        let result = try Program.run(
            "search", "--index", files.index, "--batch", questions, "--run", run, "--limit", "3")
        #expect(result.status == 0, "\(result.errors)")
        #expect(result.output.hasPrefix("4 questions"))
        let rows = try String(contentsOfFile: run, encoding: .utf8).split(separator: "\n").map {
            $0.split(separator: "\t", omittingEmptySubsequences: false)
        }
        #expect(rows.allSatisfy { $0.count == 6 && $0[1] == "Q0" && $0[5] == "concord" && Double($0[4]) != nil })
        #expect(rows.first.map { [$0[0], $0[2], $0[3]] } == ["q1", "KE/Ports#1", "1"])
        let second = rows.filter { $0[0] == "q 2" }
        #expect(second.map { $0[3] } == ["1", "2", "3"])
        #expect(second.allSatisfy { $0[2].hasPrefix("/akn/ke/") })
        #expect(!rows.contains { $0[0] == "q4" })
    }

    @Test("a batch line without a tab is 65 and named")
    func badBatch() throws {
        let questions = try files.write("bad.tsv", "q1\tmangoes\nno tab\n")
        let result = try Program.run(
            "search", "--index", files.index, "--batch", questions, "--run", files.root + "/bad-run.tsv")
        #expect(result.status == 65)
        #expect(result.errors.contains("bad.tsv, line 2"))
    }
}
