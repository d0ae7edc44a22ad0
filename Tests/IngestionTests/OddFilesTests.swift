import Foundation
import Ingestion
import Legislation
import Testing

@Suite("Files that are odd or broken")
struct OddFilesTests {
    /// Indexes one odd file beside a sound one, which must be found in any case.
    private func ingest(
        _ name: String, _ bytes: Data, options: ReaderOptions = .init()
    ) throws -> (folder: LawFolder, summary: IngestionSummary, path: String) {
        let folder = try LawFolder()
        let path = try folder.write(name, bytes)
        try folder.write("sound.md", markdown("Sound Act", "Weigh the barrels."))
        let summary = try folder.ingest(options: options)
        #expect(try folder.search("barrels").count == 1)
        #expect(try folder.verify().faults.isEmpty)
        return (folder, summary, path)
    }

    @Test(
        "what cannot be read is skipped with its name and the reason",
        arguments: [
            ("empty.md", Data(), "empty"),
            ("blank.txt", Data(" \n\n".utf8), "white space"),
            ("cut.xml", Data("<akomaNtoso><act><body>".utf8), "line 1"),
            ("app.json", Data("{\"name\": \"app\"}".utf8), "Akoma Ntoso"),
            ("shell.txt", Data("<act><broken>".utf8), "no provision"),
            ("picture.pdf", Data("%PDF-1.7\n\u{1}\u{2}".utf8), "fetch the file again"),
            (
                "half.txt",
                Data(String(repeating: "Статья запрещает. ", count: 30).utf8) + [0xD0, 0x20]
                    + Data(String(repeating: "Статья запрещает. ", count: 30).utf8), "byte 990"
            ),
            (
                "laughs.xml",
                Data(
                    """
                    <!DOCTYPE a [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;&b;&b;">]>
                    <akomaNtoso><act><body><article eId="art_1"><p>&c;</p></article></body></act></akomaNtoso>
                    """.utf8), "line 1"
            ),
        ] as [(String, Data, String)])
    func unreadable(name: String, bytes: Data, reason: String) throws {
        let (_, summary, path) = try ingest(name, bytes)
        let said = try #require(summary.reason(path))
        #expect(said.contains(reason), "\(said)")
        #expect(said.contains(name))
    }

    @Test("a file that may not be read is skipped", .enabled(if: geteuid() != 0, "root may read everything"))
    func forbidden() throws {
        let folder = try LawFolder()
        let path = try folder.write("secret.md", markdown("Secret Act", "Weigh the barrels."))
        try FileManager.default.setAttributes([.posixPermissions: 0], ofItemAtPath: path)
        #expect(try folder.ingest().reason(path)?.contains("cannot be opened") == true)
    }

    @Test("a link to nowhere and a folder's tables, archives and pictures are passed over")
    func notLaws() throws {
        let folder = try LawFolder()
        try folder.write("a.md", markdown("First Act", "Weigh the barrels."))
        for name in ["README.md", "LICENSE", "list.tsv", "old.zip", "map.png", "tool.py"] {
            try folder.write(name, "No law.")
        }
        try folder.write(".hidden.md", markdown("Hidden Act", "Weigh the figs."))
        try FileManager.default.createSymbolicLink(
            atPath: folder.path("dangling.md"), withDestinationPath: folder.path("nowhere"))
        let summary = try folder.ingest()
        #expect(summary.laws == 1)
        #expect(summary.skipped.count == 7)
        #expect(summary.skipped.first { $0.path.hasSuffix("dangling.md") }?.reason.contains("link") == true)
        #expect(try folder.search("figs").isEmpty)
    }

    @Test("a name that is not UTF-8 is said to be none, and the other files are read")
    func misnamed() throws {
        let folder = try LawFolder()
        try folder.write("a.md", markdown("First Act", "Weigh the barrels."))
        let name = Array((folder.sources + "/b").utf8) + [0xFF, 0xFE] + Array(".md".utf8) + [0]
        let descriptor = name.withUnsafeBytes { bytes in
            bytes.baseAddress.map { open($0.assumingMemoryBound(to: CChar.self), O_WRONLY | O_CREAT, 0o644) } ?? -1
        }
        try #require(descriptor >= 0)
        close(descriptor)
        let summary = try folder.ingest()
        #expect(summary.laws == 1)
        #expect(summary.skipped.map(\.reason) == ["its name is not UTF-8; rename it"])
    }

