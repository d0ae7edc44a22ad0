import Foundation
import Legislation
import Testing

@Suite("Laws written as Akoma Ntoso")
struct AkomaNtosoWriterTests {
    private static let law = Law(
        work: "/akn/fj/act/1999/4", jurisdiction: (try? Jurisdiction(code: "FJ")) ?? .unknown,
        language: (try? LanguageTag("en")) ?? .undetermined, title: "Ports & Harbours Act", number: "4",
        enacted: "1999",
        status: .inForce)

    private static let provisions = [
        Provision(eId: "preamble", kind: .preamble, text: "Whereas ports <matter>,\n\n  they do."),
        Provision(
            eId: "part_1__sec_1", kind: .section, number: "1", heading: "Pilots", path: ["Part 1 Ports"],
            text: "(1) A pilot.",
            externalID: "a/1", obligationTags: [ObligationTag(code: "op2.use", weapons: ["CW"], aspect: "framework")]),
        Provision(eId: "group_1", kind: .paragraphGroup, path: ["Part 1 Ports", "Of ships"], text: "Ships."),
        Provision(eId: "sched_1", kind: .schedule, heading: "Schedule", text: ""),
    ]

    private func written(_ law: Law = law, _ provisions: [Provision] = provisions) throws -> String {
        String(decoding: try AkomaNtosoWriter.data(law, provisions).data, as: UTF8.self)
    }

    @Test("a law is read again as it was written")
    func roundTrip() throws {
        let result = try read(try written(), name: "KE/sw/other.xml")
        #expect(result.laws == [Self.law])
        #expect(result.provisions == Self.provisions)
        #expect(result.report.format == .akomaNtoso)
    }

    @Test("what Akoma Ntoso has words for is written in them")
    func native() throws {
        let text = try written()
        for words in [
            "<FRBRcountry value=\"fj\"/>", "<FRBRdate date=\"1999-01-01\" name=\"enacted-year\"/>",
            "<docTitle>Ports &amp; Harbours Act</docTitle>", "<preamble eId=\"preamble\"", "<part eId=",
            "<section eId=\"part_1__sec_1\"", "<num>1</num>", "<heading>Pilots</heading>",
            "<hcontainer name=\"paragraph-group\"", "<hcontainer name=\"schedule\"",
        ] {
            #expect(text.contains(words), "\(words)")
        }
    }

    @Test("a reader that knows nothing of Concord finds the same articles")
    func foreign() throws {
        let plain = try written().replacing("c:kind", with: "c:x").replacing("c:lawAsRead", with: "c:x")
        let result = try read(plain)
        #expect(result.laws.first?.work == Self.law.work && result.laws.first?.title == Self.law.title)
        let section = try #require(result.provisions.first { $0.kind == .section })
        #expect(section.number == "1" && section.heading == "Pilots" && section.path == ["Part 1 Ports"])
        #expect(section.obligationTags.map(\.code) == ["op2.use"])
    }

    @Test("control characters that XML cannot write are left out, and that is said")
    func controls() throws {
        let provision = Provision(eId: "art_1", kind: .article, heading: "A\u{1}B", text: "x\u{0}\u{B}\u{FFFE}y\u{7F}")
        let (data, notes) = try AkomaNtosoWriter.data(Self.law, [provision])
        let read = try read(data)
        #expect(notes.count == 1 && notes.first?.hasPrefix("4 ") == true, "\(notes)")
        #expect(read.provisions.first?.heading == "AB" && read.provisions.first?.text == "xy\u{7F}")
    }

    @Test("laws of odd characters, gaps and ids come back equal", arguments: 0..<200 as Range<UInt64>)
    func property(seed: UInt64) throws {
        let made = GeneratedLaw(seed: seed)
        let (data, notes) = try AkomaNtosoWriter.data(made.law, made.provisions)
        let again = try read(data)
        #expect(notes.isEmpty)
        #expect(again.laws == [made.law])
        #expect(again.provisions == made.provisions)
    }

    private static let schema = ProcessInfo.processInfo.environment["CONCORD_AKN_SCHEMA"]

    @Test(
        "laws of odd characters, gaps and ids are valid against the schema of the standard",
        .enabled(
            if: schema.map { FileManager.default.fileExists(atPath: $0) } ?? false,
            "CONCORD_AKN_SCHEMA names akomantoso30.xsd of the OASIS standard; without it files are not validated"),
        .enabled(if: FileManager.default.isExecutableFile(atPath: "/usr/bin/xmllint"), "xmllint (libxml2-utils)"))
    func valid() throws {
        let folder = try Folder()
        let files = try (0..<200).map { seed in
            let made = GeneratedLaw(seed: UInt64(seed))
            let url = folder.url.appending(path: "\(seed).xml")
            try AkomaNtosoWriter.write(made.law, made.provisions, to: url)
            return url.path
        }
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/xmllint")
        process.arguments = ["--nonet", "--noout", "--schema", Self.schema ?? ""] + files
        let errors = Pipe()
        process.standardError = errors
        try process.run()
        let said = String(decoding: errors.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        process.waitUntilExit()
        #expect(process.terminationStatus == 0, "\(said.prefix(2000))")
    }

    @Test("a file is replaced as a whole, whatever its name, and nothing is left beside it")
    func file() throws {
        let folder = try Folder()
        let url = folder.url.appending(path: "100%25 \(String(repeating: "法", count: 80)).xml")
        try AkomaNtosoWriter.write(Self.law, [], to: url)
        try AkomaNtosoWriter.write(Self.law, Self.provisions, to: url)
        #expect(try read(Data(contentsOf: url)).provisions == Self.provisions)
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder.url.path).count == 1)
    }

    @Test("a place that cannot be written is named")
    func nowhere() throws {
        let error = #expect(throws: LegislationWriteError.self) {
            try AkomaNtosoWriter.write(Self.law, Self.provisions, to: URL(fileURLWithPath: "/nowhere/x/law.xml"))
        }
        #expect(error?.file == "/nowhere/x/law.xml")
    }

    @Test(
        "a file that only claims to be written here is read as any other, or as far as it goes",
        arguments: [
            ("jurisdiction=\"FJ\"", "jurisdiction=\"Nowhere\""), ("language=\"en\"", "language=\"!\""),
            ("c:kind=\"section\"", "c:kind=\"chapter\""), ("<content>", "<content><p>more</p>"),
        ])
    func claims(before: String, after: String) throws {
        let result = try read(try written().replacing(before, with: after))
        #expect(result.laws.count == 1)
        #expect(!result.provisions.isEmpty)
    }

    /// A folder that goes with its owner.
    private final class Folder {
        let url = FileManager.default.temporaryDirectory.appending(path: "concord-\(UUID().uuidString)")

        init() throws { try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true) }

        deinit { try? FileManager.default.removeItem(at: url) }
    }
}
