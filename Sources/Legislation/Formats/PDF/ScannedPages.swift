import Foundation

/// Recognises the text of pages that hold only an image of it, by Tesseract where it is installed.
enum ScannedPages {
    private static let tesseract = ExternalProgram(name: "tesseract", package: "tesseract-ocr")
    private static let pdftoppm = ExternalProgram(name: "pdftoppm", package: "poppler-utils")
    private static let pageLimit = 2_000
    /// Below this, of 100, what is recognised is another script or a picture: Arabic read as Latin letters has 32 to 37,
    /// as itself 77 to 84.
    private static let leastConfidence = 45.0
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
                        + RecognitionData.package(language: file.options.language, script: nil))
            }
            sink.note(
                "the characters of \(broken.count) pages cannot be told (no table of them in the font); Tesseract "
                    + "(tesseract-ocr), which could read the pages as images, is not installed")
            return pages
        }
        let language: String
        do {
            language = try self.language(file, path: path, page: wanted.min() ?? 1)
        } catch let error as LegislationReadError where !isEmpty && error.reason == .missingProgram {
            sink.note("the characters of \(broken.count) pages cannot be told: \(error.message); \(error.mend)")
            return pages
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
        guard !isEmpty || mean >= leastConfidence else {
            throw file.error(
                .empty,
                words.isEmpty
                    ? "no text could be recognised on its pages"
                    : "what Tesseract (\(language)) recognised on its pages is no text it is sure of "
                        + "(mean confidence \(Int(mean.rounded())) of 100)",
                mend: "fetch a better scan, or name its language (--lang)")
        }
        return result
    }

    /// Draws a page; nil where it cannot be drawn.
    private static func image(_ number: Int, path: String, _ file: SourceFile) throws -> String? {
        let stem = path + ".page"
        let drawn = try pdftoppm.run(
            ["-f", "\(number)", "-l", "\(number)", "-scale-to", "3500", "-gray", "-singlefile", path, stem], for: file,
            reads: "PDF", seconds: 60, outputLimit: 1 << 20)
        return drawn.status == 0 ? stem + ".pgm" : nil
    }

    private static func recognise(
        _ page: Page, path: String, _ language: String, _ file: SourceFile
    ) throws -> Page? {
        guard let image = try image(page.number, path: path, file) else { return nil }
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

    /// The data to use, by the language that was named for the file or by the script of one of its pages.
    private static func language(_ file: SourceFile, path: String, page: Int) throws -> String {
        let listed = try tesseract.run(
            ["--list-langs"], for: file, reads: "a scanned PDF", seconds: 30, outputLimit: 1 << 20)
        let data = RecognitionData(listing: String(decoding: listed.output, as: UTF8.self))
        let named = file.options.language
        let script = named == nil && data.tellsScripts ? try script(file, path: path, page: page) : nil
        if let choice = data.choice(language: named, script: script) { return choice }
        let what = named.map { "their language (\($0))" } ?? script.map { "their script (\($0))" } ?? "any language"
        throw file.error(
            .missingProgram, "its pages are images, and Tesseract has no data for \(what)",
            mend: "install it, on Debian: apt-get install "
                + RecognitionData.package(language: named, script: script))
    }

    /// The script of a page as Tesseract names it; nil where it cannot tell.
    private static func script(_ file: SourceFile, path: String, page: Int) throws -> String? {
        guard let image = try image(page, path: path, file) else { return nil }
        defer { try? FileManager.default.removeItem(atPath: image) }
        let told = try tesseract.run(
            [image, "stdout", "--psm", "0"], for: file, reads: "a scanned PDF", seconds: 60, outputLimit: 1 << 20,
            environment: ["OMP_THREAD_LIMIT": "1"])
        let line = String(decoding: told.output, as: UTF8.self).split(separator: "\n")
            .first { $0.hasPrefix("Script: ") }
        return line.map { String($0.dropFirst(8)).trimmed }
    }
}
