import Foundation
import TestSupport
import Testing

@Suite("Comparable provisions on the command line")
struct CompareCommandTests {
    private static let files = Result {
        let files = try LawFiles()
        for (number, law) in InventedLaw.transitLaws.enumerated() {
            try files.write("laws/\(number + 100).xml", law.akomaNtoso)
        }
        let result = try Program.run("index", "--index", files.index, files.laws)
        guard result.status == 0 else { throw CocoaError(.fileReadUnknown) }
        return files
    }

    private func compare(_ arguments: String..., environment: [String: String] = [:]) throws -> Program.Result {
        let common = ["compare", "--index", try Self.files.get().index]
        return try Program.run(
            Program.path,
            common + (arguments.contains("--obligation") ? [] : ["--obligation", "op3cd.transit"])
                + (arguments.contains("--for") ? [] : ["--for", "KE"]) + arguments,
            environment: environment)
    }

    @Test("the terminal shows the model provision, then each choice with citation, reason and source")
    func terminal() throws {
        let result = try compare("--weapon", "chemical")
        #expect(result.status == 0 && result.errors.isEmpty, "\(result.errors)")
        let model = try #require(result.output.range(of: "Model provision"))
        let first = try #require(result.output.range(of: "1. Uganda"))
        #expect(model.lowerBound < first.lowerBound)
        for words in [
            "same region (Eastern Africa)", "in force", "official text", "text of 2020-01-01",
            "https://law.example/akn/ug/act/2015/1", "/akn/ug/act/2015/1/eng@", "Same text:", "7 States",
        ] {
            #expect(result.output.contains(words), "\(words)")
        }
        #expect(!result.output.contains("\u{1B}"))
    }

    @Test("the model provision is in the language of the asking State where the corpus has it, or as asked")
    func modelLanguage() throws {
        #expect(try compare("--for", "MA").output.contains("المادة"))
        #expect(try compare("--lang", "fr").output.contains("Article 34"))
        let without = try compare("--corpus", "/nowhere")
        #expect(without.status == 66)
    }

