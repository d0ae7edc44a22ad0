import Foundation
import Legislation
import Testing

@Suite("PDF", .enabled(if: Programs.has("pdftotext"), "pdftotext (poppler-utils) is not installed"))
struct PDFTests {
    private static let body = [
        "No person shall manufacture, acquire, possess, develop, transport,",
        "transfer or use any toxin or any means of its deliv-",
        "ery, save for a use that this Act permits under section 5 and only",
        "in the amounts which the Minister allows by order.",
    ]

    private func articles(_ result: ReadResult) -> [Provision] { result.provisions.filter { $0.kind == .article } }

    @Test("lines become paragraphs, hyphens at line ends are joined, running heads and page numbers go")
    func onePage() throws {
        var pdf = SmallPDF()
        for page in 1...4 {
            pdf.pages.append([])
            pdf.set(["Official Gazette No. 7"], x: 72, from: 40, size: 9)
            pdf.set(["Article \(page)"], x: 270, from: 90)
            pdf.set(Self.body, x: 72, from: 118)
            pdf.set(["- \(page) -"], x: 290, from: 810)
        }
        let result = try read(pdf.data, name: "Gazette no\u{301}tice (1).pdf")
        #expect(result.report.format == .pdf)
        #expect(articles(result).map(\.number) == ["1", "2", "3", "4"])
        let text = try #require(articles(result).first).text
        #expect(text.hasPrefix("No person shall manufacture") && text.hasSuffix("by order."))
        #expect(text.contains("its delivery, save") && !text.contains("\n"))
        #expect(!result.provisions.contains { $0.text.contains("Gazette") || $0.text.contains("- 2 -") })
    }

