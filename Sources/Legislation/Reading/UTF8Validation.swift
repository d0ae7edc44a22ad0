import Foundation

extension Data {
    /// Offset of the first byte that is not well-formed UTF-8 (Unicode, table 3-7); nil when all are.
    var firstInvalidUTF8: Int? {
        withUnsafeBytes { $0.invalidUTF8(from: 0) }
    }

    /// Whether the bytes are UTF-8 that was damaged: many good sequences, few bad bytes.
    var isMostlyUTF8: Bool {
        withUnsafeBytes { bytes in
            let bytes = UnsafeRawBufferPointer(rebasing: bytes.prefix(1 << 20))
            var bad = 0
            var at = 0
            while let next = bytes.invalidUTF8(from: at) {
                bad += 1
                at = next + 1
            }
            let good = bytes.lazy.filter { $0 >= 0xC2 }.count
            return good >= 8 && bad * 10 < good
        }
    }
}

extension UnsafeRawBufferPointer {
    func invalidUTF8(from start: Int) -> Int? {
        var at = start
        while at < count {
            if at + 8 <= count, loadUnaligned(fromByteOffset: at, as: UInt64.self) & 0x8080_8080_8080_8080 == 0 {
                at += 8
                continue
            }
            let lead = self[at]
            if lead < 0x80 {
                at += 1
                continue
            }
            let length = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2
            guard lead >= 0xC2, lead <= 0xF4, at + length <= count else { return at }
            let second = self[at + 1]
            let low: UInt8 = lead == 0xE0 ? 0xA0 : lead == 0xF0 ? 0x90 : 0x80
            let high: UInt8 = lead == 0xED ? 0x9F : lead == 0xF4 ? 0x8F : 0xBF
            guard second >= low, second <= high else { return at }
            for tail in stride(from: at + 2, to: at + length, by: 1) where self[tail] & 0xC0 != 0x80 { return at }
            at += length
        }
        return nil
    }
}
