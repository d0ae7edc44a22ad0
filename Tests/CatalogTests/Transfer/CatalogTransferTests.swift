import Foundation
import Legislation
import TestSupport
import Testing

@testable import Catalog

@Suite("A database is exported and imported whole")
struct CatalogTransferTests {
    let folder: TemporaryFolder
    let catalog: Catalog

    init() throws {
        folder = try TemporaryFolder()
        catalog = try Catalog(directory: folder.path + "/source", mode: .readWrite)
    }

    private var exported: String { folder.path + "/export" }

    /// Fills the catalog by chance: files that change, go, are skipped or withdrawn; odd texts; decisions.
    private func fill(seed: UInt64) throws {
        var random = SeededGenerator(seed: seed)
        let texts = [
            "Plain.", "", "Two\nlines\r\n\tand \"quotes\" \\ / ", "许可证 \u{2028} e\u{301} 👩‍👩‍👧", "المادة",
            "\u{1}\u{7F}\u{FEFF}",
            String(repeating: "long ", count: 3000),
        ]
        for round in 0..<12 {
            let name = "file\(Int.random(in: 0..<6, using: &random))"
            var law = try Sample.law(
                name + ["", "x"][Int.random(in: 0..<2, using: &random)],
                language: ["en", "fr", "zh-Hant"].randomElement(using: &random) ?? "en",
                version: [nil, "2012", "2012-06-01"].randomElement(using: &random) ?? nil)
            law.number = Bool.random(using: &random) ? "No. 7/\(round)" : nil
            law.sourceURL = Bool.random(using: &random) ? "https://law.example/?a=1&b=2" : nil
            let provisions = (0..<Int.random(in: 0...5, using: &random)).map { number in
                Provision(
                    eId: "art_\(number)", kind: ProvisionKind.allCases.randomElement(using: &random) ?? .other,
                    number: Bool.random(using: &random) ? "\(number) bis" : nil,
                    heading: Bool.random(using: &random) ? "Heading / \(number)" : nil,
                    path: Bool.random(using: &random) ? ["Part \"I\"", "第一章"] : [],
                    text: texts.randomElement(using: &random) ?? "", externalID: "id-\(round)-\(number)",
                    obligationTags: Bool.random(using: &random)
                        ? [ObligationTag(code: "op3cd.transit", weapons: ["NW", "CW"], aspect: "framework")] : [])
            }
            try catalog.write(by: "Amina") { session in
                guard
                    case .begun(let source, _) = try session.beginSource(
                        Sample.identity(name, checksum: "c\(round)"))
                else { return }
                if Int.random(in: 0..<5, using: &random) == 0 {
                    try session.finishSource(source, .skipped(reason: "no law in it"))
                    return
                }
                if case .added(let record) = try session.upsertLaw(law, source: source) {
                    if Bool.random(using: &random) {
                        try session.setDetectedLanguage(LanguageTag("de"), ofLaw: record.id)
                    }
                    _ = try session.appendProvisions(toLaw: record.id, provisions)
                }
                try session.finishSource(source)
                if Int.random(in: 0..<4, using: &random) == 0 { try session.withdraw(source: name, why: "gone") }
                try session.record(EventDraft(.decisionAccepted, subject: law.expression, why: "right \(round)"))
            }
        }
    }

    @Test("what was imported is equal: files, laws, provisions, events, numbers", arguments: 0..<8)
    func equal(seed: UInt64) throws {
        try fill(seed: seed)
        let manifest = try CatalogExport(of: catalog).write(to: exported)
        #expect(manifest.files.map(\.name) == TransferManifest.fileNames)
        try CatalogImport(from: exported).make(in: folder.path + "/target")
        let copy = try Catalog(directory: folder.path + "/target", mode: .readOnly)
        #expect(try copy.sourceFiles() == catalog.sourceFiles())
        #expect(try laws(copy) == laws(catalog))
        #expect(try provisions(copy) == provisions(catalog))
        #expect(try copy.events() == catalog.events())
        #expect(try copy.recordHead() == catalog.recordHead())
        #expect(try copy.verify(deep: true).problems == [])
        // And its export is the same to the byte, but for the time.
        let again = try CatalogExport(of: copy).write(to: folder.path + "/again")
        #expect(again.files == manifest.files)
    }

