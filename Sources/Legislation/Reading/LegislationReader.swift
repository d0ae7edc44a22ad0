public import Foundation

/// Reads laws and their provisions from files of every format known here, told apart by content.
public struct LegislationReader: Sendable {
    /// What the reader is told that files may not say.
    public let options: ReaderOptions

    /// A reader with these options.
    public init(options: ReaderOptions = .init()) {
        self.options = options
    }

    /// Reads one file: `onLaw` is called before the provisions of that law.
    ///
    /// A law whose provisions come in several places of a JSON Lines file is announced again each time, with
    /// the same identity. The file is mapped, not loaded; it must not be cut short while it is read.
    ///
    /// - Throws: `LegislationReadError`, or what the closures throw.
    @discardableResult
    public func read(
        _ url: URL, onLaw: (Law) throws -> Void, onProvision: (Provision) throws -> Void
    ) throws -> ReadReport {
        let path = url.path
        let size: Int
        do {
            let attributes = try FileManager.default.attributesOfItem(atPath: path)
            guard attributes[.type] as? FileAttributeType != .typeDirectory else {
                throw LegislationReadError(
                    file: path, reason: .unreadable, message: "it is a folder", mend: "name the files in it")
            }
            size = attributes[.size] as? Int ?? 0
        } catch let error as LegislationReadError {
            throw error
        } catch {
            throw LegislationReadError(
                file: path, reason: .unreadable, message: "it cannot be opened", mend: "check the path and its rights")
        }
        try checkSize(size, path)
        let bytes: Data
        do {
            bytes = try Data(contentsOf: url, options: .mappedIfSafe)
        } catch {
            throw LegislationReadError(
                file: path, reason: .unreadable, message: "it cannot be read", mend: "check its rights")
        }
        return try read(bytes, name: path, onLaw: onLaw, onProvision: onProvision)
    }

    /// Reads bytes in memory; `name` stands for the path in messages and hints.
    ///
    /// - Throws: `LegislationReadError`, or what the closures throw.
    @discardableResult
    public func read(
        _ bytes: Data, name: String, onLaw: (Law) throws -> Void, onProvision: (Provision) throws -> Void
    ) throws -> ReadReport {
        try checkSize(bytes.count, name)
        guard !bytes.isEmpty else {
            throw LegislationReadError(file: name, reason: .empty, message: "it is empty", mend: "fetch the file again")
        }
        let options = options.completed(fromPath: name)
        return try withoutActuallyEscaping(onLaw) { onLaw in
            try withoutActuallyEscaping(onProvision) { onProvision in
                let sink = LawSink(onLaw: onLaw, onProvision: onProvision)
                return try read(bytes, name: name, options: options, into: sink)
            }
        }
    }

    private func read(_ bytes: Data, name: String, options: ReaderOptions, into sink: LawSink) throws -> ReadReport {
        var decoded: SourceText
        let format: SourceFormat
        let raw = SourceFile(name: name, utf8: bytes, options: options)
        if let container = try ContainerDetector.format(of: raw) {
            decoded = SourceText(utf8: bytes)
            format = container
        } else if let lines = JSONLinesFormat.lines(of: bytes) {
            // Validated line by line as it is read, so that a large file is gone through once.
            decoded = SourceText(utf8: lines)
            format = .jsonLines
        } else {
            decoded = try SourceText.decode(bytes, name: name, options: options)
            removeNULs(from: &decoded, sink)
            TextRepair.repair(&decoded.utf8, sink)
            format = try FormatDetector.format(of: SourceFile(name: name, utf8: decoded.utf8, options: options))
        }
        if let charset = decoded.convertedFrom { sink.note("converted from \(charset)") }
        if let label = decoded.labelledAs { sink.note("the file says that it is in \(label), which it is not") }
        let file = SourceFile(name: name, utf8: decoded.utf8, options: options)
        switch format {
        case .akomaNtoso: try AkomaNtosoFormat.read(file, into: sink)
        case .lovdata: try LovdataFormat.read(file, into: sink)
        case .justiceCanada: try JusticeCanadaFormat.read(file, into: sink)
        case .markdown: try MarkdownFormat.read(file, into: sink)
        case .provisionsJSON: try ProvisionsJSONFormat.read(file, into: sink)
        case .jsonLines: try JSONLinesFormat.read(file, into: sink)
        case .html: try HTMLFormat.read(file, into: sink)
        case .plainText: try PlainTextFormat.read(file, into: sink)
        case .clml, .uslm, .formex, .gesetzeImInternet, .risAustria, .lexMLBrazil, .bcnChile, .lexDania, .riigiTeataja,
            .boe,
            .irishStatuteBook, .eGovJapan, .koreanLaw, .bwb, .taiwanLaw:
            if let dialect = XMLDialect.of(format) { try NationalXMLFormat.read(file, dialect, into: sink) }
        case .pdf: try PDFFormat.read(file, into: sink)
        case .docx: try DOCXFormat.read(file, into: sink)
        case .doc, .rtf: try LegacyDocumentFormat.read(file, format, into: sink)
        case .odt: try ODTFormat.read(file, into: sink)
        }
        if sink.provisions == 0 { sink.note("the law has no provision with text") }
        return ReadReport(
            format: format, convertedFrom: decoded.convertedFrom, structure: sink.structure, laws: sink.laws,
            provisions: sink.provisions, bytes: bytes.count, notes: sink.notes, noteCount: sink.noteCount)
    }

    private func checkSize(_ size: Int, _ path: String) throws(LegislationReadError) {
        guard size > options.sizeLimit else { return }
        throw LegislationReadError(
            file: path, reason: .tooLarge, message: "it has \(size) bytes, over the limit of \(options.sizeLimit)",
            mend: "split the file or raise the size limit")
    }

    /// NUL is no character of any law, and ends a string in C.
    private func removeNULs(from text: inout SourceText, _ sink: LawSink) {
        guard let first = text.utf8.withUnsafeBytes({ $0.firstIndex(of: 0) }) else { return }
        sink.note("NUL bytes were taken out", at: .byte(first))
        text.utf8.removeAll { $0 == 0 }
    }
}
