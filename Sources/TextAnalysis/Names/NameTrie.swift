/// Names in one language as a trie over terms; each stands for a number, which several names may share.
package struct NameTrie: Sendable {
    /// Appends the tokens of a text to a buffer, as the analyser of one language does.
    package typealias Analysis = (String, inout TokenBuffer) -> Void

    /// How the words of a language are compared.
    package enum Mode: Sendable {
        /// Stems, and word beginnings where a pattern says so.
        case words
        /// Character bigrams, so that a different segmentation of name and text hides nothing.
        case bigrams
    }

    package let mode: Mode
    private var terms = TermTable()
    /// Node reached from (node, term number); node 0 is the root.
    private var edges = EdgeTable()
    /// Numbers whose name ends at a node, by node.
    private var endings: [[UInt16]] = [[]]

    package init(mode: Mode) { self.mode = mode }

    /// The mode for a language: bigrams for those written in Han or Kana.
    package static func mode(for language: String) -> Mode { language == "zh" || language == "ja" ? .bigrams : .words }

    /// One word of a name: a term, or the beginning of one.
    package struct Word {
        var bytes: [UInt8]
        var isPrefix: Bool
    }

    /// Adds a name. Names without words are left out.
    package mutating func insert(_ words: [Word], name: Int) {
        guard !words.isEmpty, words.count <= 64, name <= Int(UInt16.max) else { return }
        var node: UInt32 = 0
        for word in words {
            guard let number = terms.insert(word.bytes[...], prefix: word.isPrefix) else { return }
            let next = edges.node(from: node, by: number)
            if next != 0 {
                node = next
            } else {
                edges.insert(from: node, by: number, to: UInt32(endings.count))
                node = UInt32(endings.count)
                endings.append([])
            }
        }
        if !endings[Int(node)].contains(UInt16(name)) { endings[Int(node)].append(UInt16(name)) }
    }

    /// A name begun in the text and not yet ended.
    private struct Active {
        var node: UInt32
        var position: UInt32
        var start: UInt32
    }

    /// Numbers that one word of the text carries: its stem and the patterns it begins with.
    private struct Numbers {
        var values = SIMD8<UInt32>(repeating: 0)
        var count = 0

        mutating func add(_ number: UInt32) {
            guard number != 0, count < 8 else { return }
            values[count] = number
            count += 1
        }
    }

    /// Appends the matches in `buffer` to `matches`, longest first at each place and without those that lie inside
    /// a longer one; with `nested`, all that there are, in the order in which they end.
    /// Words from the position `end` on are not looked at.
    package func findMatches(
        in buffer: TokenBuffer, into matches: inout [NameMatch], nested: Bool = false, before end: UInt32 = .max
    ) {
        guard terms.count > 0 else { return }
        let first = matches.count
        var active: [Active] = []
        buffer.termBytes.withUnsafeBufferPointer { bytes in
            let records = buffer.records
            var index = 0
            while index < records.count {
                // The records of one position are one word of the text.
                let position = records[index].position
                if position >= end { break }
                var numbers = Numbers()
                var isWord = false
                var (start, end) = (records[index].start, records[index].end)
                while index < records.count, records[index].position == position {
                    let record = records[index]
                    index += 1
                    let from = Int(record.termOffset)
                    guard from + Int(record.termLength) <= bytes.count else { continue }
                    let term = UnsafeBufferPointer(rebasing: bytes[from..<(from + Int(record.termLength))])
                    switch (mode, record.form) {
                    case (.bigrams, .exact), (.words, .stem):
                        isWord = true
                        (start, end) = (record.start, record.end)
                        numbers.add(terms.number(of: term))
                        // A name of one character (an element) is the beginning of every bigram that starts with it.
                        if mode == .bigrams { terms.prefixes(of: term) { numbers.add($0) } }
                    case (.words, .exact):
                        terms.prefixes(of: term) { numbers.add($0) }
                    case (.bigrams, .stem):
                        continue
                    }
                }
                // An elided article has an exact form only; it stands inside names without being part of them.
                guard isWord else { continue }
                guard numbers.count > 0 else {
                    if !active.isEmpty { active.removeAll(keepingCapacity: true) }
                    continue
                }
                advance(&active, with: numbers, position: position, start: start, end: end, into: &matches)
            }
        }
        if !nested, matches.count > first + 1 { Self.keepLongest(&matches, from: first) }
    }

    private func advance(
        _ active: inout [Active], with numbers: Numbers, position: UInt32, start: UInt32, end: UInt32,
        into matches: inout [NameMatch]
    ) {
        let before = active.count
        for place in 0...before {
            let state = place < before ? active[place] : Active(node: 0, position: position, start: start)
            for index in 0..<numbers.count {
                let next = edges.node(from: state.node, by: numbers.values[index])
                guard next != 0 else { continue }
                active.append(Active(node: next, position: state.position, start: state.start))
                for name in endings[Int(next)] {
                    matches.append(
                        NameMatch(
                            name: Int(name), positions: state.position...max(state.position, position),
                            range: state.start..<max(state.start, end)))
                }
            }
        }
        active.removeFirst(before)
    }

    /// Order by place, longer ones first.
    @inline(__always)
    private static func precedes(_ left: NameMatch, _ right: NameMatch) -> Bool {
        if left.positions.lowerBound != right.positions.lowerBound {
            return left.positions.lowerBound < right.positions.lowerBound
        }
        if left.positions.upperBound != right.positions.upperBound {
            return left.positions.upperBound > right.positions.upperBound
        }
        return left.name < right.name
    }

    /// Drops, from `first` on, doubles and matches inside longer ones; leaves the rest ordered by place.
    private static func keepLongest(_ matches: inout [NameMatch], from first: Int) {
        // They come in the order of their ends, so each has a few places to go at the most.
        for index in (first + 1)..<matches.count {
            let match = matches[index]
            var place = index
            while place > first, precedes(match, matches[place - 1]) {
                matches[place] = matches[place - 1]
                place -= 1
            }
            if place < index { matches[place] = match }
        }
        var kept = first
        var reach = matches[first]
        for index in (first + 1)..<matches.count {
            let match = matches[index]
            let isInside =
                match.positions.upperBound <= reach.positions.upperBound && match.positions != reach.positions
            if isInside || match == matches[kept] { continue }
            kept += 1
            matches[kept] = match
            if match.positions.upperBound > reach.positions.upperBound { reach = match }
        }
        matches.removeSubrange((kept + 1)...)
    }
}
