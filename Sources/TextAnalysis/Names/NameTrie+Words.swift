extension NameTrie {
    /// The words of a name as this trie compares them.
    package func words(of text: String, _ analyze: NameTrie.Analysis) -> [Word] {
        var buffer = TokenBuffer()
        analyze(text, &buffer)
        let form: TokenBuffer.Form = mode == .bigrams ? .exact : .stem
        var words = buffer.records.filter { $0.form == form }.map { Self.bytes(of: $0, in: buffer) }
        // The last character of a Han run stands alone in the name, but begins a bigram in a text that goes on.
        if mode == .bigrams, words.count > 1, let last = words.last,
            String(decoding: last, as: UTF8.self).unicodeScalars.count == 1, last.count >= 3
        {
            words.removeLast()
        }
        let isOneCharacter =
            mode == .bigrams && words.count == 1 && words[0].count >= 3
            && String(decoding: words[0], as: UTF8.self).unicodeScalars.count == 1
        return words.map { Word(bytes: $0, isPrefix: isOneCharacter) }
    }

    /// The words of a pattern; `*` at the end of one stands for any ending.
    package func patternWords(of text: String, _ analyze: NameTrie.Analysis) -> [Word] {
        var result: [Word] = []
        for part in text.split(separator: " ") {
            guard part.hasSuffix("*") else {
                result += words(of: String(part), analyze)
                continue
            }
            var buffer = TokenBuffer()
            analyze(String(part.dropLast()), &buffer)
            let exact = buffer.records.filter { $0.form == .exact }.map { Self.bytes(of: $0, in: buffer) }
            result += exact.dropLast().map { Word(bytes: $0, isPrefix: false) }
            if let last = exact.last { result.append(Word(bytes: last, isPrefix: true)) }
        }
        return result
    }

    private static func bytes(of record: TokenBuffer.Record, in buffer: TokenBuffer) -> [UInt8] {
        let start = Int(record.termOffset)
        let end = min(start + Int(record.termLength), buffer.termBytes.count)
        return start <= end ? Array(buffer.termBytes[start..<end]) : []
    }
}
