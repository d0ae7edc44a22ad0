internal import Foundation

/// One file of the lexicon: lines sorted by their first field, searched where they lie.
struct LexiconFile: Sendable {
    private let name: String
    private let bytes: [UInt8]

    /// - Throws: ``TranslationError`` where the file is missing or not UTF-8.
    init(name: String, url: URL) throws(TranslationError) {
        guard let data = try? Data(contentsOf: url) else {
            throw TranslationError(file: name, reason: "\(url.path) cannot be read; restore it from the repository")
        }
        self.init(name: name, bytes: [UInt8](data))
        guard (try? UTF8Span(validating: bytes.span)) != nil else {
            throw TranslationError(file: name, reason: "not UTF-8; restore the file from the repository")
        }
    }

    init(name: String, bytes: [UInt8]) {
        self.name = name
        self.bytes = bytes
    }

    /// Translations of a headword; empty where the file has no line of it.
    func translations(of headword: String) throws(TranslationError) -> [String] {
        guard let start = lineStart(of: headword) else { return [] }
        return try entry(start..<lineEnd(start)).translations
    }

    /// Where the line of a headword begins. Compares keys where they stand: a question asks for hundreds.
    private func lineStart(of headword: String) -> Int? {
        let wanted = Array(headword.utf8)
        var low = 0
        var high = bytes.count
        // The line at `low` is not above the wanted one, that at `high` is.
        while low < high {
            var start = low + (high - low) / 2
            while start > low, bytes[start - 1] != Self.newline { start -= 1 }
            var same = 0
            while same < wanted.count, start + same < high, bytes[start + same] == wanted[same] { same += 1 }
            let next = start + same < high ? bytes[start + same] : Self.newline
            let isEnd = next == Self.tab || next == Self.newline
            if same == wanted.count, isEnd { return start }
            if same < wanted.count, isEnd || next < wanted[same] {
                low = min(lineEnd(start + same) + 1, high)
            } else {
                high = start
            }
        }
        return nil
    }

    private static let newline = UInt8(ascii: "\n")
    private static let tab = UInt8(ascii: "\t")
    private static let bar = UInt8(ascii: "|")

    /// All lines.
    func entries() throws(TranslationError) -> [Lexicon.Entry] {
        var entries: [Lexicon.Entry] = []
        var start = 0
        while start < bytes.count {
            let end = lineEnd(start)
            if end > start {
                let entry = try entry(start..<end)
                if let last = entries.last, !last.headword.utf8.lexicographicallyPrecedes(entry.headword.utf8) {
                    throw TranslationError(
                        file: name, line: lineNumber(start),
                        reason: "'\(entry.headword)' stands behind '\(last.headword)'; sort the lines by their bytes")
                }
                entries.append(entry)
            }
            start = end + 1
        }
        return entries
    }

    private func lineEnd(_ start: Int) -> Int { bytes[start...].firstIndex(of: Self.newline) ?? bytes.count }

    private func lineNumber(_ start: Int) -> Int { bytes[..<start].count { $0 == Self.newline } + 1 }

    private func entry(_ line: Range<Int>) throws(TranslationError) -> Lexicon.Entry {
        let headword = bytes[line].prefix { $0 != Self.tab }
        var translations: [String] = []
        var start = headword.endIndex + 1
        var isSound = !headword.isEmpty
        while start < line.upperBound {
            var end = start
            while end < line.upperBound, bytes[end] != Self.bar {
                if bytes[end] == Self.tab { isSound = false }
                end += 1
            }
            if end > start { translations.append(String(decoding: bytes[start..<end], as: UTF8.self)) }
            start = end + 1
        }
        guard isSound, !translations.isEmpty else {
            throw TranslationError(
                file: name, line: lineNumber(line.lowerBound),
                reason: "not of the form headword TAB translation|translation; mend the line")
        }
        return Lexicon.Entry(headword: String(decoding: headword, as: UTF8.self), translations: translations)
    }
}
