import CICU

/// ICU's word break iterator for the scripts that need a dictionary. One per thread.
final class DictionarySegmenter {
    private let handle: OpaquePointer?

    init(language: String) { handle = cicu_segmenter_open(language) ?? cicu_segmenter_open("") }

    deinit { cicu_segmenter_close(handle) }

    /// Writes the boundaries of `text` without 0 and with its length; one boundary at the end where ICU has no data.
    func segment(_ text: UnsafeBufferPointer<UInt16>, into boundaries: inout [Int32]) {
        let length = text.count
        if boundaries.count < length { boundaries = [Int32](repeating: 0, count: length * 2) }
        boundaryCount = 0
        guard let handle, let base = text.baseAddress, length > 0, length <= Int(Int32.max) else {
            if length > 0 {
                boundaries[0] = Int32(clamping: length)
                boundaryCount = 1
            }
            return
        }
        let found = cicu_segment(handle, base, Int32(length), &boundaries, Int32(clamping: boundaries.count))
        boundaryCount = min(Int(found), boundaries.count)
    }

    /// How many boundaries the last call wrote.
    private(set) var boundaryCount = 0
}
