import Foundation

/// Tells the formats that are no text: they have to be known before any charset is guessed.
enum ContainerDetector {
    /// The format of a PDF, a word processor's archive, an OLE file or RTF; nil where the bytes are text of another kind.
    ///
    /// - Throws: `LegislationReadError` for containers that hold no law: other archives, other OLE files.
    static func format(of file: SourceFile) throws(LegislationReadError) -> SourceFormat? {
        let bytes = file.utf8
        if bytes.starts(with: [0x50, 0x4B, 3, 4]) || bytes.starts(with: [0x50, 0x4B, 5, 6]) {
            return try archive(file)
        }
        if bytes.starts(with: [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]) { return try compound(file) }
        if bytes.prefix(64).drop(while: isSpace).starts(with: "{\\rtf".utf8) { return .rtf }
        return isPDF(bytes) ? .pdf : nil
    }

    /// The header may stand anywhere in the first kilobyte, after what a mail or web server put before it.
    private static func isPDF(_ bytes: Data) -> Bool {
        guard let header = bytes.prefix(1024).firstRange(of: Data("%PDF-".utf8)) else { return false }
        if bytes[..<header.lowerBound].allSatisfy(isSpace) { return true }
        // A text that speaks of the header has no objects after it.
        return bytes[header.upperBound...].prefix(4096).firstRange(of: Data(" obj".utf8)) != nil
    }

    private static func isSpace(_ byte: UInt8) -> Bool {
        byte <= 0x20 || byte == 0xEF || byte == 0xBB || byte == 0xBF
    }

    private static func archive(_ file: SourceFile) throws(LegislationReadError) -> SourceFormat {
        var archive = try ZIPArchive(file)
        if archive.contains("[Content_Types].xml") {
            if archive.names.contains(where: { $0.hasPrefix("xl/") || $0.hasPrefix("ppt/") }) {
                throw file.error(
                    .notLegislation, "it is a spreadsheet or a presentation", mend: SourceFile.recognised)
            }
            return .docx
        }
        if archive.contains("mimetype"),
            let kind = try archive.data(of: "mimetype", limit: 200).map({ String(decoding: $0, as: UTF8.self) }),
            kind.hasPrefix("application/vnd.oasis.opendocument.")
        {
            if kind.contains("opendocument.text") { return .odt }
            throw file.error(
                .notLegislation, "it is an OpenDocument file, but not a text", mend: SourceFile.recognised)
        }
        throw file.error(
            .notLegislation, "it is a ZIP archive that is no text document",
            mend: "unpack it; " + SourceFile.recognised)
    }

    /// OLE files hold Word 97 documents, and also spreadsheets, mails and encrypted DOCX.
    private static func compound(_ file: SourceFile) throws(LegislationReadError) -> SourceFormat {
        func holds(_ stream: String) -> Bool {
            file.utf8.firstRange(of: stream.data(using: .utf16LittleEndian) ?? Data()) != nil
        }
        if holds("EncryptedPackage") {
            throw file.error(
                .encrypted, "it is encrypted with a password", mend: "save it without a password, then read it again")
        }
        guard holds("WordDocument") else {
            throw file.error(
                .notLegislation, "it is an OLE file without a Word document", mend: SourceFile.recognised)
        }
        return .doc
    }
}
