import Foundation
import TestSupport
import Testing

@Suite("Versions and record on the command line")
struct RecordCommandTests {
    private let files: LawFiles

    init() throws {
        files = try LawFiles()
        for (name, version, text, extra) in [
            ("old", "2016-01-01", "The keeper weighs barrels each month.", nil),
            ("new", "2020-01-01", "The keeper weighs barrels each week.", "The keeper reports <b> & \"losses\"."),
        ] as [(String, String, String, String?)] {
            var articles = [InventedLaw.Article(1, "Barrels", text)]
            if let extra {
                let escaped = extra.replacing("&", with: "&amp;").replacing("<", with: "&lt;")
                articles.append(.init(2, "Reports", escaped))
            }
            let law = InventedLaw("KE", "eng", "Barrels Act", version: version, articles: articles)
            try files.write("laws/\(name).xml", law.akomaNtoso)
        }
        let result = try Program.run("index", "--index", files.index, files.laws, "--as", "Amina")
        #expect(result.status == 0, "\(result.errors)")
    }

    private let work = "/akn/ke/act/2015/1"

    private func run(_ arguments: String...) throws -> Program.Result {
        try Program.run(Program.path, arguments, environment: ["CONCORD_INDEX": files.index])
    }

    private func json<T: Decodable>(_ type: T.Type, _ text: String) throws -> T {
        try JSONDecoder().decode(type, from: Data(text.utf8))
    }

    @Test("search and show answer for a day")
    func asOf() throws {
        let old = try run("search", "barrels", "--as-of", "2017-01-01")
        #expect(old.output.contains("eng@2016-01-01#art_1"))
        #expect(!old.output.contains("eng@2020-01-01"))
        #expect(try run("search", "barrels").output.contains("eng@2020-01-01#art_1"))
        #expect(try run("search", "barrels", "--all-versions").output.contains("eng@2016-01-01"))
        #expect(try run("show", work + "#art_1", "--as-of", "2017-01-01").output.contains("each month"))
        #expect(try run("show", work + "#art_1").output.contains("each week"))
        let none = try run("show", work, "--as-of", "1999-01-01")
        #expect(none.status == 66)
        #expect(none.errors.contains("no expression in the index applied on 1999-01-01"))
    }

    @Test(
        "what is no day, or does not go together, is a mistake of usage",
        arguments: [
            ["search", "x", "--as-of", "2009"], ["show", "x", "--as-of", "yesterday"],
            ["search", "x", "--as-of", "2009-01-01", "--all-versions"], ["search", "x", "--dated-only"],
            ["diff", "x"], ["diff", "x", "--from", "2009-01-01"], ["diff", "x", "y", "--to", "2009-01-01"],
            ["diff", "x", "--from", "2009", "--to", "2010"], ["diff", "x", "y", "--json", "--html"],
            ["verify", "--sample", "3"], ["verify", "--deep", "--sample", "none"], ["history", "x", "--head"],
            ["history", "--limit", "0"],
        ])
    func usage(arguments: [String]) throws {
        let result = try Program.run(Program.path, arguments, environment: ["CONCORD_INDEX": files.index])
        #expect(result.status == 64, "\(result.errors)")
    }

    private struct Version: Decodable {
        var iri, published, status: String
        var appliesFrom, appliesUntil: String?
        var isWithdrawn: Bool
    }

    @Test("versions are listed with their dates")
    func versions() throws {
        let versions = try json([Version].self, run("versions", work, "--json").output)
        #expect(versions.map(\.appliesFrom) == ["2016-01-01", "2020-01-01"])
        #expect(versions.map(\.appliesUntil) == ["2020-01-01", nil])
        #expect(versions.allSatisfy { $0.published == "2015-01-01" && !$0.isWithdrawn })
        #expect(try run("versions", work).output.contains("applies from 2016-01-01 until 2020-01-01"))
        #expect(try run("versions", "/akn/xx/none").status == 66)
    }

