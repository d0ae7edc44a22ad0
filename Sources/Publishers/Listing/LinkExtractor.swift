internal import CLibXML2
internal import Foundation

/// What a page, a feed, a sitemap or a list in XML or JSON names.
struct LinkExtractor {
    /// Links and other texts that may name a document, in the order of the page. Links are absolute.
    private(set) var candidates: [String] = []
    /// Page that goes on where this one ends.
    private(set) var next: WebAddress?

    private let address: WebAddress
    private var base: WebAddress

    /// Longer texts name no document.
    private static let lengthLimit = 2048
    private static let attributes: Set<String> = ["href", "src", "url", "resource", "about"]

    /// Reads a page.
    ///
    /// - Throws: `FetchFailure.listing` where the page is not whole or not well-formed: a part of a list would make all
    ///   that it does not name look withdrawn.
    init(_ bytes: [UInt8], at address: WebAddress) throws(FetchFailure) {
        self.address = address
        base = address
        let start = String(decoding: bytes.prefix(1024), as: UTF8.self).lowercased()
        let trimmed = start.drop { $0.isWhitespace || $0 == "\u{FEFF}" }
        if start.contains("<!doctype html") || start.contains("<html") {
            try readHTML(bytes)
        } else if trimmed.hasPrefix("<") {
            try readXML(bytes)
        } else if trimmed.hasPrefix("{") || trimmed.hasPrefix("[") {
            try readJSON(bytes)
        } else {
            for word in String(decoding: bytes, as: UTF8.self).split(whereSeparator: \.isWhitespace) {
                add(text: String(word))
            }
        }
    }

    private mutating func add(text: String) {
        let word = text.trimmingCharacters(in: .whitespacesAndNewlines)
        guard !word.isEmpty, word.utf8.count <= Self.lengthLimit, !word.contains(where: \.isWhitespace) else { return }
        candidates.append(word)
    }

    private mutating func add(link: String, isNext: Bool) {
        let word = link.trimmingCharacters(in: .whitespacesAndNewlines)
        guard !word.isEmpty, word.utf8.count <= Self.lengthLimit, let link = try? base.resolving(word) else { return }
        if isNext {
            if next == nil, link != address { next = link }
        } else {
            candidates.append(link.text)
        }
    }

    private mutating func readHTML(_ bytes: [UInt8]) throws(FetchFailure) {
        let options = Int32(
            HTML_PARSE_RECOVER.rawValue | HTML_PARSE_NOERROR.rawValue | HTML_PARSE_NOWARNING.rawValue
                | HTML_PARSE_NONET.rawValue)
        let document = bytes.withUnsafeBufferPointer { buffer in
            buffer.withMemoryRebound(to: CChar.self) {
                htmlReadMemory($0.baseAddress, Int32($0.count), nil, "UTF-8", options)
            }
        }
        guard let document else { throw .listing("\(address) is no page that can be read; check the address") }
        defer { xmlFreeDoc(document) }
        // Without recursion, for hostile pages nest deeply.
        var node = xmlDocGetRootElement(document)
        while let current = node {
            if current.pointee.type == XML_ELEMENT_NODE { take(current) }
            if let child = current.pointee.children {
                node = child
                continue
            }
            var done: xmlNodePtr? = current
            while let at = done, at.pointee.next == nil { done = at.pointee.parent }
            node = done?.pointee.next
        }
    }

    private mutating func take(_ node: xmlNodePtr) {
        guard let name = node.pointee.name.map({ String(cString: $0).lowercased() }),
            ["a", "area", "link", "base"].contains(name), let href = Self.attribute("href", of: node)
        else { return }
        if name == "base" {
            base = (try? address.resolving(href)) ?? base
        } else {
            let relation = Self.attribute("rel", of: node)?.lowercased().split(separator: " ") ?? []
            let isNext = relation.contains("next")
            if name != "link" || isNext || relation.contains("alternate") { add(link: href, isNext: isNext) }
        }
    }

    private static func attribute(_ name: String, of node: xmlNodePtr) -> String? {
        xmlHasProp(node, name)?.pointee.children?.pointee.content.map { String(cString: $0) }
    }

    private mutating func readXML(_ bytes: [UInt8]) throws(FetchFailure) {
        // The reader looks at the bytes for as long as it lives.
        let data = NSData(data: Data(bytes))
        let options = Int32(XML_PARSE_NONET.rawValue | XML_PARSE_NOERROR.rawValue | XML_PARSE_NOWARNING.rawValue)
        guard
            let reader = xmlReaderForMemory(
                data.bytes.assumingMemoryBound(to: CChar.self), Int32(data.length), nil, nil, options)
        else { throw .listing("\(address) is no XML that can be read; check the address") }
        defer { xmlFreeTextReader(reader) }
        while true {
            let status = xmlTextReaderRead(reader)
            if status == 0 { break }
            guard status == 1 else {
                throw .listing(
                    "\(address), line \(max(1, xmlTextReaderGetParserLineNumber(reader))): the list is not well-formed; "
                        + "run again, or tell the publisher")
            }
            switch xmlTextReaderNodeType(reader) {
            case 1: takeAttributes(of: reader)
            case 3, 4:
                if let text = xmlTextReaderConstValue(reader) { add(text: String(cString: text)) }
            case 5, 10: throw .listing("\(address) carries a DTD or an entity reference, which is refused")
            default: continue
            }
        }
        _ = data.length
    }

    private mutating func takeAttributes(of reader: xmlTextReaderPtr) {
        guard xmlTextReaderHasAttributes(reader) == 1 else { return }
        var links: [String] = []
        var isNext = false
        while xmlTextReaderMoveToNextAttribute(reader) == 1 {
            guard xmlTextReaderIsNamespaceDecl(reader) != 1,
                let name = xmlTextReaderConstLocalName(reader).map({ String(cString: $0) }),
                let value = xmlTextReaderConstValue(reader).map({ String(cString: $0) })
            else { continue }
            if Self.attributes.contains(name) {
                links.append(value)
            } else if name == "rel" {
                isNext = value == "next"
            } else {
                add(text: value)
            }
        }
        xmlTextReaderMoveToElement(reader)
        for link in links { add(link: link, isNext: isNext) }
    }

    private mutating func readJSON(_ bytes: [UInt8]) throws(FetchFailure) {
        guard let root = try? JSONSerialization.jsonObject(with: Data(bytes)) else {
            throw .listing("\(address): the list is no JSON that can be read; run again, or tell the publisher")
        }
        // In a fixed order: JSON's own is lost, and the list should not change from run to run.
        var waiting: [Any] = [root]
        while let value = waiting.popLast() {
            switch value {
            case let text as String: add(text: text)
            case let list as [Any]: waiting += list.reversed()
            case let object as [String: Any]:
                waiting += object.sorted { $0.key > $1.key }.map(\.value)
            default: continue
            }
        }
    }
}
