import Foundation

/// Recognises the text of pages that hold only an image of it, by Tesseract where it is installed.
enum ScannedPages {
    private static let tesseract = ExternalProgram(name: "tesseract", package: "tesseract-ocr")
    private static let pdftoppm = ExternalProgram(name: "pdftoppm", package: "poppler-utils")
    private static let pageLimit = 2_000
    /// Time for all pages of a file; a page takes some seconds.
    private static let timeLimit = Duration.seconds(3 * 3600)

    /// The pages, those without a text of their own as far as it could be recognised.
    ///
    /// - Throws: `LegislationReadError` where no page has text and none could be recognised.
    static func recognised(_ pages: [Page], path: String, _ file: SourceFile, _ sink: LawSink) throws -> [Page] {
        let letters = pages.map { page in page.words.reduce(0) { $0 + $1.text.unicodeScalars.count } }
        let broken = Set(pages.filter { PageText.unreadableShare($0) > 0.2 }.map(\.number))
        let isScanned = zip(pages, letters).allSatisfy { $1 < 20 || broken.contains($0.number) }
        // A blank page or one with a plate does not make a scan of a document that has text.
        let wanted = isScanned ? Set(pages.map(\.number)) : broken
        guard !wanted.isEmpty else { return pages }
        let isEmpty = letters.allSatisfy { $0 < 20 }
        guard tesseract.path != nil else {
            if isEmpty {
                throw file.error(
                    .missingProgram,
                    "its pages are images without text, and Tesseract, which recognises text in images, "
                        + "is not installed",
                    mend: "install it with the language's data, on Debian: apt-get install tesseract-ocr "
                        + "tesseract-ocr-\(code(file) ?? "LANGUAGE")")
            }
            sink.note(
                "the characters of \(broken.count) pages cannot be told (no table of them in the font); Tesseract "
                    + "(tesseract-ocr), which could read the pages as images, is not installed")
            return pages
        }
        guard let language = try language(file) else {
            throw file.error(
                .missingProgram, "its pages are images, and Tesseract has no data for their language",
                mend: "install it, on Debian: apt-get install tesseract-ocr-\(code(file) ?? "LANGUAGE")")
        }
        var result = pages
        var words: [PageWord] = []
        var done = 0
        let start = ContinuousClock.now
        for index in pages.indices.prefix(pageLimit) where wanted.contains(pages[index].number) {
            guard ContinuousClock.now - start < timeLimit else { break }
            guard let page = try recognise(pages[index], path: path, language, file) else { continue }
            result[index] = page
            words += page.words
            done += 1
        }
        let mean = words.isEmpty ? 0 : words.reduce(0) { $0 + $1.confidence } / Double(words.count)
        sink.note(
            "the text of \(done) pages was recognised from images by Tesseract (\(language)), "
                + "mean confidence \(Int(mean.rounded())) of 100")
        if done < wanted.count { sink.note("the text of \(wanted.count - done) pages could not be recognised") }
        guard !isEmpty || !words.isEmpty else {
            throw file.error(.empty, "no text could be recognised on its pages", mend: "fetch a better scan")
        }
        return result
    }

    private static func recognise(
        _ page: Page, path: String, _ language: String, _ file: SourceFile
    ) throws -> Page? {
        let stem = path + ".page"
        let number = String(page.number)
        let drawn = try pdftoppm.run(
            ["-f", number, "-l", number, "-scale-to", "3500", "-gray", "-singlefile", path, stem], for: file,
            reads: "PDF",
            seconds: 60, outputLimit: 1 << 20)
        guard drawn.status == 0 else { return nil }
        let image = stem + ".pgm"
        defer { try? FileManager.default.removeItem(atPath: image) }
        let read = try tesseract.run(
            [image, "stdout", "-l", language, "--dpi", "300", "tsv"], for: file, reads: "a scanned PDF", seconds: 180,
            outputLimit: 32 << 20, environment: ["OMP_THREAD_LIMIT": "1"])
        guard read.status == 0, var found = Page.pages(ofTable: read.output).first else { return nil }
        found.number = page.number
        // Tesseract hands over Arabic words in reading order; elsewhere they stand as on the page.
        found.words = found.words.filter { $0.confidence >= 0 }.map { word in
            var word = word
            word.text = VisualOrder.visual(word.text)
            return word
        }
        return found
    }

    /// The file's language as Tesseract calls its data.
    private static func code(_ file: SourceFile) -> String? {
        guard let tag = file.options.language else { return nil }
        if tag.primary == "zh" { return tag.script == "Hant" ? "chi_tra" : "chi_sim" }
        let others = ["de": "deu", "fr": "fra", "no": "nor", "nb": "nor", "nn": "nor"]
        return others[tag.primary] ?? tag.threeLetterCode
    }

    /// The installed data to use: the file's language, else all that is installed but for a few.
    private static func language(_ file: SourceFile) throws -> String? {
        let outcome = try tesseract.run(
            ["--list-langs"], for: file, reads: "a scanned PDF", seconds: 30, outputLimit: 1 << 20)
        let installed = String(decoding: outcome.output, as: UTF8.self).split(whereSeparator: \.isNewline)
            .map(String.init).filter { !$0.contains(" ") && $0 != "osd" && $0 != "equ" }
        if let code = code(file) { return installed.contains(code) ? code : nil }
        // Without a hint every language installed is tried together; more than four make it slow and no better.
        return installed.isEmpty ? nil : installed.prefix(4).joined(separator: "+")
    }
}
