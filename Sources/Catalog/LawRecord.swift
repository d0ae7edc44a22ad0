import GRDB
public import Legislation

/// A law as the catalog holds it.
public struct LawRecord: Sendable, Hashable, Identifiable {
    /// Number of the law in this catalog, from 1; never given twice.
    public let id: Int64
    /// The law itself.
    public let law: Law
    /// Akoma Ntoso expression IRI, unique in the catalog.
    public let expression: String
    /// Language that detection found in the text, where it was asked; may differ from what the source says.
    public let detectedLanguage: LanguageTag?
    /// Path of the file the law was read from, as it was given to `CatalogSession.beginSource`.
    public let sourcePath: String
    /// Checksum of that file when it was read.
    public let sourceChecksum: String
    /// Place of the law in its file, from 0.
    public let ordinal: Int
    /// How many provisions the catalog holds of it.
    public let provisionCount: Int
    /// When it was withdrawn because its file was gone or its publisher took it back, in seconds since 1970-01-01 UTC;
    /// nil while it stands.
    public let withdrawnAt: Int64?
}

extension LawRecord {
    /// Selects what `init(row:file:)` reads, in its order.
    static let selection = """
        SELECT law.id, law.work, law.jurisdiction, law.language, law.title, law.number, law.kind, law.enacted,
            law.in_force, law.version, law.status, law.source_url, law.authenticity, law.expression,
            law.detected_language, source_file.path, source_file.checksum, law.ordinal, law.provisions,
            law.withdrawn_at
        FROM law JOIN source_file ON source_file.id = law.source_id
        """

    init(row: Row, file: String) throws {
        let id: Int64 = try row.decode(atIndex: 0)
        func damaged(_ what: String, _ value: String) -> CatalogError {
            .corrupt(file: file, detail: "law \(id) has the \(what) \"\(value)\"")
        }
        let status: String = try row.decode(atIndex: 10)
        guard let lawStatus = LawStatus(rawValue: status) else { throw damaged("status", status) }
        let authenticity: String = try row.decode(atIndex: 12)
        guard let textAuthenticity = TextAuthenticity(rawValue: authenticity) else {
            throw damaged("authenticity", authenticity)
        }
        let code: String = try row.decode(atIndex: 2)
        guard let jurisdiction = try? Jurisdiction(code: code) else { throw damaged("jurisdiction", code) }
        let tag: String = try row.decode(atIndex: 3)
        guard let language = try? LanguageTag(tag) else { throw damaged("language", tag) }
        let detectedTag: String? = try row.decode(atIndex: 14)
        let detected = detectedTag.flatMap { try? LanguageTag($0) }
        if let detectedTag, detected == nil { throw damaged("detected language", detectedTag) }

        self.id = id
        law = Law(
            work: try row.decode(atIndex: 1), jurisdiction: jurisdiction, language: language,
            title: try row.decode(atIndex: 4), number: try row.decode(atIndex: 5), kind: try row.decode(atIndex: 6),
            enacted: try row.decode(atIndex: 7), inForce: try row.decode(atIndex: 8),
            version: try row.decode(atIndex: 9), status: lawStatus, sourceURL: try row.decode(atIndex: 11),
            authenticity: textAuthenticity)
        expression = try row.decode(atIndex: 13)
        detectedLanguage = detected
        sourcePath = try row.decode(atIndex: 15)
        sourceChecksum = try row.decode(atIndex: 16)
        ordinal = try row.decode(atIndex: 17)
        provisionCount = try row.decode(atIndex: 18)
        withdrawnAt = try row.decode(atIndex: 19)
    }
}
