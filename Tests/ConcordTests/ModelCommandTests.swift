import Foundation
import Testing

@Suite("Model provisions on the command line")
struct ModelCommandTests {
    private static let corpus = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        .appendingPathComponent("../../corpus").standardizedFileURL.path

    private func model(_ arguments: String..., environment: [String: String] = [:]) throws -> Program.Result {
        try Program.run(Program.path, ["model"] + arguments, environment: environment)
    }

    @Test("the corpus is found from the program, from the environment and by option")
    func finding() throws {
        let found = try model("op3cd.transit")
        #expect(found.status == 0 && found.output.contains("model-act#art_34"), "\(found.errors)")
        #expect(try model("op3cd.transit", "--corpus", Self.corpus).output == found.output)
        #expect(try model("op3cd.transit", environment: ["CONCORD_CORPUS": Self.corpus]).output == found.output)
        #expect(try model("op3cd.transit", "--corpus", "/nowhere").status == 66)
    }

    @Test("without a code, rows are listed with the articles that serve them")
    func listing() throws {
        let result = try model("--weapon", "nuclear")
        #expect(result.status == 0)
        #expect(result.output.contains("op3ab.safeguards") && result.output.contains("model-nuclear"))
    }

    @Test("languages stand side by side, each isolated")
    func columns() throws {
        let result = try model("op3cd.transit", "--lang", "en,ar", environment: ["COLUMNS": "100"])
        let line = try #require(result.output.split(separator: "\n").first { $0.contains("Article 34") })
        #expect(line.contains("المادة 34"))
        #expect(line.count { $0 == "\u{2068}" } == 2 || line.unicodeScalars.count { $0.value == 0x2068 } == 2)
    }

    @Test("an unknown code is answered with the nearest, and no row without provision is passed over")
    func unknown() throws {
        let mistyped = try model("op3cd.tranist")
        #expect(mistyped.status == 66 && mistyped.errors.contains("op3cd.transit"))
        let unserved = try model("op1.statements")
        #expect(unserved.status == 0 && unserved.errors.contains("No model provision serves op1.statements"))
    }

    @Test(
        "a language, a weapon or a form that there is not, and a form without code, are refused",
        arguments: [
            ["op2.use", "--lang", "de"], ["op2.use", "--lang", "en,en"], ["op2.use", "--weapon", "laser"],
            ["--format", "html"], ["op2.use", "--format", "akn", "--lang", "en,fr"],
        ])
    func usage(arguments: [String]) throws {
        #expect(try Program.run(Program.path, ["model"] + arguments).status == 64)
    }

    @Test("HTML carries language and direction; Markdown has a column a language")
    func exports() throws {
        let html = try model("op3cd.transit", "--lang", "en,ar", "--format", "html").output
        #expect(html.hasPrefix("<!DOCTYPE html>") && html.contains("<td lang=\"ar\" dir=\"rtl\">"))
        #expect(!html.contains("src=") && !html.contains("href="))
        let markdown = try model("op3cd.transit", "--lang", "en,ar", "--format", "markdown").output
        #expect(markdown.contains("| en | ar |\n| --- | --- |"))
    }

    @Test("Akoma Ntoso that was written is read again as law, with its tags")
    func akomaNtoso() throws {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("model-" + UUID().uuidString)
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let file = folder.appendingPathComponent("out.xml").path
        let written = try model("op3cd", "--lang", "fr", "--format", "akn", "--output", file)
        #expect(written.status == 0 && written.output.isEmpty, "\(written.errors)")
        let index = folder.appendingPathComponent("index").path
        let indexed = try Program.run("index", file, "--index", index)
        #expect(indexed.status == 0, "\(indexed.output)\(indexed.errors)")
        let found = try Program.run("search", "obligation:op3cd.transit", "--json", "--index", index)
        #expect(found.output.contains("model-act__art_34"))
        #expect(try model("op3cd", "--output", "/nowhere/x/out.txt").status == 74)
    }
}
