import CLibXML2
import Foundation

/// HTML by libxml2's lenient parser: the part of the page that is the law, its blocks as lines, its headings as such.
enum HTMLFormat {
    static func read(_ file: SourceFile, into sink: LawSink) throws {
        let options = Int32(
            HTML_PARSE_RECOVER.rawValue | HTML_PARSE_NOERROR.rawValue | HTML_PARSE_NOWARNING.rawValue
                | HTML_PARSE_NONET.rawValue)
        let document =
            file.utf8.count > Int(Int32.max)
            ? nil
            : file.utf8.withUnsafeBytes { bytes in
                htmlReadMemory(
                    bytes.bindMemory(to: CChar.self).baseAddress, Int32(bytes.count), nil, "UTF-8", options)
            }
        guard let document else {
            throw file.error(.malformed, "the HTML parser can make nothing of it", mend: "save the page again")
        }
        defer { xmlFreeDoc(document) }
        guard let root = xmlDocGetRootElement(document) else {
            throw file.error(.malformed, "the page has no element", mend: "save the page again")
        }
        HTMLTree.measure(root)
        let metadata = HTMLMetadata(root)
        let main = main(of: root)
        let page = HTMLPage(main, total: HTMLTree.size(main))
        var lines = HTMLLines.cleaned(page.lines)
        var draft = LawDraft()
        draft.title = metadata.title(over: lines)
        draft.sourceURL = metadata.address
        if let tag = metadata.language { draft.language = try? LanguageTag(tag) }
        if let first = lines.firstIndex(where: { $0.level == 1 }), lines[first].text == draft.title?.singleSpaced,
            HeadingMatcher.match(lines[first].text) == nil
        {
            lines[first] = SourceLine(text: "")
        }
        try PlainTextFormat.emit(lines, of: draft, file, into: sink)
    }

    /// `main`, or the only `article`, where it holds most of the text; else the whole page.
    private static func main(of root: xmlNodePtr) -> xmlNodePtr {
        var mains: [xmlNodePtr] = []
        var articles: [xmlNodePtr] = []
        HTMLTree.visit(root) { node in
            guard HTMLTree.isElement(node) else { return false }
            let name = HTMLTree.name(node)
            if name == "main" || HTMLTree.attribute(node, "role") == "main" { mains.append(node) }
            if name == "article" { articles.append(node) }
            return true
        } leave: { _ in
        }
        let largest = mains.max { HTMLTree.size($0) < HTMLTree.size($1) }
        if let largest, HTMLTree.size(largest) * 2 >= HTMLTree.size(root) { return largest }
        if articles.count == 1, HTMLTree.size(articles[0]) * 2 >= HTMLTree.size(root) { return articles[0] }
        return root
    }
}
