/// Akoma Ntoso (OASIS LegalDocML) of any version: acts, bills and documents; streamed, one provision in memory at a time.
enum AkomaNtosoFormat {
    static func read(_ file: SourceFile, into sink: LawSink) throws {
        if try AkomaNtosoExport.read(file, into: sink) { return }
        var body = AkomaNtosoBody(survey: try AkomaNtosoSurvey(file), file: file, sink: sink)
        var stream = try XMLStream(file)
        while let event = try stream.next() {
            switch event {
            // An element that is read whole has no end event left.
            case .start(let tag): try body.start(tag, &stream)
            case .text: break
            case .end: try body.end()
            }
        }
        try body.finish()
    }
}
