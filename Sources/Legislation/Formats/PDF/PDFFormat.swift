import Foundation

/// PDF by poppler's `pdftotext`, which gives every word with its place; what makes lines, columns and paragraphs of them
/// stands here.
enum PDFFormat {
    private static let pdftotext = ExternalProgram(name: "pdftotext", package: "poppler-utils")
    private static let pdfinfo = ExternalProgram(name: "pdfinfo", package: "poppler-utils")
    private static let seconds = 120
    /// Words with their places take about a hundred bytes each; this is some three million words.
    private static let outputLimit = 300 << 20

    static func read(_ file: SourceFile, into sink: LawSink) throws {
        let folder = try PassingFolder(file)
        let copy = try folder.copy(file, as: "law.pdf")
        let outcome = try pdftotext.run(
            ["-tsv", "-enc", "UTF-8", copy, "-"], for: file, reads: "PDF", seconds: seconds, outputLimit: outputLimit)
        try check(outcome, file)
        if outcome.complaint.contains("Missing language pack") {
            sink.note("its Chinese, Japanese or Korean characters need the Debian package poppler-data")
        }
        var pages = Page.pages(ofTable: outcome.output)
        guard !pages.isEmpty else {
            throw file.error(.malformed, "pdftotext finds no page in it", mend: "fetch the file again")
        }
        pages = try ScannedPages.recognised(pages, path: copy, file, sink)
        try emit(pages, title: title(of: copy, file), file, into: sink)
    }

    /// Lays out pages and hands on their provisions.
    static func emit(_ pages: [Page], title: String?, _ file: SourceFile, into sink: LawSink) throws {
        let layout = PDFLayout(pages)
        let texts = LanguageColumns.texts(of: layout.blocks, isRightToLeft: layout.isRightToLeft) { $0.text }
        let paragraphs = texts.map {
            LanguageColumns.Text(language: $0.language, lines: ParagraphBuilder.paragraphs(of: $0.lines))
        }
        try DocumentText.emit(paragraphs, statedTitle: title, printedTitle: layout.title, file, into: sink)
    }

    private static func check(_ outcome: ExternalProgram.Outcome, _ file: SourceFile) throws {
        if outcome.wasStopped {
            throw file.error(
                .tooLarge, "pdftotext came to no end: it took too long, wrote too much, or broke down on the file",
                mend: "split the file, or save it anew")
        }
        guard outcome.status != 0 else { return }
        if outcome.complaint.contains("Incorrect password") {
            throw file.error(
                .encrypted, "it is encrypted with a password", mend: "save it without a password, then read it again")
        }
        if outcome.complaint.contains("not allowed") || outcome.status == 3 {
            throw file.error(
                .encrypted, "its owner does not allow text to be taken out of it",
                mend: "fetch a copy without this restriction")
        }
        let detail =
            outcome.complaint.isEmpty ? "" : " (\(outcome.complaint.replacing(#/Syntax (Error|Warning): /#, with: "")))"
        throw file.error(.malformed, "pdftotext cannot read it\(detail)", mend: "fetch the file again")
    }

    private static func title(of path: String, _ file: SourceFile) -> String? {
        guard
            let outcome = try? pdfinfo.run(
                ["-enc", "UTF-8", path], for: file, reads: "PDF", seconds: 30, outputLimit: 1 << 20),
            outcome.status == 0
        else { return nil }
        let lines = String(decoding: outcome.output, as: UTF8.self).split(whereSeparator: \.isNewline)
        return lines.first { $0.hasPrefix("Title:") }.map { $0.dropFirst(6).trimmed }
    }
}
