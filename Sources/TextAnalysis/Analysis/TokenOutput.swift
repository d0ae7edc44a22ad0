/// The tokens of the text at hand, until they are handed to a ``TokenBuffer`` all at once.
struct TokenOutput: ~Copyable {
    private var bytes = OwnedArray<UInt8>(capacity: 1 << 12)
    private var records = OwnedArray<TokenBuffer.Record>(capacity: 1 << 10)
    /// Bytes that stand in the buffer before these.
    private var offset: UInt32 = 0
    var positionCount: UInt32 = 0

    /// Where the next byte will stand in the buffer.
    var byteOffset: UInt32 {
        @inline(__always) get { offset &+ UInt32(truncatingIfNeeded: bytes.count) }
    }

    /// Begins with a text whose tokens go behind those in `buffer`.
    mutating func begin(behind buffer: TokenBuffer) {
        bytes.removeAll()
        records.removeAll()
        offset = UInt32(truncatingIfNeeded: buffer.termBytes.count)
        positionCount = buffer.positionCount
    }

    @inline(__always)
    mutating func append(bytes added: UnsafeBufferPointer<UInt8>) {
        guard let base = added.baseAddress else { return }
        bytes.append(base, count: added.count)
    }

    /// Appends a few bytes, which are followed by ``OwnedArray/overread`` more that are readable.
    @inline(__always)
    mutating func append(overreading added: UnsafeBufferPointer<UInt8>) { bytes.append(overreading: added) }

    @inline(__always)
    mutating func append(_ record: TokenBuffer.Record) { records.append(record) }

    /// Hands the tokens over.
    mutating func end(into buffer: inout TokenBuffer) {
        bytes.withElements { buffer.termBytes.append(contentsOf: $0) }
        records.withElements { buffer.records.append(contentsOf: $0) }
        buffer.positionCount = positionCount
        // What one law of many megabytes took is not kept for the many small ones.
        if records.count > Self.mostKept { self = TokenOutput() }
    }

    private static let mostKept = 1 << 18
}
