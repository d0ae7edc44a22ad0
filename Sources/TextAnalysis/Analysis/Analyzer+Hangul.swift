/// Korean compounds, which are written with spaces or without.
extension Analyzer {
    /// Three syllables of three bytes.
    static let shortestCompound = 9

    /// Appends the overlapping pairs of syllables of a Hangul stem as further stem tokens of its position.
    ///
    /// Korean writes compounds with or without spaces (방사성 물질, 방사성물질); pairs of syllables meet either way,
    /// and a stem of two syllables is such a pair itself. Source: J. H. Lee and J. S. Ahn, "Using n-grams for Korean
    /// text retrieval", SIGIR 1996.
    @inline(never)
    func appendHangulBigrams(
        _ terms: UnsafeBufferPointer<UInt8>, _ exactLength: Int, _ offset: UInt32,
        _ range: (start: UInt32, end: UInt32),
        _ position: UInt32, into output: inout TokenOutput
    ) {
        let stemStart = terms.count == exactLength ? 0 : exactLength
        let length = terms.count - stemStart
        guard length >= Self.shortestCompound, length % 3 == 0 else { return }
        for index in stride(from: stemStart, to: terms.count, by: 3) {
            // Precomposed syllables, U+AC00 to U+D7A3, begin with EA B0 to ED 9E.
            guard terms[index] >= 0xEA, terms[index] <= 0xED, terms[index + 1] & 0xC0 == 0x80,
                UInt16(terms[index]) << 8 | UInt16(terms[index + 1]) >= 0xEAB0,
                UInt16(terms[index]) << 8 | UInt16(terms[index + 1]) <= 0xED9E
            else { return }
        }
        // Syllables stand where they stood in the text if the word was written with precomposed ones.
        let isAligned = Int(range.end - range.start) == exactLength
        for index in stride(from: 0, to: length - 3, by: 3) {
            let start = isAligned ? range.start + UInt32(index) : range.start
            output.append(
                TokenBuffer.Record(
                    termOffset: offset + UInt32(stemStart + index), termLength: 6, form: .stem, position: position,
                    start: start, end: isAligned ? start + 6 : range.end))
        }
    }
}
