/// Walks a sorted dictionary and the automaton of a ``TermNeighbourhood`` side by side, and jumps over terms that the
/// automaton has given up on.
///
/// The automaton is not built: its states are rows of the matrix of edits, one for each scalar of the term, and a row
/// is computed once for all terms that begin alike. Where the row of a beginning has no value within the limit, no term
/// that begins so is near, and the walk goes on at the next beginning that has one: where the row above has no edit
/// left, only letters of the word lead on, so the jumps are long.
///
/// Source: K. Schulz and S. Mihov, "Fast string correction with Levenshtein automata", IJDAR 5, 2002 (dictionary and
/// automaton in parallel). Taken: rows in place of their precomputed states, which need tables for each limit. Not
/// taken: an index of deletions (SymSpell), some fifty entries a term for every index.
struct NeighbourhoodWalk {
    private let neighbourhood: TermNeighbourhood
    private let word: [UInt32]
    /// The word's scalars, each once, ascending.
    private let letters: [UInt32]
    private let width: Int
    private let limit: UInt8

    /// Rows for the scalars of `path`, one behind the other; the first is of the empty beginning.
    private var rows: [UInt8] = []
    /// Scalars for which there are rows.
    private var path: [UInt32] = []

    /// Nil for a word that is empty or too long.
    init?(_ neighbourhood: TermNeighbourhood) {
        self.neighbourhood = neighbourhood
        word = neighbourhood.word.unicodeScalars.map(\.value)
        guard !word.isEmpty, word.count <= TermNeighbourhood.longestWord else { return nil }
        letters = Set(word).sorted()
        width = word.count + 1
        limit = UInt8(neighbourhood.edits)
    }

    /// Calls `body` with key, edits and document frequency of each near term of the dictionary, in order.
    mutating func run(
        _ dictionary: TermDictionary, _ body: (_ key: [UInt8], _ edits: Int, _ documentFrequency: Int) -> Void
    ) throws(IndexError) {
        let prefix = neighbourhood.prefix
        rows = (0..<width).map { UInt8($0) }
        path = []
        let first = neighbourhood.keepsFirst ? word[0]...word[0] : neighbourhood.firstScalars
        guard let start = Unicode.Scalar(first.lowerBound) else { return }
        var walk = try dictionary.walk()
        var target = prefix
        Self.append(start, to: &target)
        var isThere = try walk.advance(to: target)
        while isThere, walk.key.starts(with: prefix) {
            if let dead = follow(walk.key, from: prefix.count) {
                guard let next = next(behind: dead, depth: path.count) else { return }
                if let head = next.first, !first.contains(head) { return }
                target.removeLast(target.count - prefix.count)
                for value in next { if let scalar = Unicode.Scalar(value) { Self.append(scalar, to: &target) } }
                // A dead scalar that is no UTF-8 (damage) could point backwards.
                guard walk.key.lexicographicallyPrecedes(target) else {
                    isThere = try walk.next()
                    continue
                }
                isThere = try walk.advance(to: target)
            } else {
                if let head = path.first, !first.contains(head) { return }
                let edits = rows[path.count * width + width - 1]
                if edits <= limit { body(walk.key, Int(edits), Int(walk.entry.documentFrequency)) }
                isThere = try walk.next()
            }
        }
    }

    /// Brings the rows in line with a term; gives the scalar behind `path` with which no term is near any more, nil
    /// when the whole term has rows.
    private mutating func follow(_ key: [UInt8], from start: Int) -> UInt32? {
        // What the term shares with the one before keeps its rows.
        var place = start
        var kept = 0
        while kept < path.count {
            guard let (value, end) = Self.decode(key, at: place), value == path[kept] else { break }
            place = end
            kept += 1
        }
        path.removeLast(path.count - kept)
        rows.removeLast(rows.count - (kept + 1) * width)
        while let (value, end) = Self.decode(key, at: place) {
            guard appendRow(value) else { return value }
            path.append(value)
            place = end
        }
        return nil
    }

    /// Appends the row of `path` and `scalar`; takes it away again and gives false when no value is within the limit.
    private mutating func appendRow(_ scalar: UInt32) -> Bool {
        let depth = path.count
        let above = depth * width
        var lowest = UInt8(clamping: depth + 1)
        rows.append(lowest)
        for column in 1..<width {
            let letter = word[column - 1]
            var cost = min(
                min(rows[above + column], rows[above + width + column - 1]) &+ 1,
                rows[above + column - 1] &+ (letter == scalar ? 0 : 1))
            if column > 1, depth > 0, letter == path[depth - 1], word[column - 2] == scalar {
                cost = min(cost, rows[above - width + column - 2] &+ 1)
            }
            rows.append(cost)
            lowest = min(lowest, cost)
        }
        // The first of two swapped letters costs an edit already, as one left out: a row never has to be kept for
        // what a swap would mend.
        if lowest <= limit { return true }
        rows.removeLast(width)
        return false
    }

    /// The least beginning of a near term that is greater than the first `depth` scalars of `path` with `dead` behind
    /// them.
    private mutating func next(behind dead: UInt32, depth: Int) -> [UInt32]? {
        var dead = dead
        var depth = depth
        while true {
            path.removeLast(path.count - depth)
            rows.removeLast(rows.count - (depth + 1) * width)
            if let lowest = rows[(depth * width)...].min(), lowest < limit {
                // Any scalar leads on from here.
                let value = dead == 0xD7FF ? 0xE000 : dead + 1
                if value <= 0x10_FFFF { return path + [value] }
            } else {
                for letter in letters where letter > dead {
                    if appendRow(letter) {
                        rows.removeLast(width)
                        return path + [letter]
                    }
                }
            }
            guard depth > 0 else { return nil }
            depth -= 1
            dead = path[depth]
        }
    }

    // MARK: UTF-8

    private static func append(_ scalar: Unicode.Scalar, to bytes: inout [UInt8]) {
        if scalar.value < 0x80 { bytes.append(UInt8(scalar.value)) } else { bytes += UTF8.encode(scalar) ?? .init() }
    }

    /// The scalar at a place and where the next begins; nil at the end. A byte that begins none is taken as it is.
    private static func decode(_ key: [UInt8], at place: Int) -> (value: UInt32, end: Int)? {
        guard place < key.count else { return nil }
        let first = key[place]
        let length = first < 0x80 ? 1 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4
        guard length > 1, place + length <= key.count else { return (UInt32(first), place + 1) }
        var value = UInt32(first) & (0x7F >> UInt32(length))
        for offset in 1..<length { value = value << 6 | UInt32(key[place + offset] & 0x3F) }
        return (value, place + length)
    }
}
