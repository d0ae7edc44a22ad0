import CICU

/// Takes the diacritics off a stemmed word, except for letters that the language counts as letters of their own.
enum DiacriticFold {
    /// Appends `word` to `out` without diacritics; `kept` are scalars that stay as they are.
    static func fold(_ word: [UInt8], keeping kept: [UInt32], into out: inout [UInt8]) {
        word.withUnsafeBufferPointer { bytes in
            guard let base = bytes.baseAddress else { return }
            let text = UTF8Text(base: base, count: bytes.count)
            var index = 0
            while index < text.count {
                let (scalar, length) = text.decode(at: index)
                if scalar < 0x80 {
                    out.append(UInt8(truncatingIfNeeded: scalar))
                } else if kept.contains(scalar) {
                    out.append(scalar: scalar)
                } else {
                    appendBase(of: scalar, to: &out)
                }
                index += length
            }
        }
    }

    private static func appendBase(of scalar: UInt32, to out: inout [UInt8]) {
        switch scalar {
        case 0xE6: out.append(contentsOf: [0x61, 0x65])  // æ
        case 0x153: out.append(contentsOf: [0x6F, 0x65])  // œ
        case 0xFE: out.append(contentsOf: [0x74, 0x68])  // þ
        case 0xF0, 0x111: out.append(0x64)  // ð đ
        case 0xF8: out.append(0x6F)  // ø
        case 0x127: out.append(0x68)  // ħ
        case 0x142: out.append(0x6C)  // ł
        case 0x167: out.append(0x74)  // ŧ
        case 0x131: out.append(0x69)  // ı
        case 0x300..<0x370, 0x5B0..<0x5BE, 0x5BF, 0x5C1, 0x5C2, 0x5C4, 0x5C5, 0x5C7: break
        case 0x450, 0x451: out.append(scalar: 0x435)  // ѐ ё
        case 0x45D: out.append(scalar: 0x438)  // ѝ
        // й, ї, ў, ѓ, ќ are letters of their own wherever they are used.
        case 0x400..<0x530: out.append(scalar: scalar)
        case 0xC0..<0x250, 0x370..<0x400, 0x1E00..<0x2000:
            var parts: (UInt32, UInt32, UInt32, UInt32) = (0, 0, 0, 0)
            let count = withUnsafeMutableBytes(of: &parts) { raw in
                cicu_decompose(scalar, raw.bindMemory(to: UInt32.self).baseAddress, 4)
            }
            out.append(scalar: count > 0 ? parts.0 : scalar)
        default: out.append(scalar: scalar)
        }
    }
}