    @Test("any byte that is changed in any file is found", arguments: 0..<20)
    func damaged(seed: UInt64) throws {
        try fill(seed: 1)
        try CatalogExport(of: catalog).write(to: exported)
        var random = SeededGenerator(seed: seed)
        let name = TransferManifest.fileNames.randomElement(using: &random) ?? ""
        let url = URL(fileURLWithPath: exported + "/" + name)
        var bytes = try Data(contentsOf: url)
        bytes[Int.random(in: 0..<bytes.count, using: &random)] ^= 1 << UInt8.random(in: 0..<8, using: &random)
        try bytes.write(to: url)
        let error = #expect(throws: TransferError.self) {
            try CatalogImport(from: exported).make(in: folder.path + "/target")
        }
        #expect(error?.file.hasSuffix(name) == true)
        // Checksums come before anything is made.
        #expect(!FileManager.default.fileExists(atPath: folder.path + "/target"))
    }

    @Test(
        "a line that was edited, with the manifest made to fit, is named",
        arguments: [
            ("laws.jsonl", "Act on", "Act against", 1), ("laws.jsonl", "\"source\":1", "\"source\":99", 1),
            ("laws.jsonl", "{\"", "{", 1), ("laws.jsonl", "\"KE\"", "\"Atlantis\"", 1),
            ("provisions.jsonl", "Text of article 2", "Text of another", nil),
            ("provisions.jsonl", "\"law\":1", "\"law\":99", 1),
            ("provisions.jsonl", "\"ordinal\":1", "\"ordinal\":0", 2),
            ("provisions.jsonl", "\"id\":3", "\"id\":2", 3), ("provisions.jsonl", "art_2", "art_1", 2),
            ("events.jsonl", "\"who\":\"Amina\"", "\"who\":\"Boris\"", 1),
            ("sources.jsonl", "\"complete\":true", "\"complete\":3", 1),
            ("sources.jsonl", "\"laws\":1", "\"laws\":7", nil),
        ] as [(String, String, String, Int?)])
    func edited(name: String, old: String, new: String, line: Int?) throws {
        try catalog.write(by: "Amina") { try $0.file("a", Sample.law("a"), Sample.provisions(3)) }
        try CatalogExport(of: catalog).write(to: exported)
        let path = exported + "/" + name
        let text = try String(contentsOfFile: path, encoding: .utf8)
        let range = try #require(text.firstRange(of: old))
        try text.replacingCharacters(in: range, with: new).write(toFile: path, atomically: true, encoding: .utf8)
        try fit(name)
        let error = #expect(throws: TransferError.self) {
            try CatalogImport(from: exported).make(in: folder.path + "/target")
        }
        #expect(error?.line == line || line == nil)
        #expect(error?.description.lowercased().contains("export the database again") == true)
    }

    @Test("an export that lacks a file, a manifest or a later version is refused")
    func incomplete() throws {
        try catalog.write { try $0.file("a", Sample.law("a"), Sample.provisions(3)) }
        try CatalogExport(of: catalog).write(to: exported)
        let manifest = exported + "/manifest.json"
        let text = try String(contentsOfFile: manifest, encoding: .utf8)
        for broken in [
            "", "[]", "{}", text.replacing("\"version\" : 1", with: "\"version\" : 9"),
            text.replacing("concord-export", with: "other"), text.replacing("laws.jsonl", with: "../laws.jsonl"),
            text.replacing("events.jsonl", with: "others.jsonl"),
        ] {
            try broken.write(toFile: manifest, atomically: true, encoding: .utf8)
            #expect(throws: TransferError.self) { try CatalogImport(from: exported).make(in: folder.path + "/target") }
        }
        try text.write(toFile: manifest, atomically: true, encoding: .utf8)
        try FileManager.default.removeItem(atPath: exported + "/events.jsonl")
        #expect(throws: TransferError.self) { try CatalogImport(from: exported).make(in: folder.path + "/target") }
        #expect(throws: TransferError.self) { try CatalogImport(from: folder.path + "/nowhere").make(in: exported) }
    }

    @Test("nothing that is there is written over, and nothing is left of what fails")
    func places() throws {
        try catalog.write { try $0.file("a", Sample.law("a"), Sample.provisions(3)) }
        try CatalogExport(of: catalog).write(to: exported)
        #expect(throws: TransferError.self) { try CatalogExport(of: catalog).write(to: exported) }
        try FileManager.default.createDirectory(atPath: folder.path + "/empty", withIntermediateDirectories: false)
        try CatalogExport(of: catalog).write(to: folder.path + "/empty")
        #expect(throws: SampleError.self) {
            try CatalogExport(of: catalog) { _, _ in throw SampleError.unexpected("on purpose") }
                .write(to: folder.path + "/failed")
        }
        let left = try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
        #expect(left == ["empty", "export", "source"])
    }

    @Test("a law writer's files lie beside the lines and are checked with them")
    func lawFiles() throws {
        try catalog.write { try $0.file("a", Sample.law("a"), Sample.provisions(3)) }
        try CatalogExport(of: catalog) { law, provisions in
            .init(name: "\(law.id).txt", content: Array("\(provisions.count)".utf8))
        }.write(to: exported)
        let file = exported + "/laws/1.txt"
        #expect(try String(contentsOfFile: file, encoding: .utf8) == "3")
        try CatalogImport(from: exported).make(in: folder.path + "/target")
        try "4".write(toFile: file, atomically: true, encoding: .utf8)
        #expect(throws: TransferError.self) { try CatalogImport(from: exported).make(in: folder.path + "/other") }
    }

    @Test("a copy taken while a writer is at work is one committed state")
    func copy() throws {
        try catalog.write { try $0.file("a", Sample.law("a"), Sample.provisions(300)) }
        let target = folder.path + "/copy"
        try FileManager.default.createDirectory(atPath: target, withIntermediateDirectories: false)
        try catalog.write { session in
            try session.file("b", Sample.law("b"), Sample.provisions(20))
            try Catalog(directory: folder.path + "/source", mode: .readOnly).copy(to: target + "/catalog.sqlite")
        }
        let copy = try Catalog(directory: target, mode: .readWrite)
        #expect(try copy.counts().provisions == 300)
        #expect(try copy.verify(deep: true).problems == [])
        #expect(throws: CatalogError.self) { try catalog.copy(to: target + "/catalog.sqlite") }
    }

    /// Makes the manifest say what a changed file is.
    private func fit(_ name: String) throws {
        let url = URL(fileURLWithPath: exported + "/manifest.json")
        var manifest = try JSONDecoder().decode(TransferManifest.self, from: Data(contentsOf: url))
        let bytes = Array(try Data(contentsOf: URL(fileURLWithPath: exported + "/" + name)))
        var hasher = SHA256Hasher()
        bytes.withUnsafeBytes { hasher.update($0) }
        for place in manifest.files.indices where manifest.files[place].name == name {
            manifest.files[place].bytes = bytes.count
            manifest.files[place].sha256 = hasher.finish().description
        }
        try JSONEncoder().encode(manifest).write(to: url)
    }

    private func laws(_ catalog: Catalog) throws -> [LawRecord] {
        var laws: [LawRecord] = []
        try catalog.forEachLaw { laws.append($0) }
        return laws
    }

    private func provisions(_ catalog: Catalog) throws -> [ProvisionRecord] {
        var provisions: [ProvisionRecord] = []
        try catalog.forEachProvision {
            provisions.append($0)
            return true
        }
        return provisions
    }
}

@Suite("SHA-256")
struct SHA256Tests {
    @Test(
        "the test vectors of FIPS 180",
        arguments: [
            ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
            ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
            (
                "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
                "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"
            ),
        ])
    func vectors(text: String, digest: String) {
        var hasher = SHA256Hasher()
        for character in text { hasher.update(String(character)) }
        #expect(hasher.finish().description == digest)
        #expect(SHA256Digest(hexadecimal: digest)?.description == digest)
    }

    @Test("fields that are cut otherwise give other digests")
    func fields() {
        let cuts: [[String?]] = [["ab", "c"], ["a", "bc"], ["abc", nil], ["abc", ""], ["abc"], ["abc", "-"]]
        let digests = cuts.map { fields in
            var hasher = SHA256Hasher()
            for field in fields { hasher.field(field) }
            return hasher.finish()
        }
        #expect(Set(digests).count == cuts.count)
    }

    @Test("what is no digest is none", arguments: ["", "ba78", String(repeating: "A", count: 64)])
    func none(text: String) { #expect(SHA256Digest(hexadecimal: text) == nil) }
}
