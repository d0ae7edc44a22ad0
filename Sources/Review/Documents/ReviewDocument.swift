public import Legislation

/// A document on a State, before it takes the form of a page, a word processor's file or a text: what stands in it, in
/// what order, and in which language and direction each part is.
public struct ReviewDocument: Sendable, Hashable {
    /// A name and what it stands for, as in the head of a document.
    public struct Fact: Sendable, Hashable {
        /// What it is called.
        public var name: String
        /// The words.
        public var text: String

        /// Made of its parts, which are taken as they are.
        public init(_ name: String, _ text: String) {
            self.name = name
            self.text = text
        }
    }

    /// A table; the first column names the row.
    public struct Table: Sendable, Hashable {
        /// Names of the columns; empty where there is no head.
        public var header: [String]
        /// Cells, row by row.
        public var rows: [[String]]
        /// Width of each column, in parts of the whole; they sum to 1.
        public var widths: [Double]
        /// Whether the other columns hold marks, which are centred.
        public var isGrid: Bool

        /// Made of its parts, which are taken as they are.
        public init(header: [String], rows: [[String]], widths: [Double], isGrid: Bool = false) {
            self.header = header
            self.rows = rows
            self.widths = widths
            self.isGrid = isGrid
        }
    }

    /// Words of a law, in the law's own language.
    public struct Quotation: Sendable, Hashable {
        /// The law and the provision, in the law's language.
        public var source: String
        /// The words.
        public var text: String
        /// Language of the words.
        public var language: LanguageTag
        /// What is said about it, in the document's language: State, date, status, confidence.
        public var remark: String
        /// Web address of the source; nil where it is not known.
        public var link: String?

        /// Made of its parts, which are taken as they are.
        public init(source: String, text: String, language: LanguageTag, remark: String, link: String?) {
            self.source = source
            self.text = text
            self.language = language
            self.remark = remark
            self.link = link
        }
    }

    /// A part of the document.
    public enum Block: Sendable, Hashable {
        /// Level 1 for a part, 2 for what is in it, 3 below.
        case heading(String, level: Int)
        case paragraph(String)
        /// Numbered items.
        case steps([String])
        /// Lines to be filled in by hand, each after its name.
        case fields([String])
        case table(Table)
        case quotation(Quotation)
    }

    /// What kind of document it is.
    public var title: String
    /// The State it is about.
    public var subtitle: String
    /// Language of all that is not quoted.
    public var language: LanguageTag
    /// What stands in its head.
    public var facts: [Fact]
    /// How the document is to be read; stands before everything else.
    public var caution: String
    /// The parts, in order.
    public var blocks: [Block]
}
