import Foundation

/// Repairs of a whole text that are certain, each noted: UTF-8 that was taken for a Western charset and encoded once
/// more, and letters stored apart from their accents. What cannot be repaired is told.
enum TextRepair {
    static func repair(_ utf8: inout Data, _ sink: LawSink) {
        guard utf8.contains(where: { $0 >= 0x80 }) else { return }
        if Mojibake.isSuspected(in: utf8), let (repaired, count) = Mojibake.repaired(utf8) {
            utf8 = repaired
            sink.note("\(count) characters had been encoded in UTF-8 twice and were decoded")
        }
        if holdsLooseMarks(utf8) {
            let text = String(decoding: utf8, as: UTF8.self)
            let composed = Data(text.precomposedStringWithCanonicalMapping.utf8)
            if composed != utf8 {
                utf8 = composed
                sink.note("letters and accents stored apart were put together (Unicode form NFC)")
            }
        }
        let lost = replacementCharacters(in: utf8)
        if lost > 0 {
            sink.note(
                "\(lost) characters were lost before the file was stored (U+FFFD stands for them); fetch it from its source"
            )
        }
    }

    /// Whether combining accents, conjoining Jamo or kana's voicing marks occur, which NFC puts together.
    private static func holdsLooseMarks(_ utf8: Data) -> Bool {
        utf8.withUnsafeBytes { bytes in
            var at = 0
            while at + 1 < bytes.count {
                let lead = bytes[at]
                // U+0300…U+036F
                if lead == 0xCC || lead == 0xCD && bytes[at + 1] <= 0xAF { return true }
                if at + 2 < bytes.count {
                    // U+1100…U+11FF, U+3099, U+309A
                    if lead == 0xE1, (0x84...0x87).contains(bytes[at + 1]) { return true }
                    if lead == 0xE3, bytes[at + 1] == 0x82, bytes[at + 2] == 0x99 || bytes[at + 2] == 0x9A {
                        return true
                    }
                }
                at += 1
            }
            return false
        }
    }

    /// How often U+FFFD occurs.
    private static func replacementCharacters(in utf8: Data) -> Int {
        utf8.withUnsafeBytes { bytes in
            bytes.indices.dropLast(2).count { bytes[$0] == 0xEF && bytes[$0 + 1] == 0xBF && bytes[$0 + 2] == 0xBD }
        }
    }
}
