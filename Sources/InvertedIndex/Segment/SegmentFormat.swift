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
    static let version: UInt32 = 4
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
