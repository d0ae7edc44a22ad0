import CLibXML2
import Foundation

/// Pull reader of XML over libxml2's text reader: start, text and end events, no DTD loaded, bounded depth.
struct XMLStream: ~Copyable {
    enum Event {
        case start(XMLTag)
        case text(String)
        case end(String)
    }

    /// Deepest nesting that is followed; no law comes near it.
    static let depthLimit = 500

    private let reader: xmlTextReaderPtr
    private let file: SourceFile
    private let allowsDoctype: Bool
    private let bytes: NSData
    private var pendingEnd: String?
    /// Start tags given out so far: the same at the same place each time a document is gone through.
    private(set) var elementCount = 0

    /// - Parameter allowsDoctype: whether a DOCTYPE may stand in it; the DTD it names is not loaded, and one that declares
    ///   entities is an error all the same.
    init(_ file: SourceFile, allowsDoctype: Bool = false) throws(LegislationReadError) {
        // NSData keeps one address for as long as the reader lives.
        bytes = NSData(data: file.utf8)
        self.file = file
        self.allowsDoctype = allowsDoctype
        let options = Int32(
            XML_PARSE_NONET.rawValue | XML_PARSE_NOERROR.rawValue | XML_PARSE_NOWARNING.rawValue
                | XML_PARSE_HUGE.rawValue | XML_PARSE_NOCDATA.rawValue | XML_PARSE_IGNORE_ENC.rawValue)
        guard bytes.length <= Int(Int32.max),
            let reader = xmlReaderForMemory(
                bytes.bytes.assumingMemoryBound(to: CChar.self), Int32(bytes.length), nil, "UTF-8", options)
        else {
            throw file.error(.tooLarge, "it is too large for the XML parser", mend: "split the file")
        }
        self.reader = reader
    }

    deinit { xmlFreeTextReader(reader) }

    /// Line of the last event, from 1.
    var line: Int { max(1, Int(xmlTextReaderGetParserLineNumber(reader))) }

    /// The next event; nil at the end of the document.
    mutating func next() throws(LegislationReadError) -> Event? {
        if let name = pendingEnd {
            pendingEnd = nil
            return .end(name)
        }
        while true {
            let status = xmlTextReaderRead(reader)
            if status == 0 { return nil }
            if status < 0 { throw syntaxError() }
            switch xmlTextReaderNodeType(reader) {
            case 1:
                let name = string(xmlTextReaderConstLocalName(reader)) ?? ""
                guard xmlTextReaderDepth(reader) <= Self.depthLimit else {
                    throw file.error(
                        .tooDeep, at: .element(name, line: line), "elements nest over \(Self.depthLimit) deep",
                        mend: "check how the file was made")
                }
                let empty = xmlTextReaderIsEmptyElement(reader) == 1
                let tag = XMLTag(name: name, attributes: attributes(), line: line)
                if empty { pendingEnd = name }
                elementCount += 1
                return .start(tag)
            case 3, 4, 13, 14:
                if let text = string(xmlTextReaderConstValue(reader)) { return .text(text) }
            case 15:
                return .end(string(xmlTextReaderConstLocalName(reader)) ?? "")
            case 10 where allowsDoctype && !declaresEntities: continue
            case 5, 10:
                throw file.error(
                    .refusedDTD, at: .line(line), "it carries a DTD or an entity reference",
                    mend: "remove the DOCTYPE declaration and write the characters themselves")
            default: continue
            }
        }
    }

    /// Whether the DOCTYPE at which the reader stands declares entities: they could expand without bound in attributes.
    private var declaresEntities: Bool {
        guard let node = xmlTextReaderCurrentNode(reader), node.pointee.type == XML_DTD_NODE else { return true }
        return node.withMemoryRebound(to: xmlDtd.self, capacity: 1) {
            $0.pointee.entities != nil || $0.pointee.pentities != nil
        }
    }

    private func attributes() -> [String: String] {
        guard xmlTextReaderHasAttributes(reader) == 1 else { return [:] }
        var attributes: [String: String] = [:]
        while xmlTextReaderMoveToNextAttribute(reader) == 1 {
            if xmlTextReaderIsNamespaceDecl(reader) == 1 { continue }
            guard let name = string(xmlTextReaderConstName(reader)) else { continue }
            attributes[name] = string(xmlTextReaderConstValue(reader)) ?? ""
        }
        xmlTextReaderMoveToElement(reader)
        return attributes
    }

    private func string(_ text: UnsafePointer<xmlChar>?) -> String? {
        text.map { String(cString: $0) }
    }

    private func syntaxError() -> LegislationReadError {
        var message = "the XML is not well-formed"
        var place = line
        if let error = xmlGetLastError() {
            if let text = error.pointee.message {
                let said = String(cString: text).split(whereSeparator: \.isNewline).joined(separator: " ")
                message += " (\(said))"
            }
            if error.pointee.line > 0 { place = Int(error.pointee.line) }
        }
        return file.error(.malformed, at: .line(place), message, mend: "fetch the file again, or mend it there")
    }
}

/// A start tag.
struct XMLTag {
    var name: String
    /// Values by qualified name.
    var attributes: [String: String]
    var line: Int

    subscript(_ attribute: String) -> String? { attributes[attribute] }
}
