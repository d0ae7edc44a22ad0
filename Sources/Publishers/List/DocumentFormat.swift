/// What the documents of a source are; gives their files an ending and tells a page of excuses from a law.
public enum DocumentFormat: String, Sendable, Hashable, Codable, CaseIterable {
    /// Akoma Ntoso, and any other XML.
    case akn, xml
    case html, json, jsonl, markdown, text, pdf, rtf, docx, odt

    /// Ending of the file's name, with its full stop.
    var fileEnding: String {
        switch self {
        case .akn, .xml: ".xml"
        case .markdown: ".md"
        case .text: ".txt"
        default: ".\(rawValue)"
        }
    }

    /// What is wrong with a document that begins so; nil when it may be of this format.
    ///
    /// Publishers answer with a page in HTML, and status 200, where they mean that something is not there or that they
    /// want to see a person. Such a page must not take the place of a law.
    func fault(ofBeginning bytes: some Collection<UInt8>) -> String? {
        let start = bytes.prefix(1024)
        if start.isEmpty { return "it is empty" }
        func begins(_ magic: String) -> Bool { start.starts(with: magic.utf8) }
        switch self {
        case .pdf:
            // Readers of PDF look for the mark within the first kibibyte.
            let text = String(decoding: start, as: UTF8.self)
            return text.contains("%PDF-") ? nil : "it is no PDF"
        case .rtf: return begins("{\\rtf") ? nil : "it is no RTF"
        case .docx, .odt: return begins("PK") ? nil : "it is no \(rawValue.uppercased()) file"
        case .html: return nil
        case .akn, .xml, .json, .jsonl, .markdown, .text: break
        }
        // A charset of two bytes a character has zeros among its ASCII.
        let text = String(decoding: start.filter { $0 != 0 }, as: UTF8.self).lowercased()
        let trimmed = text.drop { $0.isWhitespace || $0 == "\u{FEFF}" || $0 == "\u{FFFD}" }
        if trimmed.hasPrefix("<!doctype html") || trimmed.hasPrefix("<html") { return "it is a web page" }
        switch self {
        case .akn, .xml: return trimmed.hasPrefix("<") ? nil : "it is no XML"
        case .json, .jsonl: return trimmed.hasPrefix("{") || trimmed.hasPrefix("[") ? nil : "it is no JSON"
        default: return nil
        }
    }
}