    private struct Diff: Decodable {
        struct Change: Decodable {
            struct Run: Decodable, Equatable { var kind, text: String }
            var kind: String
            var words: [Run]
        }
        var counts: [String: Int]
        var changes: [Change]
    }

    @Test("a difference is told for people, programs and browsers")
    func diff() throws {
        let text = try run("diff", work, "--from", "2017-01-01", "--to", "2021-01-01").output
        #expect(text.contains("each [-month-]{+week+}."))
        #expect(text.contains("1 added, 1 changed"))
        let iris = [work + "/eng@2016-01-01", work + "/eng@2020-01-01"]
        let diff = try json(Diff.self, run("diff", iris[0], iris[1], "--json").output)
        #expect(diff.counts == ["added": 1, "changed": 1])
        #expect(diff.changes.map(\.kind) == ["changed", "added"])
        #expect(diff.changes[0].words.contains(.init(kind: "removed", text: "month")))
        let html = try run("diff", iris[0], iris[1], "--html").output
        #expect(html.contains("<del>month</del><ins>week</ins>"))
        #expect(html.contains("&lt;b&gt; &amp; "))
        #expect(try run("diff", work, "--from", "2001-01-01", "--to", "2021-01-01").status == 66)
    }

    private struct Event: Decodable { var sequence: Int; var who, kind, subject, hash: String }

    @Test("the history tells who did what, and its head is the last hash")
    func history() throws {
        let lines = try run("history", "--json").output.split(separator: "\n").map { try json(Event.self, String($0)) }
        #expect(lines.map(\.kind) == ["law.added", "law.added"])
        #expect(lines.allSatisfy { $0.who == "Amina" })
        #expect(try run("history", "--head").output == "2 \(lines[1].hash)\n")
        #expect(try run("history", work).output.contains("Amina  law.added"))
        // Files are read in the order of their names: new.xml, old.xml.
        #expect(try run("history", "--limit", "1").output.contains("2016-01-01"))
        #expect(try run("history", "/akn/xx/none").status == 66)
    }

    @Test("withdrawn laws are passed over unless they are asked for")
    func withdraw() throws {
        let result = try run("withdraw", files.laws + "/new.xml", "--why", "taken back", "--as", "Boris")
        #expect(result.output.contains("1 laws withdrawn"))
        #expect(try run("search", "barrels").output.contains("eng@2016-01-01#art_1"))
        let all = try run("search", "barrels", "--include-withdrawn").output
        #expect(all.contains("eng@2020-01-01#art_1") && all.contains("withdrawn"))
        #expect(try run("history").output.contains("Boris  law.withdrawn"))
        #expect(try run("verify", "--deep").status == 0)
    }

    @Test("export, import and backup give databases that answer alike and are sound")
    func transfer() throws {
        let (export, copy, backup) = (files.root + "/export", files.root + "/copy", files.root + "/backup")
        #expect(try run("export", export).status == 0)
        #expect(try run("import", export, "--index", copy).status == 0)
        #expect(try run("backup", backup).status == 0)
        #expect(try run("backup", files.root + "/catalog.sqlite").status == 0)
        for folder in [copy, backup] {
            let deep = try run("verify", "--deep", "--sample", "all", "--index", folder)
            #expect(deep.status == 0, "\(deep.output)\(deep.errors)")
            #expect(deep.output.contains("3 analysed again"))
            let question = ["search", "barrels", "--all-versions", "--json"]
            #expect(
                try Program.run(Program.path, question + ["--index", folder]).output
                    == Program.run(Program.path, question + ["--index", files.index]).output)
        }
        let again = try run("import", export, "--index", copy)
        #expect(again.status == 65)
        #expect(again.errors.contains("there is something here already"))
        try FileManager.default.removeItem(atPath: export + "/laws.jsonl")
        #expect(try run("import", export, "--index", files.root + "/other").status == 65)
        #expect(!FileManager.default.fileExists(atPath: files.root + "/other"))
    }
}
