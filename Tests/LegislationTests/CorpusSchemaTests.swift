import Foundation
import Testing

/// The schema is the OASIS standard's, and no part of the repository.
private let schema = ProcessInfo.processInfo.environment["CONCORD_AKN_SCHEMA"]

@Suite("The model texts, as Akoma Ntoso")
struct CorpusSchemaTests {
    @Test(
        "Every file is valid against the schema of Akoma Ntoso 3.0",
        .enabled(
            if: schema.map { FileManager.default.fileExists(atPath: $0) } ?? false,
            "CONCORD_AKN_SCHEMA names akomantoso30.xsd of the OASIS standard; without it files are not validated"),
        .enabled(if: FileManager.default.isExecutableFile(atPath: "/usr/bin/xmllint"), "xmllint (libxml2-utils)"))
    func valid() throws {
        let files = try FileManager.default.subpathsOfDirectory(atPath: CorpusFamilyTests.folder.path)
            .filter { $0.hasSuffix(".xml") }.map { CorpusFamilyTests.folder.appendingPathComponent($0).path }
        #expect(files.count == 42)
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/xmllint")
        process.arguments = ["--nonet", "--noout", "--schema", schema ?? ""] + files
        let errors = Pipe()
        process.standardError = errors
        try process.run()
        let said = String(decoding: errors.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        process.waitUntilExit()
        #expect(process.terminationStatus == 0, "\(said.prefix(2000))")
    }
}
