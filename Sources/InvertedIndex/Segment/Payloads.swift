/// The bytes kept for each document.
///
/// Layout: width of a length (1, 2 or 4), zero (3 bytes); per 32 documents the offset of the first one's bytes (u32)
/// and 32 lengths; the bytes. Most payloads are short, and a whole offset for each would take more room than they do.
struct Payloads: Sendable {
    // Points into the mapping that the segment's reader, which holds this value, keeps alive and nobody writes.
    nonisolated(unsafe) private let section: UnsafeRawBufferPointer
    private let documentCount: Int
    private let width: Int
    private static let groupSize = 32

    /// Nil when the section does not hold what it must.
    init?(_ section: UnsafeRawBufferPointer, documentCount: Int) {
        guard section.count >= 4 else { return nil }
        self.section = section
        self.documentCount = documentCount
        width = Int(section[0])
        guard [1, 2, 4].contains(width), section.count >= base else { return nil }
    }

    private var groupBytes: Int { 4 + Self.groupSize * width }
    /// Where the payloads' own bytes begin.
    private var base: Int { 4 + (documentCount + Self.groupSize - 1) / Self.groupSize * groupBytes }

    /// The bytes of a document; none when there is no such document or the file is damaged there.
    subscript(document: UInt32) -> UnsafeRawBufferPointer {
        let none = UnsafeRawBufferPointer(start: nil, count: 0)
        guard document < documentCount else { return none }
        let group = 4 + Int(document) / Self.groupSize * groupBytes
        var start = Int(section.loadUnaligned(fromByteOffset: group, as: UInt32.self))
        let place = Int(document) % Self.groupSize
        for before in 0..<place { start += length(group, before) }
        let end = start + length(group, place)
        guard base + end <= section.count else { return none }
        return UnsafeRawBufferPointer(rebasing: section[(base + start)..<(base + end)])
    }

    private func length(_ group: Int, _ place: Int) -> Int {
        let offset = group + 4 + place * width
        switch width {
        case 1: return Int(section[offset])
        case 2: return Int(section.loadUnaligned(fromByteOffset: offset, as: UInt16.self))
        default: return Int(section.loadUnaligned(fromByteOffset: offset, as: UInt32.self))
        }
    }

    /// The section of `count` payloads, each given by `payload`.
    static func section(count: Int, payload: (Int) -> UnsafeRawBufferPointer) -> [UInt8] {
        var longest = 0
        for document in 0..<count { longest = max(longest, payload(document).count) }
        let width = longest <= 0xFF ? 1 : longest <= 0xFFFF ? 2 : 4
        var output = ByteWriter()
        output.append([UInt8(width), 0, 0, 0])
        var start: UInt32 = 0
        for group in stride(from: 0, to: count, by: groupSize) {
            output.append(little: start)
            for document in group..<(group + groupSize) {
                let length = document < count ? payload(document).count : 0
                switch width {
                case 1: output.append(UInt8(length))
                case 2: output.append(little: UInt16(length))
                default: output.append(little: UInt32(length))
                }
                start &+= UInt32(truncatingIfNeeded: length)
            }
        }
        for document in 0..<count { output.append(payload(document)) }
        return output.bytes
    }
}
