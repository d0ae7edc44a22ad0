import Foundation
import Testing

@testable import Obligations

@Suite("Resource lookup")
struct ResourceFolderTests {
    @Test("names what is missing and where it looked")
    func missingFile() throws {
        let folder = ResourceFolder(path: "/nowhere/at/all")
        let error = try #require(throws: ResourceError.self) { try folder.data(named: "matrix.tsv") }
        #expect(error.name == "matrix.tsv")
        #expect(error.description.contains("/nowhere/at/all"))
        #expect(error.description.contains(ResourceFolder.environmentVariable))
    }

    @Test("refuses a file that is not UTF-8")
    func notUTF8() throws {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        try Data([0xFF, 0xFE, 0x80]).write(to: folder.appendingPathComponent("rules.tsv"))
        #expect(throws: ResourceError.self) { try ResourceFolder(path: folder.path).text(named: "rules.tsv") }
    }

    @Test("finds the files that come with the module", arguments: ["matrix.tsv", "thesaurus.ttl", "rules.tsv"])
    func ownFiles(name: String) throws {
        #expect(try ResourceFolder().data(named: name).count > 1000)
    }
}
