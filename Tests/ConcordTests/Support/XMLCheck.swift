import Foundation
import FoundationXML

/// Whether a text is well-formed XML.
enum XMLCheck {
    /// What is wrong and in which line; nil when nothing is.
    static func fault(in text: String) -> String? {
        let parser = XMLParser(data: Data(text.utf8))
        guard !parser.parse() else { return nil }
        return "line \(parser.lineNumber): \(parser.parserError.map(String.init(describing:)) ?? "not well-formed")"
    }
}
