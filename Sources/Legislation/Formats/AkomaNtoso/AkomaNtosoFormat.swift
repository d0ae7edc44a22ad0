/// Akoma Ntoso 3.0 (OASIS LegalDocML): acts, bills and documents; streamed, one provision in memory at a time.
enum AkomaNtosoFormat {
    /// Elements that can be the provision of a law; the first one that occurs is.
    private static let units = ["article", "section", "rule", "regulation", "paragraph", "clause", "item"]

    static func read(_ file: SourceFile, into sink: LawSink) throws {
        let unit = try basicUnit(file)
        var stream = try XMLStream(file)
        var body = AkomaNtosoBody(unit: unit, sink: sink)
        var metadata: AkomaNtosoMetadata?
        var announced = false
        var open = 0
        while let event = try stream.next() {
            switch event {
            case .start(let tag):
                open += 1
                switch tag.name {
                case "meta" where metadata == nil:
                    metadata = AkomaNtosoMetadata(try stream.element(tag))
                    open -= 1
                    continue
                case "meta":
                    try stream.skip()
                    open -= 1
                    continue
                case "preface", "coverPage", "longTitle", "preamble", "conclusions", "body", "mainBody", "bill",
                    "hcontainer",
                    "attachments":
                    if tag.name == "preface" {
                        let preface = try stream.element(tag)
                        metadata?.takeTitle(fromPreface: preface)
                        open -= 1
                        try announce(&announced, metadata, file, &body, sink)
                        continue
                    }
                    if tag.name != "bill", tag.name != "coverPage" {
                        try announce(&announced, metadata, file, &body, sink)
                    }
                    if try body.start(tag, &stream) { open -= 1 }
                default:
                    if try body.start(tag, &stream) { open -= 1 }
                }
            case .text: break
            case .end:
                open -= 1
                try body.end()
            }
        }
        try announce(&announced, metadata, file, &body, sink)
    }

    private static func announce(
        _ announced: inout Bool, _ metadata: AkomaNtosoMetadata?, _ file: SourceFile, _ body: inout AkomaNtosoBody,
        _ sink: LawSink
    ) throws {
        guard !announced else { return }
        announced = true
        body.tags = metadata?.obligations ?? [:]
        try sink.announce((metadata?.draft ?? LawDraft()).law(file))
    }

    /// Articles where there are any, else sections, and so on down.
    private static func basicUnit(_ file: SourceFile) throws -> String {
        var stream = try XMLStream(file)
        var found: Set<String> = []
        while let event = try stream.next() {
            guard case .start(let tag) = event else { continue }
            if tag.name == "quotedStructure" || tag.name == "meta" {
                try stream.skip()
            } else if units.contains(tag.name) {
                found.insert(tag.name)
                if tag.name == units.first { break }
            }
        }
        return units.first { found.contains($0) } ?? "article"
    }
}
