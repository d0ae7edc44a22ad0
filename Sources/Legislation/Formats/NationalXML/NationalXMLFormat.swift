/// Reads a law in the XML of a State by that State's dialect; streamed, one provision in memory at a time.
enum NationalXMLFormat {
    static func read(_ file: SourceFile, _ dialect: XMLDialect, into sink: LawSink) throws {
        var stream = try XMLStream(file, allowsDoctype: dialect.carriesDoctype)
        var body = NationalXMLBody(dialect, file, sink)
        while let event = try stream.next() {
            switch event {
            case .start(let tag): try body.start(tag, &stream)
            case .text(let words): body.text(words)
            case .end: try body.end()
            }
        }
        try body.finish()
    }
}
