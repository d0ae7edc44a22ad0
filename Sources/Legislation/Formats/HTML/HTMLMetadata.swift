import CLibXML2
import Foundation

/// What a page says of itself: title, language, address.
struct HTMLMetadata {
    private var titles: [String: String] = [:]
    private(set) var language: String?
    private(set) var address: String?

    init(_ root: xmlNodePtr?) {
        var title = ""
        var first = ""
        var language: String?
        var address: String?
        var metas: [String: String] = [:]
        HTMLTree.visit(root) { node in
            guard HTMLTree.isElement(node) else { return false }
            switch HTMLTree.name(node) {
            case "html", "body":
                language = language ?? HTMLTree.attribute(node, "lang") ?? HTMLTree.attribute(node, "xml:lang")
            case "title" where title.isEmpty: title = HTMLTree.words(node)
            case "h1" where first.isEmpty: first = HTMLTree.words(node)
            case "meta":
                let key =
                    HTMLTree.attribute(node, "name") ?? HTMLTree.attribute(node, "property")
                    ?? HTMLTree.attribute(node, "http-equiv")
                if let key, let value = HTMLTree.attribute(node, "content")?.singleSpaced, !value.isEmpty {
                    metas[key.lowercased()] = metas[key.lowercased()] ?? value
                }
            case "link" where HTMLTree.attribute(node, "rel")?.lowercased() == "canonical":
                address = HTMLTree.attribute(node, "href")
            default: break
            }
            return true
        } leave: { _ in
        }
        titles["title"] = title
        titles["h1"] = first
        for key in ["dc.title", "dcterms.title", "eli:title", "citation_title", "og:title"] {
            if titles["meta"] == nil { titles["meta"] = metas[key] }
        }
        self.language =
            language.flatMap { $0.isEmpty ? nil : $0 } ?? metas["content-language"] ?? metas["dc.language"]
            ?? metas["language"] ?? metas["og:locale"]
        self.address = (address ?? metas["og:url"]).flatMap { $0.contains("://") ? $0 : nil }
    }

    /// The law's title: of the page's titles the first that the law's own lines bear out, without the name of the site;
    /// else a line that the page sets apart.
    func title(over lines: [SourceLine]) -> String? {
        let candidates = ["meta", "h1", "title"].compactMap { titles[$0] }.filter(Self.isTelling)
        let body = lines.lazy.prefix(400).map { $0.text.lettersAndDigits }.filter { !$0.isEmpty }
        for candidate in candidates {
            for part in Self.parts(of: candidate) where Self.isTelling(part) && part.count * 5 >= candidate.count * 2 {
                let words = part.lettersAndDigits
                // A site's name stands in sentences too, a law's title makes a line.
                if body.contains(where: { words.count * 2 >= $0.count && $0.contains(words) }) { return part }
            }
        }
        let stated = candidates.first.flatMap { Self.parts(of: $0).first { Self.isTelling($0) } }
        if let stated, stated.contains(where: \.isNumber) { return stated }
        let ownLine = lines.first { line in
            (line.isProminent || line.level > 0) && HeadingMatcher.match(line.text) == nil
                && line.text.last != ":" && line.text.unicodeScalars.first?.properties.isQuotationMark == false
                && line.text.unicodeScalars.lazy.filter(\.isAlphabetic).count >= 12
        }
        return ownLine?.text ?? stated ?? titles["title"].flatMap { $0.isEmpty ? nil : $0 }
    }

    private static func isTelling(_ text: String) -> Bool {
        let count = text.unicodeScalars.count
        let isWide = text.unicodeScalars.contains { $0.value >= 0xE00 }
        return count <= 1500 && (count >= 8 && text.contains(" ") || isWide && count >= 3)
    }

    /// The title as a whole, and its parts where it names its site after a bar or a dash.
    private static func parts(of title: String) -> [String] {
        let title = title.singleSpaced
        var parts: [String] = []
        for mark in ["|", "::", "»", "–", "—", "-"] {
            let pieces = title.components(separatedBy: " \(mark) ")
            if pieces.count > 1 { parts += pieces.map(\.trimmed) }
        }
        return [title] + parts.sorted { $0.count > $1.count }
    }
}
