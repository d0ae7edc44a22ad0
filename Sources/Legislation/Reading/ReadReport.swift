/// What reading one file found.
public struct ReadReport: Sendable, Hashable {
    /// The format that the content showed.
    public var format: SourceFormat
    /// The charset the text was converted from; nil when it was UTF-8.
    public var convertedFrom: String?
    /// Where the provisions' bounds come from.
    public var structure: Structure
    /// Laws announced; one that comes again later in the file is counted once.
    public var laws: Int
    /// Provisions handed over.
    public var provisions: Int
    /// Bytes of the file.
    public var bytes: Int
    /// Warnings, in the order of the file; the first thousand.
    public var notes: [ReadNote]
    /// Warnings in all.
    public var noteCount: Int

    /// Where the provisions' bounds come from.
    public enum Structure: String, Sendable, Hashable, CaseIterable {
        /// The format marks provisions.
        case declared
        /// Found in the words: `Article 5`, `第五条`, `5 §`.
        case detected
        /// None was found: paragraphs were put together in groups.
        case paragraphGroups = "paragraph-groups"
    }
}

/// A warning about something in a file that could still be read.
public struct ReadNote: Sendable, Hashable, CustomStringConvertible {
    /// Where in the file.
    public var place: LegislationReadError.Place
    /// What is to be known, as a sentence without its full stop.
    public var message: String

    /// Place and message.
    public var description: String { place == .file ? message : "\(place): \(message)" }
}

/// The formats that are recognised by content.
public enum SourceFormat: String, Sendable, Hashable, CaseIterable {
    /// Akoma Ntoso 3.0 (OASIS LegalDocML).
    case akomaNtoso = "akoma-ntoso"
    /// XML of the Justice Laws site of Canada.
    case justiceCanada = "justice-canada"
    case markdown
    /// One law with a list of `provisions`.
    case provisionsJSON = "provisions-json"
    /// One provision a line.
    case jsonLines = "json-lines"
    case html
    case plainText = "plain-text"
    case pdf
    /// Word since 2007 (Office Open XML).
    case docx
    /// Word 97 to 2003.
    case doc
    /// OpenDocument text.
    case odt
    case rtf

    /// Name for people.
    public var name: String {
        switch self {
        case .akomaNtoso: "Akoma Ntoso 3.0"
        case .justiceCanada: "Justice Laws XML (Canada)"
        case .markdown: "Markdown"
        case .provisionsJSON: "JSON with a list of provisions"
        case .jsonLines: "JSON Lines, one provision a line"
        case .html: "HTML"
        case .plainText: "plain text"
        case .pdf: "PDF"
        case .docx: "Word (DOCX)"
        case .doc: "Word 97 to 2003 (DOC)"
        case .odt: "OpenDocument text (ODT)"
        case .rtf: "Rich Text Format (RTF)"
        }
    }
}
