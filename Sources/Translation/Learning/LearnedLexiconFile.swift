internal import Foundation

/// The learned lexicon of one pair of languages, as it lies in a file.
///
/// UTF-8, columns between tabs. The first line: `concord-learned-lexicon`, the version of the format, both languages,
/// the number of pairs, the version of the analysis that made the stems, and what it was trained on and how. The second
/// names the columns: source stem, target stem, p(target | source), p(source | target), and the most frequent written
/// form of both. Then the pairs, in order of the bytes of the source stem, those of one stem in order of the target's.
struct LearnedLexiconFile: Sendable {
    static let magic = "concord-learned-lexicon"
    static let version = "1"
    static let columns = "source\ttarget\tp(target|source)\tp(source|target)\tsource form\ttarget form"

    /// A pair of stems.
    struct Row: Sendable, Hashable {
        var source: Range<Int>
        var target: Range<Int>
        var forward: Double
        var backward: Double
        var sourceReading: Range<Int>
        var targetReading: Range<Int>
    }

    /// The two languages, that of the source stems first.
    private(set) var source = ""
    private(set) var target = ""
    /// Version of the analysis that made the stems.
    private(set) var analysisVersion: UInt32 = 0
    /// What it was trained on and how.
    private(set) var provenance = ""
    /// The pairs in order.
    private(set) var rows: [Row] = []

    private let bytes: [UInt8]
    private let path: String
    /// Places of rows in order of the target stem; nil until a stem of the target language is asked for.
    private var byTarget: [Int]?

    /// What the first line of a file says; the rest is not looked at.
    ///
    /// - Throws: ``LearnedLexiconError`` where the line is another.
    static func description(bytes: [UInt8], path: String) throws(LearnedLexiconError) -> LearnedLexicon.Description {
        var file = LearnedLexiconFile(unread: bytes, path: path)
        var fields: [Range<Int>] = []
        _ = file.split(from: 0, into: &fields)
        let count = try file.readHeader(fields)
        return .init(count: count, analysisVersion: file.analysisVersion, provenance: file.provenance)
    }

    private init(unread bytes: [UInt8], path: String) {
        self.bytes = bytes
        self.path = path
    }

    /// - Throws: ``LearnedLexiconError`` with the line, where the bytes are not such a file.
    init(bytes: [UInt8], path: String) throws(LearnedLexiconError) {
        self.bytes = bytes
        self.path = path
        guard (try? UTF8Span(validating: bytes.span)) != nil else {
            throw LearnedLexiconError(file: path, reason: "it is not UTF-8")
        }
        guard bytes.last == UInt8(ascii: "\n") else {
            throw LearnedLexiconError(file: path, reason: "it is empty or was cut short in its last line")
        }
        var fields: [Range<Int>] = []
        var (number, start, promised) = (0, 0, 0)
        while start < bytes.count {
            number += 1
            let end = split(from: start, into: &fields)
            switch number {
            case 1: promised = try readHeader(fields)
            case 2:
                guard string(start..<end) == Self.columns else {
                    throw LearnedLexiconError(
                        file: path, line: 2, reason: "it names other columns than this format has")
                }
            default: rows.append(try row(fields, number))
            }
            start = end + 1
        }
        guard rows.count == promised else {
            throw LearnedLexiconError(
                file: path, line: 1, reason: "it promises \(promised) pairs, and \(rows.count) follow")
        }
    }

    /// Whether translations of stems of the target language can be asked for.
    var isOrderedByTarget: Bool { byTarget != nil }

    /// Prepares for stems of the target language.
    mutating func orderByTarget() {
        byTarget = rows.indices.sorted { left, right in
            let order = compare(rows[left].target, rows[right].target)
            return order == 0 ? left < right : order < 0
        }
    }

