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
    /// Akoma Ntoso 3.0 (OASIS LegalDocML) and its earlier versions.
    case akomaNtoso = "akoma-ntoso"
    /// The marked-up HTML in which Lovdata publishes the laws of Norway.
    case lovdata
    /// XML of the Justice Laws site of Canada.
    case justiceCanada = "justice-canada"
    case markdown
    /// One law with a list of `provisions`.
    case provisionsJSON = "provisions-json"
    /// One provision a line.
    case jsonLines = "json-lines"
    case html
    case plainText = "plain-text"
    /// Crown Legislation Markup Language (legislation.gov.uk).
    case clml
    /// United States Legislative Markup.
    case uslm
    /// Formex 4 of the Publications Office of the EU.
    case formex
    /// XML of gesetze-im-internet.de (Germany).
    case gesetzeImInternet = "gesetze-im-internet"
    /// XML of the RIS (Austria).
    case risAustria = "ris-austria"
    case lexMLBrazil = "lexml-brazil"
    /// XML of LeyChile (Chile).
    case bcnChile = "bcn-chile"
    /// LexDania of Retsinformation (Denmark).
    case lexDania = "lex-dania"
    /// XML of Riigi Teataja (Estonia).
    case riigiTeataja = "riigi-teataja"
    /// XML of the Boletín Oficial del Estado (Spain).
    case boe
    /// XML of the electronic Irish Statute Book.
    case irishStatuteBook = "irish-statute-book"
    /// The standard law XML of e-Gov (Japan).
    case eGovJapan = "e-gov-japan"
    /// XML of the national law information of Korea.
    case koreanLaw = "korean-law"
    /// Basiswettenbestand (Netherlands).
    case bwb
    /// XML of the Laws and Regulations Database of Taiwan.
    case taiwanLaw = "taiwan-law"
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
        case .akomaNtoso: "Akoma Ntoso"
        case .lovdata: "Lovdata HTML (Norway)"
        case .justiceCanada: "Justice Laws XML (Canada)"
        case .markdown: "Markdown"
        case .provisionsJSON: "JSON with a list of provisions"
        case .jsonLines: "JSON Lines, one provision a line"
        case .html: "HTML"
        case .plainText: "plain text"
        case .clml: "CLML (United Kingdom)"
        case .uslm: "USLM (United States)"
        case .formex: "Formex 4 (European Union)"
        case .gesetzeImInternet: "gesetze-im-internet XML (Germany)"
        case .risAustria: "RIS XML (Austria)"
        case .lexMLBrazil: "LexML (Brazil)"
        case .bcnChile: "LeyChile XML (Chile)"
        case .lexDania: "LexDania XML (Denmark)"
        case .riigiTeataja: "Riigi Teataja XML (Estonia)"
        case .boe: "BOE XML (Spain)"
        case .irishStatuteBook: "Irish Statute Book XML"
        case .eGovJapan: "e-Gov law XML (Japan)"
        case .koreanLaw: "law.go.kr XML (Korea)"
        case .bwb: "BWB XML (Netherlands)"
        case .taiwanLaw: "law.moj.gov.tw XML (Taiwan)"
        case .pdf: "PDF"
        case .docx: "Word (DOCX)"
        case .doc: "Word 97 to 2003 (DOC)"
        case .odt: "OpenDocument text (ODT)"
        case .rtf: "Rich Text Format (RTF)"
        }
    }
}
