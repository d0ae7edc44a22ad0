import Foundation

/// Word 97 to 2003 and RTF: brought to DOCX by LibreOffice where it is installed, else to text by a small program.
enum LegacyDocumentFormat {
    private static let office = ExternalProgram(name: "soffice", package: "libreoffice-writer-nogui")
    private static let antiword = ExternalProgram(name: "antiword", package: "antiword")
    private static let catdoc = ExternalProgram(name: "catdoc", package: "catdoc")
    private static let unrtf = ExternalProgram(name: "unrtf", package: "unrtf")

    static func read(_ file: SourceFile, _ format: SourceFormat, into sink: LawSink) throws {
        let folder = try PassingFolder(file)
        let suffix = format == .rtf ? "rtf" : "doc"
        let copy = try folder.copy(file, as: "law." + suffix)
        if office.path != nil, let bytes = try docx(copy, folder, file) {
            let converted = SourceFile(name: file.name, utf8: bytes, options: file.options)
            return try DOCXFormat.read(converted, into: sink)
        }
        if format == .rtf {
            try readRTF(copy, file, into: sink)
        } else {
            try readWord(copy, file, into: sink)
        }
    }

    /// The document as DOCX; nil where LibreOffice makes nothing of it.
    private static func docx(_ path: String, _ folder: borrowing PassingFolder, _ file: SourceFile) throws -> Data? {
        let profile = "-env:UserInstallation=file://\(folder.url.path)/profile"
        let outcome = try office.run(
            [
                profile, "--headless", "--norestore", "--convert-to", "docx:MS Word 2007 XML", "--outdir",
                folder.url.path, path,
            ],
            for: file, reads: "DOC", seconds: 180, outputLimit: 1 << 20)
        guard !outcome.wasStopped, outcome.status == 0 else { return nil }
        return try? Data(contentsOf: folder.url.appending(path: "law.docx"), options: .mappedIfSafe)
    }

    private static func readWord(_ path: String, _ file: SourceFile, into sink: LawSink) throws {
        var complaint = ""
        if antiword.path != nil {
            let outcome = try antiword.run(
                ["-m", "UTF-8.txt", "-w", "0", path], for: file, reads: "DOC", seconds: 120)
            if !outcome.wasStopped, outcome.status == 0, !outcome.output.allSatisfy({ $0 <= 0x20 }) {
                return try emit(outcome.output, file, into: sink)
            }
            complaint = outcome.complaint
        }
        if catdoc.path != nil {
            let outcome = try catdoc.run(["-d", "utf-8", "-w", path], for: file, reads: "DOC", seconds: 120)
            if !outcome.wasStopped, outcome.status == 0, !outcome.output.allSatisfy({ $0 <= 0x20 }) {
                return try emit(outcome.output, file, into: sink)
            }
            complaint = complaint.isEmpty ? outcome.complaint : complaint
        }
        if antiword.path == nil, catdoc.path == nil {
            throw antiword.missing(file, reads: "a Word 97 to 2003 document")
        }
        throw file.error(
            .malformed, "no program here can read this Word document" + (complaint.isEmpty ? "" : " (\(complaint))"),
            mend: "save it as DOCX, or install LibreOffice: apt-get install \(office.package)")
    }

    private static func readRTF(_ path: String, _ file: SourceFile, into sink: LawSink) throws {
        guard unrtf.path != nil else { throw unrtf.missing(file, reads: "RTF") }
        let outcome = try unrtf.run(
            ["--quiet", "--nopict", "--html", path], for: file, reads: "RTF", seconds: 120,
            environment: ["LC_ALL": "C.UTF-8"])
        guard !outcome.wasStopped, outcome.status == 0 else {
            throw file.error(
                .malformed, "unrtf cannot read it" + (outcome.complaint.isEmpty ? "" : " (\(outcome.complaint))"),
                mend: "save it as DOCX, or install LibreOffice: apt-get install \(office.package)")
        }
        let page = try SourceText.decode(outcome.output, name: file.name, options: file.options)
        try HTMLFormat.read(SourceFile(name: file.name, utf8: page.utf8, options: file.options), into: sink)
    }

    private static func emit(_ output: Data, _ file: SourceFile, into sink: LawSink) throws {
        let decoded = try SourceText.decode(output, name: file.name, options: file.options)
        var text = DocumentText()
        for line in SourceLine.lines(of: String(decoding: decoded.utf8, as: UTF8.self)) {
            text.append(SourceLine(text: line.text.replacing("\u{AD}", with: "")))
        }
        try text.emit(file, into: sink)
    }
}
