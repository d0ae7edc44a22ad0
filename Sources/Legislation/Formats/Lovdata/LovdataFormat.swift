/// The laws of Norway as Lovdata publishes them: HTML that is well-formed XML, its classes naming chapters and articles.
enum LovdataFormat {
    /// Whether HTML is Lovdata's, by the classes and attributes that are its own.
    static func isLovdata(_ text: String) -> Bool {
        ["data-document-key-info", "data-lovdata-URL", "class=\"legalArticle\""].contains { text.contains($0) }
    }

    static func read(_ file: SourceFile, into sink: LawSink) throws {
        let hasSigns: Bool
        do {
            hasSigns = try Self.hasSigns(file)
        } catch {
            // A page that was saved by a browser is HTML, but no XML.
            sink.note("it is not well-formed XML, as Lovdata writes it: read as HTML", at: error.place)
            try HTMLFormat.read(file, into: sink)
            return
        }
        var body = LovdataBody(file: file, sink: sink, hasSigns: hasSigns)
        var stream = try XMLStream(file, allowsDoctype: true)
        while let event = try stream.next() {
            switch event {
            case .start(let tag): try body.start(tag, &stream)
            case .text(let text): body.take(text)
            case .end: try body.end()
            }
        }
        try body.finish()
    }

    /// Whether the law numbers its articles by `§`; those of another kind are then of a treaty annexed to it.
    private static func hasSigns(_ file: SourceFile) throws(LegislationReadError) -> Bool {
        var stream = try XMLStream(file, allowsDoctype: true)
        var found = false
        while let event = try stream.next() {
            if case .start(let tag) = event, tag["class"] == "legalArticle", tag["data-name"]?.hasPrefix("§") == true {
                found = true
            }
        }
        return found
    }
}
