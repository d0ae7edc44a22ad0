import Foundation

/// A stretch of text that two versions share, or that only one of them has.
public struct WordRun: Sendable, Hashable, Codable {
    /// Where the stretch stands.
    public enum Kind: String, Sendable, Hashable, Codable {
        /// In both.
        case kept
        /// In the older only.
        case removed
        /// In the newer only.
        case added
    }

    /// Where it stands.
    public var kind: Kind
    /// Its characters.
    public var text: String
}

/// Compares two texts word by word.
public enum WordDifference {
    /// The runs of the comparison: `kept` and `removed` give the older text, `kept` and `added` the newer, character by
    /// character. Neighbouring runs are of different kinds; what was removed stands before what was added in its place.
    public static func runs(from old: String, to new: String) -> [WordRun] {
        if old == new { return old.isEmpty ? [] : [WordRun(kind: .kept, text: old)] }
        let (left, right) = (tokens(of: old), tokens(of: new))
        let pairs = joined(SequenceAligner.pairs(left, right), left)
        var builder = Builder()
        var (oldPlace, newPlace) = (0, 0)
        for (oldEdge, newEdge) in pairs + [(left.count, right.count)] {
            builder.add(.removed, left[oldPlace..<oldEdge])
            builder.add(.added, right[newPlace..<newEdge])
            if oldEdge < left.count { builder.add(.kept, left[oldEdge...oldEdge]) }
            (oldPlace, newPlace) = (oldEdge + 1, newEdge + 1)
        }
        return builder.finished
    }

    /// Share of the tokens that both texts have, 0 to 1, whatever their order (Dice's coefficient over words).
    static func similarity(_ old: String, _ new: String) -> Double {
        similarity(counts(of: old), counts(of: new))
    }

    static func similarity(_ old: [Substring: Int], _ new: [Substring: Int]) -> Double {
        let total = old.values.reduce(0, +) + new.values.reduce(0, +)
        guard total > 0 else { return 1 }
        var shared = 0
        for (word, count) in old { shared += min(count, new[word] ?? 0) }
        return Double(2 * shared) / Double(total)
    }

    static func counts(of text: String) -> [Substring: Int] {
        var counts: [Substring: Int] = [:]
        for token in tokens(of: text) where token.unicodeScalars.first?.properties.isWhitespace == false {
            counts[token, default: 0] += 1
        }
        return counts
    }

    /// Cuts a text into words, runs of white space, and single signs; together they are the text. Scripts written
    /// without spaces give a token for each character.
    static func tokens(of text: String) -> [Substring] {
        var tokens: [Substring] = []
        var start = text.startIndex
        var kind: TokenKind?
        var place = text.startIndex
        while place < text.endIndex {
            let next = TokenKind(text[place])
            if place > start, next == .sign || next != kind {
                tokens.append(text[start..<place])
                start = place
            }
            kind = next
            place = text.index(after: place)
        }
        if start < text.endIndex { tokens.append(text[start...]) }
        return tokens
    }

    private enum TokenKind {
        case word, space, sign

        init(_ character: Character) {
            guard let scalar = character.unicodeScalars.first else {
                self = .sign
                return
            }
            if character.isWhitespace {
                self = .space
            } else if Self.isUnspaced(scalar.value) || !(character.isLetter || character.isNumber) {
                self = .sign
            } else {
                self = .word
            }
        }

        /// Thai, Lao, Tibetan, Myanmar, Khmer, Kana, Han: written without spaces between words.
        private static func isUnspaced(_ value: UInt32) -> Bool {
            switch value {
            case 0x0E00...0x0FFF, 0x1000...0x109F, 0x1780...0x17FF, 0x2E80...0x312F, 0x31A0...0x9FFF, 0xF900...0xFAFF,
                0xFF65...0xFF9F, 0x20000...0x3FFFD:
                true
            default: false
            }
        }
    }

    /// Leaves out white space that alone stands between words that changed: it would cut a replaced phrase in pieces.
    private static func joined(_ pairs: [(old: Int, new: Int)], _ left: [Substring]) -> [(old: Int, new: Int)] {
        pairs.indices.filter { index in
            let pair = pairs[index]
            guard left[pair.old].first?.isWhitespace == true else { return true }
            let follows = index > 0 && pairs[index - 1] == (pair.old - 1, pair.new - 1)
            let isFollowed = index + 1 < pairs.count && pairs[index + 1] == (pair.old + 1, pair.new + 1)
            return follows || isFollowed
        }.map { pairs[$0] }
    }

    private struct Builder {
        private var runs: [WordRun] = []
        private var removed = ""
        private var added = ""

        mutating func add(_ kind: WordRun.Kind, _ tokens: ArraySlice<Substring>) {
            guard !tokens.isEmpty else { return }
            switch kind {
            case .removed: removed += tokens.joined()
            case .added: added += tokens.joined()
            case .kept:
                flush()
                if runs.last?.kind == .kept {
                    runs[runs.count - 1].text += tokens.joined()
                } else {
                    runs.append(WordRun(kind: .kept, text: tokens.joined()))
                }
            }
        }

        var finished: [WordRun] {
            mutating get {
                flush()
                return runs
            }
        }

        private mutating func flush() {
            if !removed.isEmpty { runs.append(WordRun(kind: .removed, text: removed)) }
            if !added.isEmpty { runs.append(WordRun(kind: .added, text: added)) }
            (removed, added) = ("", "")
        }
    }
}