    @Test("NUL characters that JSON and YAML write with an escape cost a note, not the file")
    func escapedNUL() throws {
        let lines = """
            {"id": "a\\u0000b", "country": "KE", "lang": "en", "law": "Ports\\u0000 Act", "text": "Weigh\\u0000 figs."}
            {"id": "c", "country": "KE", "lang": "en", "law": "Ports\\u0000 Act", "text": "Weigh plums."}

            """
        let (folder, summary, path) = try ingest("nul.jsonl", Data(lines.utf8))
        #expect(summary.report(path)?.provisions == 2)
        #expect((summary.report(path)?.noteCount ?? 0) >= 2)
        #expect(try folder.search("figs").count == 1)
        #expect(try folder.search("title:\"ports act\"").count == 2)
        let front = "---\ntitle: \"Tubs\\0 Act\"\ncountry: KE\n---\n\n## Article 1\n\nWeigh pears.\n"
        let yaml = try ingest("nul.md", Data(front.utf8))
        #expect(yaml.summary.report(yaml.path)?.provisions == 1)
        #expect(try yaml.folder.search("pears").count == 1)
    }

    @Test("UTF-16 with a byte order mark is converted")
    func utf16() throws {
        let text = "\u{FEFF}Loi sur les toxines\n\nArticle 1\nNul ne fabrique une toxine.\n"
        let (folder, summary, path) = try ingest("KE/fr/loi.txt", try #require(text.data(using: .utf16LittleEndian)))
        #expect(summary.report(path)?.convertedFrom == "UTF-16LE")
        #expect(try folder.search("fabrique").count == 1)
    }

    @Test("GB18030 is recognised and converted")
    func gb18030() throws {
        // An article on keeping records of chemicals, in GB18030.
        let line: [UInt8] = [
            0xB5, 0xDA, 0xD2, 0xBB, 0xCC, 0xF5, 0x20, 0xCE, 0xAA, 0xC1, 0xCB, 0xBC, 0xD3, 0xC7, 0xBF, 0xB9, 0xDC, 0xC0,
            0xED, 0xA3, 0xAC, 0xD6, 0xC6, 0xB6, 0xA8, 0xB1, 0xBE, 0xCC, 0xF5, 0xC0, 0xFD, 0xA1, 0xA3, 0x0A,
        ]
        let (folder, summary, path) = try ingest("CN/zh/law.txt", Data(Array(repeating: line, count: 6).flatMap { $0 }))
        #expect(summary.report(path)?.convertedFrom == "GB18030")
        #expect(try !folder.search("加强管理").isEmpty)
    }

    @Test("an unknown language and an unknown country are kept as unknown")
    func unknown() throws {
        let text = "{\"id\": \"a\", \"country\": \"QX\", \"lang\": \"??\", \"text\": \"Weigh figs.\"}\n"
        let (folder, summary, path) = try ingest(
            "odd.jsonl", Data((text + text.replacingOccurrences(of: "\"a\"", with: "\"b\"")).utf8))
        #expect(summary.report(path)?.provisions == 2)
        #expect(summary.report(path)?.notes.contains { $0.message.contains("QX") } == true)
        #expect(summary.languages["und"] == 2)
        #expect(try folder.search("figs lang:und").count == 2)
        #expect(try folder.search("figs country:ZZ").count == 2)
    }

    @Test("what the options say stands in where the file says nothing")
    func hints() throws {
        let options = ReaderOptions(language: try LanguageTag("fr"), jurisdiction: try Jurisdiction(code: "SN"))
        let text = "Loi\n\nArticle 1\nNul ne pèse les figues.\n"
        let (folder, summary, _) = try ingest("loi.txt", Data(text.utf8), options: options)
        #expect(summary.languages["fr"] == 1)
        #expect(try folder.search("figues country:SN").count == 1)
    }

    @Test("a file over the size limit is refused by name and limit")
    func tooLarge() throws {
        let (_, summary, path) = try ingest(
            "large.txt", Data(repeating: 0x61, count: 2_000), options: ReaderOptions(sizeLimit: 1_000))
        #expect(summary.reason(path)?.contains("1000") == true)
    }

    @Test("a single line of 50 MB without a word's end is read, and found again by its title")
    func longLine() throws {
        // Digits without a space: little to analyse, so that the test is about size.
        let text = "Endless Act\n\nArticle 1\n" + String(repeating: "0123456789", count: 5_000_000)
        let (folder, summary, path) = try ingest("KE/en/endless.txt", Data(text.utf8))
        #expect((summary.report(path)?.provisions ?? 0) > 0)
        #expect(try !folder.search("title:endless").isEmpty)
    }
}