    /// The translations of a stem, best score first.
    ///
    /// - Parameter reversed: whether the stem is of the target language; then ``orderByTarget()`` goes before.
    func translations(of stem: [UInt8], reversed: Bool) -> [LearnedTranslation] {
        let byTarget = reversed ? self.byTarget ?? [] : []
        func order(_ place: Int) -> Int {
            let range = reversed ? rows[byTarget[place]].target : rows[place].source
            return Self.compare(bytes, range, stem, stem.indices)
        }
        var (low, high) = (0, rows.count)
        while low < high {
            let middle = (low + high) / 2
            if order(middle) < 0 { low = middle + 1 } else { high = middle }
        }
        var found: [LearnedTranslation] = []
        while low < rows.count, order(low) == 0 {
            let row = rows[reversed ? byTarget[low] : low]
            found.append(
                LearnedTranslation(
                    stem: string(reversed ? row.source : row.target),
                    reading: string(reversed ? row.sourceReading : row.targetReading),
                    probability: reversed ? row.backward : row.forward,
                    reverseProbability: reversed ? row.forward : row.backward))
            low += 1
        }
        return found.sorted { ($1.score, $0.stem) < ($0.score, $1.stem) }
    }

    /// The text of a range of the file.
    func string(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }

    private func split(from start: Int, into fields: inout [Range<Int>]) -> Int {
        fields.removeAll(keepingCapacity: true)
        var (field, index) = (start, start)
        while index < bytes.count, bytes[index] != UInt8(ascii: "\n") {
            if bytes[index] == UInt8(ascii: "\t") {
                fields.append(field..<index)
                field = index + 1
            }
            index += 1
        }
        fields.append(field..<index)
        return index
    }

    private mutating func readHeader(_ fields: [Range<Int>]) throws(LearnedLexiconError) -> Int {
        let words = fields.map(string)
        guard words.count == 7, words[0] == Self.magic else {
            throw LearnedLexiconError(
                file: path, line: 1, reason: "it is no learned lexicon: its first line is another")
        }
        guard words[1] == Self.version else {
            throw LearnedLexiconError(
                file: path, line: 1, reason: "its format is \(words[1].prefix(20)), and \(Self.version) is read")
        }
        guard let count = Int(words[4]), count >= 0, let analysis = UInt32(words[5]), !words[2].isEmpty,
            !words[3].isEmpty, words[2] != words[3]
        else {
            throw LearnedLexiconError(
                file: path, line: 1, reason: "its first line does not give two languages and two numbers")
        }
        (source, target, analysisVersion, provenance) = (words[2], words[3], analysis, words[6])
        return count
    }

    private func row(_ fields: [Range<Int>], _ number: Int) throws(LearnedLexiconError) -> Row {
        guard fields.count == 6, fields.allSatisfy({ !$0.isEmpty }) else {
            throw LearnedLexiconError(
                file: path, line: number, reason: "it has not six columns with something in each")
        }
        guard let forward = Double(string(fields[2])), let backward = Double(string(fields[3])),
            forward > 0, forward <= 1, backward > 0, backward <= 1
        else {
            throw LearnedLexiconError(
                file: path, line: number, reason: "its probabilities are not numbers above 0, to 1")
        }
        let row = Row(
            source: fields[0], target: fields[1], forward: forward, backward: backward, sourceReading: fields[4],
            targetReading: fields[5])
        if let last = rows.last {
            let order = compare(last.source, row.source)
            guard order < 0 || order == 0 && compare(last.target, row.target) < 0 else {
                throw LearnedLexiconError(
                    file: path, line: number, reason: "it is not in order behind the line before, or stands twice")
            }
        }
        return row
    }

    /// Below 0 where the left bytes come first, 0 where they are equal.
    private func compare(_ left: Range<Int>, _ right: Range<Int>) -> Int {
        Self.compare(bytes, left, bytes, right)
    }

    private static func compare(_ one: [UInt8], _ left: Range<Int>, _ other: [UInt8], _ right: Range<Int>) -> Int {
        for offset in 0..<min(left.count, right.count) {
            let (first, second) = (one[left.lowerBound + offset], other[right.lowerBound + offset])
            if first != second { return Int(first) - Int(second) }
        }
        return left.count - right.count
    }
}
