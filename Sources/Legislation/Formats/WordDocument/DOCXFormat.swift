/// Word since 2007 (Office Open XML): paragraphs with their styles and the numbers that Word would print.
enum DOCXFormat {
    static func read(_ file: SourceFile, into sink: LawSink) throws {
        var archive = try ZIPArchive(file)
        let place = try mainPart(&archive)
        guard let main = try archive.xml(place) else {
            throw file.error(
                .malformed, "it is a Word archive without its document (\(place))", mend: "fetch the file again")
        }
        let folder = place.split(separator: "/").dropLast().map { $0 + "/" }.joined()
        let styles = try archive.xml(folder + "styles.xml").map { try WordStyles($0) } ?? WordStyles()
        let numbering = try archive.xml(folder + "numbering.xml").map { try WordNumbering($0) } ?? WordNumbering()
        var body = DOCXBody(styles: styles, numbering: numbering)
        try body.read(main)
        if body.hasForeignParts {
            sink.note("parts that another program embedded (altChunk) were not read")
        }
        var text = body.text
        if let core = try archive.xml("docProps/core.xml") {
            text.statedTitle = try? Self.property("title", of: core)
        }
        try text.emit(file, into: sink)
    }

    /// The document's part as the archive's relationships name it.
    private static func mainPart(_ archive: inout ZIPArchive) throws -> String {
        let usual = "word/document.xml"
        guard !archive.contains(usual), let relations = try archive.xml("_rels/.rels") else { return usual }
        var stream = try XMLStream(relations)
        while let event = try stream.next() {
            guard case .start(let tag) = event, tag.name == "Relationship", let target = tag["Target"],
                tag["Type"]?.hasSuffix("/officeDocument") == true
            else { continue }
            return target.hasPrefix("/") ? String(target.dropFirst()) : target
        }
        return usual
    }

    /// A property of `docProps/core.xml`, or of an OpenDocument's `meta.xml`.
    static func property(_ name: String, of file: SourceFile) throws -> String? {
        var stream = try XMLStream(file)
        while let event = try stream.next() {
            guard case .start(let tag) = event, tag.name == name else { continue }
            let text = try stream.element(tag).inlineText
            return text.isEmpty ? nil : text
        }
        return nil
    }
}

extension XMLTag {
    /// The value of an attribute by its local name, whatever prefix its namespace has here.
    func local(_ name: String) -> String? {
        if let value = attributes["w:" + name] ?? attributes[name] { return value }
        return attributes.first { $0.key.hasSuffix(":" + name) }?.value
    }

    /// Word's on-off values: there is one, and it does not say no.
    var isOn: Bool { !["0", "false", "off", "none"].contains(local("val") ?? "1") }
}
