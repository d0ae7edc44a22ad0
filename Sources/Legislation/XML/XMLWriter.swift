import CLibXML2
import Foundation

/// Writes XML piece by piece over libxml2's text writer, which escapes and closes elements.
struct XMLWriter: ~Copyable {
    private let writer: xmlTextWriterPtr
    private let buffer: xmlBufferPtr?
    private let name: String
    /// Characters left out, for XML has no way to write them.
    private(set) var dropped = 0

    /// Writes to a file.
    init(path: String) throws(LegislationWriteError) {
        guard let writer = xmlNewTextWriterFilename(path, 0) else {
            throw LegislationWriteError(
                file: path, message: "it cannot be written", mend: "check the path and its rights")
        }
        self.writer = writer
        buffer = nil
        name = path
    }

    /// Writes to memory; `name` stands for the path in messages.
    init(name: String) throws(LegislationWriteError) {
        guard let buffer = xmlBufferCreate(), let writer = xmlNewTextWriterMemory(buffer, 0) else {
            throw LegislationWriteError(file: name, message: "there is no memory for it", mend: "write it to a file")
        }
        self.writer = writer
        self.buffer = buffer
        self.name = name
    }

    deinit {
        xmlFreeTextWriter(writer)
        if let buffer { xmlBufferFree(buffer) }
    }

    mutating func startDocument() throws(LegislationWriteError) {
        try check(xmlTextWriterStartDocument(writer, nil, "UTF-8", nil))
    }

    /// Closes what is open and hands everything on.
    mutating func endDocument() throws(LegislationWriteError) {
        try check(xmlTextWriterEndDocument(writer))
        try check(xmlTextWriterFlush(writer))
    }

    /// What was written to memory.
    var data: Data {
        guard let buffer, let bytes = xmlBufferContent(buffer) else { return Data() }
        return Data(bytes: bytes, count: Int(xmlBufferLength(buffer)))
    }

    mutating func start(
        _ element: String, _ attributes: KeyValuePairs<String, String?> = [:]
    ) throws(LegislationWriteError) {
        try check(xmlTextWriterStartElement(writer, element))
        for (key, value) in attributes {
            if let value { try check(xmlTextWriterWriteAttribute(writer, key, writable(value))) }
        }
    }

    mutating func end() throws(LegislationWriteError) { try check(xmlTextWriterEndElement(writer)) }

    mutating func text(_ text: String) throws(LegislationWriteError) {
        try check(xmlTextWriterWriteString(writer, writable(text)))
    }

    /// An element with nothing in it but text.
    mutating func element(
        _ element: String, _ attributes: KeyValuePairs<String, String?> = [:], text: String? = nil
    ) throws(LegislationWriteError) {
        try start(element, attributes)
        if let text, !text.isEmpty { try self.text(text) }
        try end()
    }

    /// A line break between elements, where white space means nothing.
    mutating func newline() throws(LegislationWriteError) { try check(xmlTextWriterWriteRaw(writer, "\n")) }

    private mutating func writable(_ text: String) -> String {
        let clean = XMLCharacters.clean(text)
        dropped += clean.dropped
        return clean.text
    }

    private func check(_ status: Int32) throws(LegislationWriteError) {
        guard status < 0 else { return }
        throw LegislationWriteError(
            file: name, message: "it cannot be written to the end", mend: "look for room on the disk")
    }
}

/// The characters that XML 1.0 allows.
enum XMLCharacters {
    /// The text without the characters that XML cannot write, and how many those are.
    static func clean(_ text: String) -> (text: String, dropped: Int) {
        // All that is not allowed is below space, or one of the two last of the first plane (EF BF BE, EF BF BF).
        let isClean = text.utf8.allSatisfy { $0 >= 0x20 && $0 != 0xEF || $0 == 0x0A || $0 == 0x09 || $0 == 0x0D }
        if isClean { return (text, 0) }
        var scalars = String.UnicodeScalarView()
        var dropped = 0
        for scalar in text.unicodeScalars {
            switch scalar.value {
            case 0x09, 0x0A, 0x0D, 0x20...0xFFFD, 0x1_0000...: scalars.append(scalar)
            default: dropped += 1
            }
        }
        return (String(scalars), dropped)
    }
}