    @Test("two columns are read one after the other")
    func twoColumns() throws {
        let left = [
            "Article 1", "No person shall manufacture or acquire", "any toxin in this country or export any",
            "toxin from it without a licence of the", "Minister under this Act and its rules.", "Article 2",
            "The Minister may grant a licence to a", "person of good repute who has the means",
        ]
        let right = [
            "of keeping toxins safely and in a place", "that an inspector has seen and approved.", "Article 3",
            "A person who acts against Article 1 of", "this Act commits an offence and may be",
            "sent to prison for up to ten years and",
            "fined up to the value of the toxin that", "was made, kept or sold by that person.",
        ]
        var pdf = SmallPDF()
        pdf.set(["TOXINS ACT"], x: 250, from: 60, size: 16)
        pdf.set(left, x: 60, from: 100)
        pdf.set(right, x: 310, from: 100)
        let result = try read(pdf.data)
        #expect(articles(result).map(\.number) == ["1", "2", "3"])
        #expect(
            articles(result)[1].text.hasSuffix(
                "has the means of keeping toxins safely and in a place that an inspector has seen and approved."))
        #expect(result.laws.map(\.title) == ["TOXINS ACT"])
    }

    @Test("languages side by side become a law in each")
    func languages() throws {
        let english = [
            "No person shall manufacture or acquire", "any toxin in this country or export any",
            "toxin from it without a licence of the", "Minister under this Act and its rules.",
        ]
        let french = [
            "Nul ne peut fabriquer ou acquérir une", "toxine dans le pays ni exporter une",
            "toxine du pays sans une licence du",
            "ministre en vertu de la présente loi.",
        ]
        var pdf = SmallPDF()
        for page in 0..<2 {
            pdf.pages.append([])
            for part in 0..<4 {
                let y = 80.0 + Double(part) * 90
                pdf.set(["Article \(page * 4 + part + 1)"] + english, x: 60, from: y)
                pdf.set(["Article \(page * 4 + part + 1)"] + french, x: 310, from: y)
            }
        }
        let result = try read(pdf.data)
        #expect(result.laws.map(\.language.tag) == ["en", "fr"])
        #expect(articles(result).count == 16)
        #expect(!result.provisions.contains { $0.text.contains("person") && $0.text.contains("peut") })
    }

    @Test("footnotes and the raised figures that point to them are left out, other raised figures stay")
    func footnotes() throws {
        var pdf = SmallPDF()
        pdf.set(["Art. 9"], x: 72, from: 90)
        pdf.pages[0].append(SmallPDF.Line(x: 105.3, y: 85, text: "7", size: 6))
        pdf.set(Self.body, x: 72, from: 118)
        pdf.set(["Art. 10"], x: 72, from: 200)
        pdf.set(["An area of 10 m"], x: 72, from: 218)
        pdf.pages[0].append(SmallPDF.Line(x: 150.5, y: 213, text: "2", size: 6))
        pdf.set(
            ["7  Amended by the Toxins Amendment Act of 1 May 2020, in force since 2021."], x: 72, from: 780, size: 8)
        let result = try read(pdf.data)
        #expect(articles(result).map(\.number) == ["9", "10"])
        #expect(!result.provisions.contains { $0.text.contains("Amended") })
        #expect(
            articles(result).last?.text.contains("m²") == true || articles(result).last?.heading?.contains("m²") == true
        )
    }

    @Test("a reference that the end of a line brings to the start of the next heads no article")
    func references() throws {
        var pdf = SmallPDF()
        for number in 1...3 {
            pdf.set(["Article \(number)"], x: 270, from: 60 + Double(number) * 100)
            pdf.set(
                [
                    "The Minister may by order forbid the sale of any toxin that is listed in",
                    "Article 5. The order says from what day on it applies, and it is laid before",
                    "Article 12 of the Constitution has been complied with.",
                ], x: 72, from: 80 + Double(number) * 100)
        }
        #expect(articles(try read(pdf.data)).map(\.number) == ["1", "2", "3"])
    }

    @Test("pages without text ask for Tesseract, or are recognised by it")
    func scanned() throws {
        var pdf = SmallPDF()
        pdf.pages = [[]]
        let error = #expect(throws: LegislationReadError.self) { try read(pdf.data) }
        #expect([.missingProgram, .empty].contains(error?.reason))
        if !Programs.has("tesseract") { #expect(error?.mend.contains("tesseract-ocr") == true) }
    }

    @Test(
        "pages that are pictures of text are recognised, and say so",
        .enabled(
            if: Programs.has("tesseract") && Programs.has("pdftoppm"),
            "tesseract (tesseract-ocr) or pdftoppm (poppler-utils) is not installed"))
    func recognised() throws {
        var printed = SmallPDF()
        for number in 1...2 {
            printed.set(["Article \(number)"], x: 270, from: Double(number) * 120, size: 13)
            printed.set(Self.body, x: 72, from: Double(number) * 120 + 30, size: 13, pitch: 18)
        }
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("scan-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let source = folder.appendingPathComponent("printed.pdf")
        try printed.data.write(to: source)
        let draw = Process()
        draw.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        draw.arguments = ["pdftoppm", "-gray", "-r", "150", "-singlefile", source.path, folder.path + "/page"]
        try draw.run()
        draw.waitUntilExit()
        // The head of a PGM is four words: P5, width, height, 255.
        let drawn = try Data(contentsOf: folder.appendingPathComponent("page.pgm"))
        let head = drawn.prefix(40).split(maxSplits: 4, whereSeparator: { $0 == 0x20 || $0 == 0x0A })
        let numbers = head[1...2].compactMap { Int(String(decoding: $0, as: UTF8.self)) }
        var scan = SmallPDF()
        scan.pages = [[]]
        scan.pictures[0] = (numbers[0], numbers[1], drawn.suffix(numbers[0] * numbers[1]))
        let result = try read(scan.data, options: ReaderOptions(language: try LanguageTag("en")))
        #expect(articles(result).map(\.number) == ["1", "2"])
        #expect(articles(result).first?.text.contains("manufacture, acquire, possess") == true)
        let note = try #require(result.report.notes.first { $0.message.contains("recognised") })
        #expect(note.message.contains("confidence"))
    }

    @Test("an encrypted file says so")
    func encrypted() {
        var pdf = SmallPDF()
        pdf.set(Self.body, x: 72, from: 100)
        pdf.isEncrypted = true
        let error = #expect(throws: LegislationReadError.self) { try read(pdf.data) }
        #expect(error?.reason == .encrypted)
    }

    @Test("what only begins as a PDF does is malformed, wherever it is cut")
    func broken() {
        var pdf = SmallPDF()
        pdf.set(Self.body, x: 72, from: 100)
        for length in [9, 40, 200] {
            let error = #expect(throws: LegislationReadError.self) { try read(pdf.data.prefix(length)) }
            #expect([.malformed, .empty, .missingProgram].contains(error?.reason))
        }
    }

    @Test("a text that speaks of PDF is no PDF")
    func mention() throws {
        #expect(try read("The header of a file is %PDF-1.7 and stands first.\n").report.format == .plainText)
    }
}