    @Test("HTML has the texts in columns with language and direction, escaped, and loads nothing")
    func html() throws {
        let html = try compare("--format", "html").output
        #expect(html.hasPrefix("<!DOCTYPE html>\n<html lang=\"en\" dir=\"ltr\">"))
        #expect(html.contains("<div class=\"text\" lang=\"ar\" dir=\"rtl\">"))
        #expect(html.contains("<div class=\"text\" lang=\"ja\" dir=\"ltr\">"))
        #expect(html.contains("<a href=\"https://law.example/akn/eg/act/2015/1\">"))
        #expect(!html.contains("src=") && !html.contains("url(") && !html.contains("<script"))
        // Well-formed, so that other programs can read it.
        let document = XMLCheck.fault(
            in: html.replacing("<meta charset=\"utf-8\">", with: "")
                .replacing(#/<meta name[^>]*>/#, with: "").replacing("<br>", with: "<br/>")
                .replacing("<!DOCTYPE html>", with: ""))
        #expect(document == nil, "\(document ?? "")")
    }

    @Test("Markdown has an overview and marks right-to-left text")
    func markdown() throws {
        let markdown = try compare("--format", "markdown").output
        #expect(markdown.hasPrefix("# Transit control: comparable provisions"))
        #expect(markdown.contains("| 1 | Uganda |"))
        #expect(markdown.contains("<div lang=\"ar\" dir=\"rtl\">"))
    }

    @Test("Akoma Ntoso is a well-formed collection of portions, each with its own law")
    func akomaNtoso() throws {
        let own = try LawFiles()
        let file = own.root + "/out.xml"
        let result = try compare("--format", "akn", "--output", file)
        #expect(result.status == 0 && result.output.isEmpty, "\(result.errors)")
        let xml = try String(contentsOfFile: file, encoding: .utf8)
        #expect(XMLCheck.fault(in: xml) == nil)
        #expect(xml.contains("<documentCollection name=\"comparable-provisions\""))
        #expect(xml.contains("<FRBRthis value=\"/akn/ug/act/2015/1/~art_4\"/>"))
        #expect(xml.contains("<c:source href=\"https://law.example/akn/ug/act/2015/1\"/>"))
        #expect(xml.contains("xml:lang=\"ar\"") && xml.contains("<c:reason>same region (Eastern Africa)</c:reason>"))
        let ids = xml.matches(of: #/ eId="([^"]+)"/#).map(\.1).filter { $0 != "concord" }
        #expect(Set(ids).count == ids.count)
        #expect(try compare("--format", "akn", "--output", "/nowhere/x/out.xml").status == 74)
    }

    private static let schema = ProcessInfo.processInfo.environment["CONCORD_AKN_SCHEMA"]

    @Test(
        "Akoma Ntoso is valid against the schema of the standard",
        .enabled(
            if: schema.map { FileManager.default.fileExists(atPath: $0) } ?? false,
            "CONCORD_AKN_SCHEMA names akomantoso30.xsd of the OASIS standard; without it files are not validated"),
        .enabled(if: FileManager.default.isExecutableFile(atPath: "/usr/bin/xmllint"), "xmllint (libxml2-utils)"))
    func valid() throws {
        let own = try LawFiles()
        let file = own.root + "/out.xml"
        #expect(try compare("--format", "akn", "--output", file).status == 0)
        let checked = try Program.run(
            "/usr/bin/xmllint", ["--nonet", "--noout", "--schema", Self.schema ?? "", file])
        #expect(checked.status == 0, "\(checked.errors.prefix(2000))")
    }

    @Test(
        "what is asked wrongly is 64, what is not there 66, each with what was probably meant",
        arguments: [
            (["--obligation", "op3cd.tranist"], 66, "op3cd.transit"), (["--obligation", "op3cd"], 64, "name one"),
            (["--weapon", "chemcial"], 64, "chemical?"), (["--aspect", "frame"], 64, "framework?"),
            (["--for", "Kenia"], 64, "KE (Kenya)?"), (["--for", "XQ"], 64, "ISO 3166-1"),
            (["--obligation", "op2.use"], 66, "No provision of another State"), (["--count", "0"], 64, "1 to 100"),
            (["--obligation", "op1.npt", "--weapon", "nuclear"], 64, "not asked by weapon"),
            (["--format", "pdf"], 64, "pdf"),
        ])
    func mistakes(arguments: [String], status: Int32, words: String) throws {
        let given =
            arguments + (arguments.contains("--obligation") ? [] : ["--obligation", "op3cd.transit"])
            + (arguments.contains("--for") ? [] : ["--for", "KE"])
        let result = try Program.run(Program.path, ["compare", "--index", try Self.files.get().index] + given)
        #expect(result.status == status, "\(result.errors)")
        #expect(result.errors.contains(words), "\(result.errors)")
        #expect(result.output.isEmpty)
    }

    @Test("a folder that is no index is 66 for both commands")
    func noIndex() throws {
        let nowhere = try Self.files.get().root + "/nowhere"
        for arguments in [["compare", "--obligation", "op2.use", "--for", "KE"], ["similar", "/akn/x#art_1"]] {
            let result = try Program.run(Program.path, arguments + ["--index", nowhere])
            #expect(result.status == 66, "\(result.errors)")
            #expect(result.errors.contains("nowhere") && result.output.isEmpty)
        }
        #expect(!FileManager.default.fileExists(atPath: nowhere))
    }

    @Test("a long provision is cut at a sentence, and the command says how to read the rest; --full has all of it")
    func long() throws {
        let own = try LawFiles()
        let sentences = (1...60).map { "The carrier of load \($0) shows the permit at post \($0)." }
        let law = InventedLaw(
            "UG", "eng", "Long Act (invented)",
            articles: [.init(1, "Posts", sentences.joined(separator: " "), code: "op3cd.transit")])
        try own.write("laws/long.xml", law.akomaNtoso)
        #expect(try Program.run("index", "--index", own.index, own.laws).status == 0)
        let common = ["compare", "--obligation", "op3cd.transit", "--for", "KE", "--index", own.index]
        let cut = try Program.run(Program.path, common, environment: ["COLUMNS": "1000"]).output
        #expect(cut.contains("more characters: concord show '\(law.expression)#art_1'"))
        #expect(cut.contains("at post 5.") && !cut.contains("at post 60."))
        let full = try Program.run(Program.path, common + ["--full", "--format", "markdown"]).output
        #expect(full.contains("at post 60.") && !full.contains("more characters"))
        let akn = try Program.run(Program.path, common + ["--format", "akn"]).output
        #expect(akn.contains("at post 60."))
    }

    @Test("a State of which the table says nothing is told so")
    func territory() throws {
        let result = try compare("--for", "HK")
        #expect(result.status == 0)
        #expect(result.errors.contains("are not known"))
    }

    @Test("similar provisions are listed with what is shared; the same text stands once")
    func similar() throws {
        let index = try Self.files.get().index
        let iri = "/akn/fr/act/2015/1/fra@2020-01-01#art_2"
        let result = try Program.run("similar", iri, "--index", index)
        #expect(result.status == 0 && result.errors.isEmpty, "\(result.errors)")
        for words in ["Similar to", "both serve: op3cd.transit", "Uganda", "same text:", "likeness"] {
            #expect(result.output.contains(words), "\(words)")
        }
        let json = try Program.run("similar", iri, "--json", "--count", "3", "--index", index)
        let answer = try #require(try JSONSerialization.jsonObject(with: Data(json.output.utf8)) as? [String: Any])
        #expect((answer["hits"] as? [[String: Any]])?.count == 3)
        #expect(answer["iri"] as? String == iri)
        for (iri, status) in [("/akn/fr/act/2015/1", 64), ("/akn/fr/act/2015/1#art_9", 66), ("nothing", 66)] {
            let wrong = try Program.run("similar", iri, "--index", index)
            #expect(wrong.status == status && wrong.errors.hasPrefix("concord: "), "\(wrong.errors)")
        }
    }
}
