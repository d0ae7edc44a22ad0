/// A path of `robots.txt`: a beginning, with `*` for anything and `$` for the end.
struct RobotsPattern: Hashable {
    /// What stands between the stars.
    private let pieces: [[UInt8]]
    private let isAnchored: Bool
    /// Bytes of the pattern, by which the more specific of two is told.
    let length: Int

    /// Longer patterns are passed over.
    private static let limit = 2048

    /// Nil for an empty pattern, which matches nothing.
    init?(_ text: Substring) {
        guard !text.isEmpty, text.utf8.count <= Self.limit else { return nil }
        var bytes = Self.normalized(String(text))
        length = bytes.count
        isAnchored = bytes.last == UInt8(ascii: "$")
        if isAnchored { bytes.removeLast() }
        pieces = bytes.split(separator: UInt8(ascii: "*"), omittingEmptySubsequences: false).map { Array($0) }
    }

    /// Whether a normalised path matches.
    func matches(_ path: [UInt8]) -> Bool {
        guard let first = pieces.first, path.starts(with: first) else { return false }
        if pieces.count == 1 { return !isAnchored || path.count == first.count }
        var at = first.count
        // Each piece as early as it occurs leaves most room for the next.
        for piece in pieces[1..<(pieces.count - 1)] where !piece.isEmpty {
            guard let found = Self.find(piece, in: path, from: at) else { return false }
            at = found + piece.count
        }
        let last = pieces[pieces.count - 1]
        if isAnchored { return path.count - at >= last.count && path.suffix(last.count).elementsEqual(last) }
        return last.isEmpty || Self.find(last, in: path, from: at) != nil
    }

    private static func find(_ piece: [UInt8], in path: [UInt8], from start: Int) -> Int? {
        guard path.count - start >= piece.count else { return nil }
        for place in start...(path.count - piece.count) where path[place...].starts(with: piece) { return place }
        return nil
    }

    /// One writing for one path (RFC 9309, 2.2.2): letters, digits and `-._~` as they are, other escapes in capitals,
    /// bytes beyond ASCII escaped.
    static func normalized(_ text: String) -> [UInt8] {
        let bytes = Array(text.utf8)
        let digits = Array("0123456789ABCDEF".utf8)
        var normal: [UInt8] = []
        normal.reserveCapacity(bytes.count)
        func escape(_ byte: UInt8) {
            normal += [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
        }
        var at = 0
        while at < bytes.count {
            if bytes[at] == UInt8(ascii: "%"), at + 2 < bytes.count, let high = hex(bytes[at + 1]),
                let low = hex(bytes[at + 2])
            {
                let byte = high << 4 | low
                if isUnreserved(byte) { normal.append(byte) } else { escape(byte) }
                at += 3
                continue
            }
            if bytes[at] < 0x80 { normal.append(bytes[at]) } else { escape(bytes[at]) }
            at += 1
        }
        return normal
    }

    private static func hex(_ byte: UInt8) -> UInt8? {
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"): byte - UInt8(ascii: "0")
        case UInt8(ascii: "a")...UInt8(ascii: "f"): byte - UInt8(ascii: "a") + 10
        case UInt8(ascii: "A")...UInt8(ascii: "F"): byte - UInt8(ascii: "A") + 10
        default: nil
        }
    }

    private static func isUnreserved(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "a")...UInt8(ascii: "z"),
            UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"),
            UInt8(ascii: "~"):
            true
        default: false
        }
    }
}
