import TextAnalysis

/// A tokeniser for tests: words between signs that are no letters, overlapping pairs for Han.
enum PlainTokens {
    static func of(_ text: String) -> TokenBuffer {
        var buffer = TokenBuffer()
        var offset = 0
        var word: (text: String, start: Int)?
        var han: (character: Character, start: Int)?
        for character in text {
            let end = offset + character.utf8.count
            if character.unicodeScalars.first?.properties.isIdeographic == true {
                flush(&word, at: offset, into: &buffer)
                if let before = han {
                    add(String([before.character, character]), before.start..<end, to: &buffer)
                }
                han = (character, offset)
            } else {
                han = nil
                if character.isLetter || character.isNumber {
                    word = ((word?.text ?? "") + character.lowercased(), word?.start ?? offset)
                } else {
                    flush(&word, at: offset, into: &buffer)
                }
            }
            offset = end
        }
        flush(&word, at: offset, into: &buffer)
        return buffer
    }

    private static func flush(_ word: inout (text: String, start: Int)?, at end: Int, into buffer: inout TokenBuffer) {
        if let found = word { add(found.text, found.start..<end, to: &buffer) }
        word = nil
    }

    private static func add(_ term: String, _ range: Range<Int>, to buffer: inout TokenBuffer) {
        let bytes = Array(term.utf8.prefix(255))
        buffer.records.append(
            TokenBuffer.Record(
                termOffset: UInt32(buffer.termBytes.count), termLength: UInt8(bytes.count), form: .exact,
                position: buffer.positionCount, start: UInt32(range.lowerBound), end: UInt32(range.upperBound)))
        buffer.termBytes += bytes
        buffer.positionCount += 1
    }
}
