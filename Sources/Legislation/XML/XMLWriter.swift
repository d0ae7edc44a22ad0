import CLibXML2
import Foundation

/// Writes XML piece by piece over libxml2's text writer, which escapes and closes elements.
struct XMLWriter: ~Copyable {
    private let writer: xmlTextWriterPtr
    private let buffer: xmlBufferPtr?
    /// A path would be taken for a URI, and its `%` for an escape; a file that is open is taken as it is.
    private let file: FileHandle?
    private let name: String
    /// Characters left out, for XML has no way to write them.
    private(set) var dropped = 0

    /// Writes to a new file.
    init(path: String) throws(LegislationWriteError) {
        guard FileManager.default.createFile(atPath: path, contents: nil),
            let file = FileHandle(forWritingAtPath: path),
            let output = xmlOutputBufferCreateFd(file.fileDescriptor, nil), let writer = xmlNewTextWriter(output)
        else {
            throw LegislationWriteError(
                file: path, message: "it cannot be written", mend: "check the path and its rights")
        }
        self.writer = writer
        self.file = file
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
        file = nil
        self.name = name
    }

    deinit {
        xmlFreeTextWriter(writer)
        if let buffer { xmlBufferFree(buffer) }
        try? file?.close()
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
