import CLibXML2
import Foundation

/// HTML by libxml2's lenient parser: block elements become lines, `h1` to `h6` headings.
enum HTMLFormat {
    private static let blocks: Set<String> = [
        "p", "div", "br", "li", "tr", "table", "section", "article", "blockquote", "dd", "dt", "pre", "hr", "center",
        "ul", "ol", "body",
    ]
    private static let silent: Set<String> = ["script", "style", "noscript", "nav", "template", "button", "select"]

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
        var page = Page()
        page.walk(xmlDocGetRootElement(document))
        page.endLine()
        var draft = LawDraft()
        draft.title = page.title.isEmpty ? nil : page.title.singleSpaced
        if let tag = page.language { draft.language = try? LanguageTag(tag) }
        try PlainTextFormat.emit(page.lines, of: draft, file, into: sink)
    }

    private struct Page {
        var lines: [SourceLine] = []
        var title = ""
        var language: String?
        private var open = ""
        private var level = 0

        /// Goes through the tree without recursion, for hostile pages nest deeply.
        mutating func walk(_ root: xmlNodePtr?) {
            guard let root else { return }
            var node: xmlNodePtr? = root
            while let current = node {
                let goesIn = enter(current)
                if goesIn, let child = current.pointee.children {
                    node = child
                    continue
                }
                leave(current)
                var done = current
                while done != root, done.pointee.next == nil, let parent = done.pointee.parent {
                    leave(parent)
                    done = parent
                }
                node = done == root ? nil : done.pointee.next
            }
        }

        private mutating func enter(_ node: xmlNodePtr) -> Bool {
            if node.pointee.type == XML_TEXT_NODE || node.pointee.type == XML_CDATA_SECTION_NODE {
                if let content = node.pointee.content { open += String(cString: content) }
                return false
            }
            guard node.pointee.type == XML_ELEMENT_NODE else { return false }
            let name = HTMLFormat.name(node)
            if HTMLFormat.silent.contains(name) { return false }
            if name == "html", let value = xmlHasProp(node, "lang")?.pointee.children?.pointee.content {
                language = String(cString: value)
            }
            if name == "title" {
                if let content = node.pointee.children?.pointee.content { title = String(cString: content) }
                return false
            }
            if name == "td" || name == "th" { open += " " }
            if let level = HTMLFormat.level(name) {
                endLine()
                self.level = level
            } else if HTMLFormat.blocks.contains(name) {
                endLine()
            }
            return true
        }

        private mutating func leave(_ node: xmlNodePtr) {
            guard node.pointee.type == XML_ELEMENT_NODE else { return }
            let name = HTMLFormat.name(node)
            if HTMLFormat.level(name) != nil || HTMLFormat.blocks.contains(name) { endLine() }
        }

        mutating func endLine() {
            let text = open.singleSpaced
            if !text.isEmpty { lines.append(SourceLine(text: text, level: level)) }
            open = ""
            level = 0
        }
    }

    private static func name(_ node: xmlNodePtr) -> String {
        node.pointee.name.map { String(cString: $0).lowercased() } ?? ""
    }

    private static func level(_ name: String) -> Int? {
        guard name.utf8.count == 2, name.first == "h", let level = Int(name.dropFirst()), (1...6).contains(level)
        else { return nil }
        return level
    }
}
