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
        guard String(validating: bytes, as: UTF8.self) != nil else {
            throw TranslationError(file: name, reason: "not UTF-8; restore the file from the repository")
        }
    }

    init(name: String, bytes: [UInt8]) {
        self.name = name
        self.bytes = bytes
    }

    /// Translations of a headword; empty where the file has no line of it.
    func translations(of headword: String) throws(TranslationError) -> [String] {
        let wanted = Array(headword.utf8)
        var low = 0
        var high = bytes.count
        // The line at `low` is not above the wanted one, that at `high` is.
        while low < high {
            let start = lineStart(before: low + (high - low) / 2, from: low)
            let end = lineEnd(start)
            let key = bytes[start..<(bytes[start..<end].firstIndex(of: UInt8(ascii: "\t")) ?? end)]
            if key.elementsEqual(wanted) { return try entry(start..<end).translations }
            if key.lexicographicallyPrecedes(wanted) { low = min(end + 1, high) } else { high = start }
        }
        return []
    }

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

    private func lineStart(before place: Int, from low: Int) -> Int {
        var start = place
        while start > low, bytes[start - 1] != UInt8(ascii: "\n") { start -= 1 }
        return start
    }

    private func lineEnd(_ start: Int) -> Int { bytes[start...].firstIndex(of: UInt8(ascii: "\n")) ?? bytes.count }

    private func lineNumber(_ start: Int) -> Int { bytes[..<start].count { $0 == UInt8(ascii: "\n") } + 1 }

    private func entry(_ line: Range<Int>) throws(TranslationError) -> Lexicon.Entry {
        let fields = bytes[line].split(separator: UInt8(ascii: "\t"), omittingEmptySubsequences: false)
        let words = fields.count == 2 ? fields[1].split(separator: UInt8(ascii: "|")) : []
        guard let first = fields.first, !first.isEmpty, !words.isEmpty else {
            throw TranslationError(
                file: name, line: lineNumber(line.lowerBound),
                reason: "not of the form headword TAB translation|translation; mend the line")
        }
        return Lexicon.Entry(
            headword: String(decoding: first, as: UTF8.self),
            translations: words.map { String(decoding: $0, as: UTF8.self) })
    }
}
