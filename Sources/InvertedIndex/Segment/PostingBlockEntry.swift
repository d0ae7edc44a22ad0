/// Where a block of 128 postings lies and how wide its packed parts are.
///
/// In the file, offset of the data, offset of the positions, stored width of the documents, and of the text frequencies:
/// 3, 3, 1 and 1 byte; where a list has an offset too large for that (``PostingBuffer/Flags/wide``) 4, 4, 1 and 1, and two
/// zeros.
struct PostingBlockEntry {
    /// From the list's data on.
    var dataOffset: UInt32
    /// From the list's positions on.
    var positionsOffset: UInt32
    var documentWidth: UInt8 = 0
    var textWidth: UInt8 = 0
    /// Whether a posting lies in a heading or title: frequencies of these fields follow those of the text.
    var hasOtherFields = false

    /// Set in a stored text width where other fields follow.
    private static let fieldsMark: UInt8 = 0x40
    private static let narrowLimit: UInt32 = 1 << 24

    static func byteCount(isWide: Bool) -> Int { isWide ? 12 : 8 }

    /// Whether an offset is too large for three bytes.
    var isWide: Bool { dataOffset >= Self.narrowLimit || positionsOffset >= Self.narrowLimit }

    func write(to output: inout ByteWriter, isWide: Bool) {
        let text = hasOtherFields ? textWidth | Self.fieldsMark : textWidth
        if isWide {
            output.append(little: dataOffset)
            output.append(little: positionsOffset)
            output.append([documentWidth, text, 0, 0])
        } else {
            let offsets = UInt64(dataOffset) | UInt64(positionsOffset) << 24
            output.append(little: offsets | UInt64(documentWidth) << 48 | UInt64(text) << 56)
        }
    }
}

extension PostingBlockEntry {
    /// Reads the entry at `address`, which must be readable for its bytes.
    @inline(__always)
    init(at address: UnsafeRawPointer, isWide: Bool) {
        var word = UInt64(littleEndian: address.loadUnaligned(as: UInt64.self))
        if isWide {
            dataOffset = UInt32(truncatingIfNeeded: word)
            positionsOffset = UInt32(truncatingIfNeeded: word &>> 32)
            word = UInt64(UInt16(littleEndian: address.loadUnaligned(fromByteOffset: 8, as: UInt16.self))) &<< 48
        } else {
            dataOffset = UInt32(truncatingIfNeeded: word) & (Self.narrowLimit &- 1)
            positionsOffset = UInt32(truncatingIfNeeded: word &>> 24) & (Self.narrowLimit &- 1)
        }
        documentWidth = UInt8(truncatingIfNeeded: word &>> 48)
        let text = UInt8(truncatingIfNeeded: word &>> 56)
        textWidth = text & ~Self.fieldsMark
        hasOtherFields = text & Self.fieldsMark != 0
    }
}
