import Testing

@testable import InvertedIndex

@Suite("Where a block lies survives, in eight bytes or in twelve")
struct PostingBlockEntryTests {
    private static let offsets: [UInt32] = [0, 5, 0xFF_FFFF, 0x100_0000, .max]

    @Test("Offsets, widths and whether other fields follow", arguments: offsets, offsets)
    func roundTrip(dataOffset: UInt32, positionsOffset: UInt32) {
        for hasOtherFields in [false, true] {
            let entry = PostingBlockEntry(
                dataOffset: dataOffset, positionsOffset: positionsOffset, documentWidth: DocumentBits.mark | 16,
                textWidth: PatchedPacking.mark | 32, hasOtherFields: hasOtherFields)
            #expect(entry.isWide == (max(dataOffset, positionsOffset) > 0xFF_FFFF))
            for isWide in entry.isWide ? [true] : [false, true] {
                var writer = ByteWriter()
                entry.write(to: &writer, isWide: isWide)
                #expect(writer.count == PostingBlockEntry.byteCount(isWide: isWide))
                let read = writer.bytes.withUnsafeBytes { PostingBlockEntry(at: $0.baseAddress!, isWide: isWide) }
                #expect(read.dataOffset == dataOffset && read.positionsOffset == positionsOffset)
                #expect(read.documentWidth == entry.documentWidth && read.textWidth == entry.textWidth)
                #expect(read.hasOtherFields == hasOtherFields)
            }
        }
    }
}
