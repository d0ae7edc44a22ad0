import Foundation
import Testing

@Suite("concord fetch")
struct FetchCommandTests {
    private static func list(_ address: String) -> String {
        """
        sources:
          - id: acts
            state: KE
            language: en
            publisher: Invented Press
            licence: invented
            format: xml
            schedule: daily
            urls: ["\(address)"]
        """
    }

    @Test("a dry run lists documents and sends nothing")
    func dryRun() throws {
        let files = try LawFiles()
        let list = try files.write("sources.yaml", Self.list("http://127.0.0.1:9/act.xml"))
        for arguments in [["KE"], ["Kenya"], ["--source", "acts"], []] {
            let result = try Program.run(
                Program.path, ["fetch", "--dry-run", "--sources", list, "--index", files.index] + arguments)
            #expect(result.status == 0, "\(result.errors)")
            #expect(result.output.contains("http://127.0.0.1:9/act.xml"))
            #expect(result.output.contains("nothing was sent"))
        }
        #expect(!FileManager.default.fileExists(atPath: files.root + "/sources"))
        let json = try Program.run("fetch", "--dry-run", "--json", "--sources", list, "--index", files.index)
        let object = try #require(
            try JSONSerialization.jsonObject(with: Data(json.output.utf8)) as? [[String: Any]])
        #expect(object.first?["publisher"] as? String == "Invented Press")
    }

    @Test("the list that Concord brings is found from anywhere")
    func builtIn() throws {
        let result = try Program.run("fetch", "--dry-run", "--all", "--index", "/nowhere")
        #expect(result.status == 0, "\(result.errors)")
        #expect(result.output.contains("legislation.gov.uk"))
    }

    @Test("what could not be fetched is 69, and is named with its reason")
    func unavailable() throws {
        let files = try LawFiles()
        let list = try files.write("sources.yaml", Self.list("http://127.0.0.1:9/act.xml"))
        let result = try Program.run("fetch", "KE", "--sources", list, "--index", files.index)
        #expect(result.status == 69)
        #expect(result.output.contains("not on the public internet"))
        #expect(result.errors.contains("could not be fetched"))
        let json = try Program.run("fetch", "KE", "--json", "--sources", list, "--index", files.index)
        #expect(json.status == 69)
        let object = try JSONSerialization.jsonObject(with: Data(json.output.utf8)) as? [String: Any]
        let sources = try #require(object?["sources"] as? [[String: Any]])
        let documents = try #require(sources.first?["documents"] as? [[String: Any]])
        #expect(documents.first?["outcome"] as? String == "failed")
    }

    @Test("a State, source or list that is not there is told")
    func missing() throws {
        let files = try LawFiles()
        let list = try files.write("sources.yaml", Self.list("https://law.example/act.xml"))
        let wrong = try files.write("wrong.yaml", Self.list("ftp://law.example/act.xml"))
        let cases: [([String], Int32, String)] = [
            (["UG", "--sources", list], 66, "KE"), (["Atlantis", "--sources", list], 64, "Atlantis"),
            (["--source", "none", "--sources", list], 66, "none"), (["KE", "--sources", "/no/list"], 66, "/no/list"),
            (["KE", "--sources", wrong], 65, "line 9"),
        ]
        for (arguments, status, text) in cases {
            let result = try Program.run(Program.path, ["fetch", "--index", files.index] + arguments)
            #expect(result.status == status, "\(arguments): \(result.errors)")
            #expect(result.errors.contains(text), "\(result.errors)")
        }
    }
}
