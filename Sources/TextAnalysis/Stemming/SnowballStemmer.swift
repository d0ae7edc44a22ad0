import CSnowball

/// One libstemmer algorithm. One per thread: libstemmer keeps the last result inside.
final class SnowballStemmer {
    private let handle: OpaquePointer

    /// Nil where this libstemmer lacks the algorithm.
    init?(algorithm: String) {
        guard let handle = sb_stemmer_new(algorithm, nil) else { return nil }
        self.handle = handle
    }

    deinit { sb_stemmer_delete(handle) }

    /// Replaces `word` by its stem; leaves it where libstemmer runs out of memory or nothing would remain.
    func stem(_ word: inout [UInt8]) {
        guard !word.isEmpty, let result = sb_stemmer_stem(handle, word, Int32(clamping: word.count)) else { return }
        let length = Int(sb_stemmer_length(handle))
        guard length > 0 else { return }
        word.removeAll(keepingCapacity: true)
        word.append(contentsOf: UnsafeBufferPointer(start: result, count: length))
    }
}
