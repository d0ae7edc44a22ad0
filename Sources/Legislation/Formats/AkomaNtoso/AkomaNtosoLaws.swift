/// The laws of a document, each announced before its first provision.
struct AkomaNtosoLaws {
    private let file: SourceFile
    private let sink: LawSink
    private var metadata = AkomaNtosoMetadata()
    private var hasMetadata = false
    private var isAnnounced = false
    /// The `name` of the act or bill.
    var name: String?
    /// Whether the document holds others, each with its own law.
    var isCollection = false

    init(file: SourceFile, sink: LawSink) {
        self.file = file
        self.sink = sink
    }

    /// Obligation tags of the law, by eId.
    var tags: [String: [ObligationTag]] { metadata.obligations }

    /// Takes the `meta` of a law; its first one is the law's.
    mutating func take(_ meta: XMLElement) {
        guard !hasMetadata else { return }
        hasMetadata = true
        metadata = AkomaNtosoMetadata(meta, name: name)
    }

    mutating func takeFront(_ front: XMLElement) { metadata.takeFront(front) }

    mutating func takeTitle(_ title: XMLElement) { metadata.takePrinted(AkomaNtosoText.title(of: title)) }

    /// Another law of the same document begins.
    mutating func begin() {
        metadata = AkomaNtosoMetadata()
        hasMetadata = false
        isAnnounced = false
    }

    mutating func announce() throws {
        guard !isAnnounced else { return }
        isAnnounced = true
        try sink.announce(metadata.law(file))
    }
}
