import Foundation
import Legislation
import Testing

@Suite("Archives, compound files and RTF")
struct ContainerTests {
    private func failure(_ bytes: Data) -> LegislationReadError? {
        #expect(throws: LegislationReadError.self) { try read(bytes) }
    }

    @Test("an archive that is no text document is answered with the formats that are read")
    func otherArchives() {
        for parts in [[("law.xml", "<x/>")], [("[Content_Types].xml", "<x/>"), ("xl/workbook.xml", "<x/>")]] {
            let error = failure(SmallArchive(parts).data)
            #expect(error?.reason == .notLegislation)
            #expect(error?.mend.contains("Word (DOCX)") == true)
        }
    }

    @Test("a truncated archive is malformed, wherever it is cut")
    func truncated() {
        let whole = SmallArchive([("[Content_Types].xml", "<x/>"), ("word/document.xml", "<x/>")]).data
        for length in stride(from: 4, to: whole.count - 1, by: 17) {
            #expect(failure(whole.prefix(length))?.reason == .malformed)
        }
    }

    @Test("an encrypted part is named")
    func encrypted() {
        var archive = SmallArchive([("[Content_Types].xml", "<x/>"), ("word/document.xml", "<x/>")])
        archive.flags = 1
        #expect(failure(archive.data)?.reason == .encrypted)
    }

    @Test("names that climb out of a folder lead nowhere")
    func pathTraversal() {
        let archive = SmallArchive([("[Content_Types].xml", "<x/>"), ("../../word/document.xml", "<x/>")])
        #expect(failure(archive.data)?.reason == .malformed)
    }

    /// An archive of a document of 5 MB in 5 KB.
    private func bomb(stated: Int) -> Data {
        var archive = SmallArchive([("[Content_Types].xml", "<x/>")])
        archive.parts.append(
            .init(name: "word/document.xml", data: DeflatedRun.data(repeats: 20_000), inflated: (stated, 0)))
        return archive.data
    }

    @Test("a part that grows a thousandfold is refused by what its size says")
    func statedBomb() {
        let error = failure(bomb(stated: 1 + 258 * 20_000))
        #expect(error?.reason == .tooLarge)
        #expect(error?.message.contains("word/document.xml") == true)
    }

    @Test("a part that is larger than it says is refused at the limit")
    func lyingBomb() {
        let error = #expect(throws: LegislationReadError.self) {
            try read(bomb(stated: 1_000), options: ReaderOptions(sizeLimit: 4 << 20))
        }
        #expect(error?.reason == .tooLarge)
    }

    @Test("the limit is for all parts together")
    func manyParts() {
        var archive = SmallArchive([("[Content_Types].xml", "<x/>")])
        let run = Data(repeating: 120, count: 1 + 258 * 4_000)
        archive.parts += ["word/document.xml", "word/styles.xml"].map {
            .init(
                name: $0, data: DeflatedRun.data(repeats: 4_000), inflated: (run.count, SmallArchive.checksum(run)))
        }
        let error = #expect(throws: LegislationReadError.self) {
            try read(archive.data, options: ReaderOptions(sizeLimit: 3 << 19))
        }
        #expect(error?.reason == .tooLarge)
        #expect(error?.message.contains("word/styles.xml") == true)
    }

    @Test("an encrypted Word document in a compound file says that it is encrypted")
    func encryptedCompound() {
        var bytes = Data([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]) + Data(count: 600)
        #expect(failure(bytes)?.reason == .notLegislation)
        bytes.append("EncryptedPackage".data(using: .utf16LittleEndian) ?? Data())
        #expect(failure(bytes)?.reason == .encrypted)
    }

    @Test("a compound file that names a Word document but holds none is refused with one error")
    func brokenWord() {
        var bytes = Data([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]) + Data(count: 600)
        bytes.append("WordDocument".data(using: .utf16LittleEndian) ?? Data())
        let error = failure(bytes)
        #expect([.malformed, .missingProgram, .empty].contains(error?.reason))
    }

    @Test(
        "RTF is read where a program for it is installed",
        .enabled(if: Programs.has("unrtf") || Programs.has("soffice"), "neither unrtf nor LibreOffice is installed"))
    func richText() throws {
        let text = """
            {\\rtf1\\ansi\\deff0{\\fonttbl{\\f0 Times;}}\\pard Toxins Act\\par Article 1\\par No person shall make a \
            toxin.\\par Article 2\\par Caf\\'e9 owners may keep coffee.\\par}
            """
        let result = try read(text, name: "Réglement 1 (copie).rtf")
        #expect(result.report.format == .rtf)
        let articles = result.provisions.filter { $0.kind == .article }
        #expect(articles.map(\.text) == ["No person shall make a toxin.", "Café owners may keep coffee."])
    }

    @Test(
        "RTF without its program names the program and its package",
        .disabled(if: Programs.has("unrtf") || Programs.has("soffice"), "a program for RTF is installed"))
    func richTextWithoutProgram() {
        let error = failure(Data("{\\rtf1 Article 1\\par}".utf8))
        #expect(error?.reason == .missingProgram)
        #expect(error?.mend.contains("apt-get install unrtf") == true)
    }
}

/// Programs of the system that some formats need.
enum Programs {
    static func has(_ name: String) -> Bool {
        let folders = ProcessInfo.processInfo.environment["PATH"] ?? ""
        return folders.split(separator: ":").contains { FileManager.default.isExecutableFile(atPath: "\($0)/\(name)") }
    }
}
