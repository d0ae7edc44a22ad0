/// Words of the index that begin with the same word and are longer, sorted by their bytes.
final class KnownWords {
    private let bytes: [UInt8]
    /// Where each word ends.
    private let ends: [Int]
    /// A bit for each class (``CompoundPart/beginning``) in which what follows the common beginning begins, behind any
    /// link: nearly all words that no compound goes on with are told by it alone.
    private var continuations = [UInt64](repeating: 0, count: 4)

    /// - Parameters:
    ///   - words: all begin with `head`; in any order, and more than once.
    ///   - links: what may stand between the parts of a compound.
    init(_ words: [[UInt8]], head: [UInt8], links: [[UInt8]]) {
        var bytes: [UInt8] = []
        var ends: [Int] = []
        var last: [UInt8] = head
        for word in words.sorted(by: { $0.lexicographicallyPrecedes($1) }) where word != last {
            bytes += word
            ends.append(bytes.count)
            last = word
            let rest = word[head.count...]
            for link in links where rest.starts(with: link) && rest.count >= link.count + 3 {
                let beginning = Int(CompoundPart.beginning(of: rest.dropFirst(link.count)))
                continuations[beginning / 64] |= 1 << UInt64(beginning % 64)
            }
        }
        self.bytes = bytes
        self.ends = ends
    }

    /// Whether a word may go on with a part; true also for a few that do not.
    func mayGoOn(with part: CompoundPart) -> Bool {
        continuations[Int(part.beginning) / 64] >> UInt64(part.beginning % 64) & 1 == 1
    }

    func contains(_ word: [UInt8]) -> Bool {
        let place = firstPlace(notBelow: word)
        return place < ends.count && self[place].elementsEqual(word)
    }

    func words(beginningWith prefix: [UInt8]) -> [String] {
        var words: [String] = []
        var place = firstPlace(notBelow: prefix)
        while place < ends.count, self[place].starts(with: prefix) {
            words.append(String(decoding: self[place], as: UTF8.self))
            place += 1
        }
        return words
    }

    private subscript(place: Int) -> ArraySlice<UInt8> { bytes[(place == 0 ? 0 : ends[place - 1])..<ends[place]] }

    private func firstPlace(notBelow word: [UInt8]) -> Int {
        var low = 0
        var high = ends.count
        while low < high {
            let middle = (low + high) / 2
            if self[middle].lexicographicallyPrecedes(word) { low = middle + 1 } else { high = middle }
        }
        return low
    }
}
