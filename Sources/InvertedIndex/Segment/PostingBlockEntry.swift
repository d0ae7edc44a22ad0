/// Where a block of 128 postings lies and how wide its packed parts are: 12 bytes in the file.
struct PostingBlockEntry {
    static let byteCount = 12
    /// From the list's data on.
    var dataOffset: UInt32
    /// From the list's positions on.
    var positionsOffset: UInt32
    var documentWidth: UInt8
    var textWidth: UInt8
    var headingWidth: UInt8
    var titleWidth: UInt8

    func write(to output: inout ByteWriter) {
        output.append(little: dataOffset)
        output.append(little: positionsOffset)
        output.append([documentWidth, textWidth, headingWidth, titleWidth])
    }
}

extension PostingBlockEntry {
    /// Reads the entry at `address`, which must be readable for ``byteCount`` bytes.
    @inline(__always)
    init(at address: UnsafeRawPointer) {
        dataOffset = address.loadUnaligned(as: UInt32.self)
        positionsOffset = address.loadUnaligned(fromByteOffset: 4, as: UInt32.self)
        documentWidth = address.load(fromByteOffset: 8, as: UInt8.self)
        textWidth = address.load(fromByteOffset: 9, as: UInt8.self)
        headingWidth = address.load(fromByteOffset: 10, as: UInt8.self)
        titleWidth = address.load(fromByteOffset: 11, as: UInt8.self)
    }
}
