/// The fast path for words of ASCII letters and digits.
///
/// Safety: reads at most two bytes past the word, each after comparing with `text.count`.
enum ASCIIWord {
    @inline(__always)
    static func isAlphanumeric(_ byte: UInt8) -> Bool {
        let letter = (byte | 0x20) &- 0x61
        return letter < 26 || byte &- 0x30 < 10
    }

    /// The end of the word at `start` where ASCII alone decides it; `start` where the word may go on by the rules of
    /// UAX #29: before a byte above 0x7F, a connector, or mid-word punctuation with a letter or digit behind it.
    @inline(__always)
    static func end(_ text: UTF8Text, from start: Int) -> Int {
        var index = start &+ 1
        while index < text.count, isAlphanumeric(text[index]) { index &+= 1 }
        guard index < text.count else { return index }
        switch text[index] {
        case 0x80...0xFF, 0x5F: return start
        // ' , . : ;
        case 0x27, 0x2C, 0x2E, 0x3A, 0x3B:
            guard index &+ 1 < text.count else { return index }
            let next = text[index &+ 1]
            return next >= 0x80 || isAlphanumeric(next) ? start : index
        default: return index
        }
    }
}
