import Foundation
import Testing

@Suite("Classification on the command line")
struct ClassifyCommandTests {
    private struct Line: Decodable {
        struct Entry: Decodable {
            var cell: String
            var weapon: String?
            var aspect: String
            var confidence: Double
        }
        var id: String
        var cells: [Entry]
    }

    private static let provisions = """
        {"id":"b","lang":"en","law":"Strategic Goods Act","heading":"Transit","text":"No strategic goods pass in transit without a licence."}
        {"id":"a","lang":"fr","law":"Loi","heading":"","text":"Le président fixe l'ordre du jour."}

        """

    private func classify(_ arguments: String...) throws -> [Line] {
        let files = try LawFiles()
        let path = try files.write("provisions.jsonl", Self.provisions)
        let result = try Program.run(Program.path, ["classify", path] + arguments)
        #expect(result.status == 0, "\(result.errors)")
        return try result.output.split(separator: "\n").map {
            try JSONDecoder().decode(Line.self, from: Data($0.utf8))
        }
    }

    @Test("a line a provision, in the order of the file")
    func lines() throws {
        let lines = try classify()
        #expect(lines.map(\.id) == ["b", "a"])
        #expect(lines[0].cells.contains { $0.cell == "op3cd.transit" && $0.aspect == "framework" })
        #expect(lines[1].cells.allSatisfy { $0.confidence < 0.5 })
    }

    @Test("rows and weapon types are picked out; unknown ones suggest the nearest")
    func filter() throws {
        let transit = try classify("--obligation", "op3cd.transit", "--weapon", "chemical")
        #expect(transit[0].cells.allSatisfy { $0.cell == "op3cd.transit" && $0.weapon == "CW" })
        #expect(transit[0].cells.count >= 1)
        let cell = try Program.run("classify", "none.jsonl", "--obligation", "op3cd.tranzit")
        #expect(cell.status == 64 && cell.errors.contains("Did you mean op3cd.transit?"))
        let weapon = try Program.run("classify", "none.jsonl", "--weapon", "chemicle")
        #expect(weapon.status == 64 && weapon.errors.contains("Did you mean chemical?"))
    }

    @Test("a bad line and a missing file are named")
    func bad() throws {
        let files = try LawFiles()
        let path = try files.write("bad.jsonl", Self.provisions + "{\"id\":1}\n")
        let bad = try Program.run("classify", path)
        #expect(bad.status == 65 && bad.errors.contains("bad.jsonl, line 3"))
        let missing = try Program.run("classify", files.root + "/none.jsonl")
        #expect(missing.status == 66 && missing.errors.contains("none.jsonl"))
        let train = try Program.run("train", path, "--model", files.root + "/model.tsv")
        #expect(train.status == 65 && train.errors.contains("line 1"))
        #expect(!FileManager.default.fileExists(atPath: files.root + "/model.tsv"))
    }

    @Test("a damaged model is named with its mend")
    func damagedModel() throws {
        let files = try LawFiles()
        let path = try files.write("provisions.jsonl", Self.provisions)
        let folder = URL(fileURLWithPath: Program.path).deletingLastPathComponent()
            .appendingPathComponent("concord_Obligations.resources/Resources")
        let copy = URL(fileURLWithPath: files.root + "/resources")
        try FileManager.default.copyItem(at: folder, to: copy)
        let model = copy.appendingPathComponent("model.tsv")
        var text = try String(contentsOf: model, encoding: .utf8)
        text.removeLast(100)
        try FileManager.default.removeItem(at: model)
        try text.write(to: model, atomically: true, encoding: .utf8)
        let result = try Program.run("classify", path, environment: ["CONCORD_RESOURCES": copy.path])
        #expect(result.status == 70 && result.errors.contains("model.tsv") && result.errors.contains("concord train"))
    }

    @Test("explains a provision of the index, and a text, with the words in context")
    func explain() throws {
        let files = try SharedIndex.files.get()
        let indexed = try Program.run("explain", "KE/Ports#2", "--index", files.index)
        #expect(indexed.status == 0, "\(indexed.errors)")
        #expect(indexed.output.contains("op2.manufacture"))
        #expect(indexed.output.contains("[chemical weapon]") || indexed.output.contains("[manufacture]"))
        let missing = try Program.run("explain", "KE/Ports#99", "--index", files.index)
        #expect(missing.status == 66 && missing.errors.contains("KE/Ports#99"))
        let path = try files.write("text.txt", "Transit of dual-use goods needs a licence.")
        let text = try Program.run("explain", "--file", path, "--lang", "en", "--json")
        #expect(text.status == 0, "\(text.errors)")
        #expect(text.output.contains("\"obligation\" : \"op3cd.transit\""))
        let both = try Program.run("explain", "x", "--file", path)
        #expect(both.status == 64)
    }
}
