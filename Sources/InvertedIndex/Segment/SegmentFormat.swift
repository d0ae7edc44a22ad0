/// Layout of a segment file.
///
/// ```
/// magic "CNCDSEG1" · format version (u32) · zero (u32)
/// sections, each aligned to 64 bytes and followed by at least 8 readable bytes
/// directory: count (u32), per section: kind (u32) offset (u64) length (u64) CRC-32 (u32)
/// footer: directory offset (u64) · directory length (u32) · directory CRC-32 (u32) · magic
/// ```
///
/// The footer stands last, so a file that was cut short has none and is refused on opening. Opening checks the
/// directory only; the checksums of the sections are checked by `verify`, and cursors check every offset, width and
/// document number they take from a section, so a flipped bit ends in an error and never in a trap.
enum SegmentFormat {
    static let magic: [UInt8] = Array("CNCDSEG1".utf8)
    static let version: UInt32 = 1
    static let headerSize = 16
    static let footerSize = 24
    static let alignment = 64

    enum Section: UInt32, CaseIterable {
        /// Document count, schema and figures for scoring.
        case statistics = 1
        /// Terms in blocks, front-coded.
        case terms = 2
        /// Where each term block begins, with the first bytes of its first term.
        case termBlocks = 3
        case postings = 4
        case positions = 5
        /// One length byte a document.
        case lengths = 6
        case columns = 7
        /// A few bytes a document that the index keeps and does not interpret.
        case payloads = 8
    }

    struct SectionEntry {
        var section: Section
        var offset: Int
        var length: Int
        var checksum: UInt32
    }
}

/// Parameters of the ranking function that the impacts of a segment were computed with.
///
/// BM25F: H. Zaragoza, N. Craswell, M. Taylor, S. Saria and S. Robertson, "Microsoft Cambridge at TREC 13", 2004,
/// section 2.2: frequencies are normalised field by field and added up with the fields' weights *before* saturation,
/// `score = Σ idf · x / (k1 + x)`, `x = w(text) · tf(text) / B + w(heading) · tf(heading) + w(title) · tf(title)`,
/// `B = 1 − b + b · length / averageLength`, where the length is the text's. Headings and titles are not normalised
/// (their b is 0): the title is the same for all provisions of a law, and dividing by the text's length would rank
/// the shortest of them first whenever a question names the law. With text alone this is BM25.
public struct RankingParameters: Sendable, Equatable {
    /// Saturation of term frequency, at least 0; usual 0.9 to 2.
    public var k1: Float
    /// Weight of length normalisation, 0 to 1.
    public var b: Float
    /// Weights of text, heading path and title, each at least 0.
    public var fieldWeights: SIMD4<Float>

    /// The parameters impacts are stored for; see `benchmarks/` for how they were chosen.
    public static let standard = RankingParameters(k1: 1.2, b: 0.75, fieldWeights: [1, 1, 1, 0])

    /// Parameters of BM25 over fields; the ranges are those of the properties and are not checked.
    public init(k1: Float, b: Float, fieldWeights: SIMD4<Float>) {
        self.k1 = k1
        self.b = b
        self.fieldWeights = fieldWeights
    }
}

/// The fields a posting tells apart.
public enum IndexField: UInt8, Sendable, CaseIterable {
    /// The words of the document.
    case text = 0
    /// Its heading and the headings above it.
    case heading = 1
    /// The title of what it is part of.
    case title = 2
}

/// A set of ``IndexField``s.
public struct IndexFieldSet: OptionSet, Sendable, Hashable {
    /// Bit `n` stands for the field with the raw value `n`.
    public let rawValue: UInt8
    /// The set of the fields whose bits are set; other bits mean nothing.
    public init(rawValue: UInt8) { self.rawValue = rawValue }
    /// The set of one field.
    public init(_ field: IndexField) { rawValue = 1 << field.rawValue }
    /// Only ``IndexField/text``.
    public static let text = IndexFieldSet(.text)
    /// Only ``IndexField/heading``.
    public static let heading = IndexFieldSet(.heading)
    /// Only ``IndexField/title``.
    public static let title = IndexFieldSet(.title)
    /// Every field.
    public static let all: IndexFieldSet = [.text, .heading, .title]
}
