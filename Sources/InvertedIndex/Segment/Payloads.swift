/// The bytes kept for each document.
///
/// Layout: per 32 documents the offset of their group (u32, from the end of the offsets on); then the groups:
/// ```
/// how many bytes all payloads of the group begin with (LEB128) · these bytes
/// width of a length (1, 2 or 4) · length of the rest of each · the rests
///   or, where all rests are of one length, 0 · that length (LEB128) · the rests
/// ```
/// Neighbours are often called alike, and most payloads are short: a whole offset for each would take more room than
/// they do. Not taken: front coding, which would save a little more, but a payload would be read by way of all before it.
struct Payloads: Sendable {
    // Points into the mapping that the segment's reader, which holds this value, keeps alive and nobody writes.
    nonisolated(unsafe) private let section: UnsafeRawBufferPointer
    private let documentCount: Int
    private static let groupSize = 32

    /// Nil when the section does not hold what it must.
    init?(_ section: UnsafeRawBufferPointer, documentCount: Int) {
        self.section = section
        self.documentCount = documentCount
        guard section.count >= base else { return nil }
    }

    /// Where the groups begin.
    private var base: Int { (documentCount + Self.groupSize - 1) / Self.groupSize * 4 }

    /// Calls `body` with the bytes of a document; none when there is no such document or the file is damaged there.
    func read<Result>(_ document: UInt32, _ body: (UnsafeRawBufferPointer) throws -> Result) rethrows -> Result {
        let (beginning, rest) = parts(document)
        if beginning.isEmpty { return try body(rest) }
        let count = beginning.count + rest.count
        return try withUnsafeTemporaryAllocation(byteCount: count, alignment: 1) { whole in
            whole.copyBytes(from: beginning)
            UnsafeMutableRawBufferPointer(rebasing: whole[beginning.count...]).copyBytes(from: rest)
            return try body(UnsafeRawBufferPointer(whole))
        }
    }

    private func parts(_ document: UInt32) -> (beginning: UnsafeRawBufferPointer, rest: UnsafeRawBufferPointer) {
        let none = UnsafeRawBufferPointer(start: nil, count: 0)
        guard document < documentCount else { return (none, none) }
        let group = Int(document) / Self.groupSize
        let start = base + Int(section.loadUnaligned(fromByteOffset: group * 4, as: UInt32.self).littleEndian)
        guard start <= section.count else { return (none, none) }
        var reader = ByteReader(UnsafeRawBufferPointer(rebasing: section[start...]))
        let beginning = reader.bytes(Int(truncatingIfNeeded: reader.variable()))
        let place = Int(document) % Self.groupSize
        let rest: UnsafeRawBufferPointer
        switch Int(reader.byte()) {
        case 0:
            let length = Int(reader.variable32())
            _ = reader.bytes(place * length)
            rest = reader.bytes(length)
        case let width where width == 1 || width == 2 || width == 4:
            let lengths = reader.bytes(min(documentCount - group * Self.groupSize, Self.groupSize) * width)
            guard !reader.failed else { return (none, none) }
            var before = 0
            for other in 0..<place { before += Self.length(lengths, other, width) }
            _ = reader.bytes(before)
            rest = reader.bytes(Self.length(lengths, place, width))
        default: return (none, none)
        }
        return reader.failed ? (none, none) : (beginning, rest)
    }

    private static func length(_ lengths: UnsafeRawBufferPointer, _ place: Int, _ width: Int) -> Int {
        switch width {
        case 1: Int(lengths[place])
        case 2: Int(lengths.loadUnaligned(fromByteOffset: place * 2, as: UInt16.self).littleEndian)
        default: Int(lengths.loadUnaligned(fromByteOffset: place * 4, as: UInt32.self).littleEndian)
        }
    }

    /// The section of `count` payloads; `append` adds the bytes of one to those of its group.
    static func section(count: Int, append: (_ place: Int, _ group: inout [UInt8]) -> Void) -> [UInt8] {
        var offsets = ByteWriter()
        var groups = ByteWriter()
        var bytes: [UInt8] = []
        for first in stride(from: 0, to: count, by: groupSize) {
            offsets.append(little: UInt32(truncatingIfNeeded: groups.count))
            bytes.removeAll(keepingCapacity: true)
            var payloads: [Range<Int>] = []
            for place in first..<min(first + groupSize, count) {
                let start = bytes.count
                append(place, &bytes)
                payloads.append(start..<bytes.count)
            }
            self.append(payloads, of: bytes, to: &groups)
        }
        return offsets.bytes + groups.bytes
    }

    private static func append(_ payloads: [Range<Int>], of bytes: [UInt8], to output: inout ByteWriter) {
        let first = bytes[payloads[0]]
        var shared = first.count
        for payload in payloads.dropFirst() where shared > 0 {
            shared = zip(first.prefix(shared), bytes[payload]).prefix { $0 == $1 }.count
        }
        let rests = payloads.map { $0.dropFirst(shared) }
        let lengths = rests.map(\.count)
        let longest = lengths.max() ?? 0
        output.append(variable: UInt64(shared))
        output.append(first.prefix(shared))
        if lengths.allSatisfy({ $0 == longest }) {
            output.append(0)
            output.append(variable: UInt64(longest))
        } else {
            let width: UInt8 = longest <= 0xFF ? 1 : longest <= 0xFFFF ? 2 : 4
            output.append(width)
            for length in lengths {
                switch width {
                case 1: output.append(UInt8(length))
                case 2: output.append(little: UInt16(length))
                default: output.append(little: UInt32(truncatingIfNeeded: length))
                }
            }
        }
        for rest in rests { output.append(bytes[rest]) }
    }
}
