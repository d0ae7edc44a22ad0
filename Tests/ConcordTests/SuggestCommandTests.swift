import Foundation
import Testing

@Suite("concord suggest, complete, and what search says of a question")
struct SuggestCommandTests {
    private let files: LawFiles

    init() throws { files = try SharedIndex.files.get() }

    private func run(_ arguments: String...) throws -> Program.Result {
        try Program.run(Program.path, arguments, environment: ["CONCORD_INDEX": files.index])
    }

    @Test("suggest prints the corrected question and its corrections")
    func suggest() throws {
        let result = try run("suggest", "maangoes manufactrue")
        #expect(result.status == 0, "\(result.errors)")
        let lines = result.output.split(separator: "\n")
        #expect(lines.first?.contains("mangoes manufacture") == true)
        #expect(lines.count == 3)
        let right = try run("suggest", "mangoes")
        #expect(right.status == 0)
        #expect(right.output == "No word of the question needs correcting.\n")
    }

    @Test("suggest --json")
    func suggestJSON() throws {
        struct Document: Decodable {
            struct Correction: Decodable {
                var written, correction: String
                var edits, provisions, start, end: Int
            }
            var query: String
            var suggestion: String?
            var language: String?
            var corrections: [Correction]
        }
        let result = try run("suggest", "licence mangose", "--json")
        let document = try JSONDecoder().decode(Document.self, from: Data(result.output.utf8))
        #expect(document.suggestion == "licence mangoes")
        #expect(document.language == "en")
        let correction = try #require(document.corrections.first)
        #expect((correction.written, correction.correction) == ("mangose", "mangoes"))
        #expect((correction.edits, correction.provisions) == (1, 1))
        #expect((correction.start, correction.end) == (8, 15))
        let right = try JSONDecoder().decode(
            Document.self, from: Data(try run("suggest", "mangoes", "--json").output.utf8))
        #expect(right.suggestion == nil && right.corrections.isEmpty)
    }

    @Test("complete lists words, concepts, laws and States")
    func complete() throws {
        let result = try run("complete", "manu")
        #expect(result.status == 0, "\(result.errors)")
        #expect(result.output.contains("words\n"))
        #expect(result.output.contains("manufacture"))
        #expect(try run("complete", "toxins a").output.contains("Toxins Act 1"))
        #expect(try run("complete", "ken", "--lang", "en").output.contains("Kenya"))
        #expect(try run("complete", "zzyzxqq").output == "Nothing begins so.\n")
        struct Document: Decodable {
            struct Item: Decodable {
                var kind, text: String
                var provisions: Int
                var language, id: String?
            }
            var query: String
            var completions: [Item]
        }
        let json = try run("complete", "chem weap", "--json", "--limit", "2")
        let document = try JSONDecoder().decode(Document.self, from: Data(json.output.utf8))
        #expect(document.query == "chem weap")
        #expect(document.completions.contains { $0.kind == "concept" && $0.text == "chemical weapon" })
        #expect(Set(document.completions.map(\.kind)).isSubset(of: ["term", "concept", "law", "state"]))
    }

    @Test("search says what was probably meant and which State was named")
    func search() throws {
        let misspelt = try run("search", "mangose")
        #expect(misspelt.output.contains("Did you mean: \u{2068}mangoes\u{2069}"))
        #expect(try !run("search", "mangoes").output.contains("Did you mean"))
        #expect(try run("search", "mangoes Kenya").output.contains("State in the question: Kenya"))
        struct Document: Decodable {
            struct State: Decodable, Equatable {
                var text: String
                var countries: [String]
            }
            var suggestion: String?
            var states: [State]?
        }
        let answer = try JSONDecoder().decode(
            Document.self, from: Data(try run("search", "mangose Kenya", "--json").output.utf8))
        #expect(answer.suggestion == "mangoes Kenya")
        #expect(answer.states == [.init(text: "Kenya", countries: ["KE"])])
        let plain = try JSONDecoder().decode(
            Document.self, from: Data(try run("search", "mangoes", "--json").output.utf8))
        #expect(plain.suggestion == nil && plain.states == nil)
    }

    @Test(
        "mistakes of the command line are 64, an index that is not there is 66",
        arguments: [
            (["suggest"], 64), (["complete"], 64), (["suggest", "x", "--lang", "!!"], 64),
            (["complete", "x", "--limit", "0"], 64), (["complete", "x", "--lang", "!!"], 64),
            (["suggest", "x", "--index", "/nonexistent"], 66), (["complete", "x", "--index", "/nonexistent"], 66),
        ] as [([String], Int32)])
    func mistakes(arguments: [String], status: Int32) throws {
        let result = try Program.run(Program.path, arguments, environment: ["CONCORD_INDEX": files.index])
        #expect(result.status == status, "\(result.errors)")
        #expect(!result.errors.isEmpty)
    }
}
