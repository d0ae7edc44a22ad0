internal import Foundation

/// What people say in everyday words, and what the law says in their place; of one language that is written without
/// spaces (`everyday/<language>.tsv`).
///
/// A line is an expression as it may stand in a question, a tab, expressions of the law with `|` between them, the most
/// telling first, a tab, and titles of the statutes that govern the matter, likewise; one of the two may be empty. Lines
/// are sorted by the bytes of the expression.
public struct EverydayTable: Sendable {
    /// An expression that was found in a text.
    public struct Match: Sendable, Hashable {
        /// As the table has it.
        public var expression: String
        /// What the law says.
        public var words: [String]
        /// Titles of statutes that govern the matter.
        public var statutes: [String]
    }

    private let entries: [String: Match]
    /// Characters of the longest expression.
    private let longest: Int

    /// - Throws: ``TranslationError`` where a line is not of the form, or out of order.
    init(name: String, bytes: [UInt8]) throws(TranslationError) {
        guard let text = String(validating: bytes, as: UTF8.self) else {
            throw TranslationError(file: name, reason: "not UTF-8; restore the file from the repository")
        }
        var entries: [String: Match] = [:]
        var longest = 0
        var last = ""
        // By bytes: finding where characters end takes longer than all the rest.
        let lines = text.utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
        for (number, line) in lines.enumerated() where !line.isEmpty {
            let fields = line.split(separator: UInt8(ascii: "\t"), omittingEmptySubsequences: false)
            guard fields.count == 3, !fields[0].isEmpty, !(fields[1].isEmpty && fields[2].isEmpty) else {
                throw TranslationError(
                    file: name, line: number + 1,
                    reason: "not of the form expression TAB words|words TAB titles|titles; mend the line")
            }
            let expression = String(Substring(fields[0]))
            guard last.utf8.lexicographicallyPrecedes(expression.utf8) else {
                throw TranslationError(
                    file: name, line: number + 1,
                    reason: "'\(expression)' stands behind '\(last)'; sort lines by their bytes, each expression once")
            }
            last = expression
            longest = max(longest, expression.count)
            entries[expression] = Match(
                expression: expression, words: Self.list(fields[1]), statutes: Self.list(fields[2]))
        }
        self.entries = entries
        self.longest = longest
    }

    private static func list(_ field: Substring.UTF8View) -> [String] {
        field.split(separator: UInt8(ascii: "|")).map { String(Substring($0)) }
    }

    /// All expressions with what they stand for, sorted.
    public var all: [Match] {
        entries.values.sorted { $0.expression.utf8.lexicographicallyPrecedes($1.expression.utf8) }
    }

    /// The expressions in a text, each once, in the order in which they stand; the longest at each place.
    public func matches(in text: String) -> [Match] {
        let characters = Array(text.precomposedStringWithCompatibilityMapping)
        var found: [Match] = []
        var start = 0
        while start < characters.count {
            let lengths = (1...max(1, min(longest, characters.count - start))).reversed()
            let match = lengths.lazy.compactMap { entries[String(characters[start..<(start + $0)])] }.first
            if let match, !found.contains(match) { found.append(match) }
            start += match?.expression.count ?? 1
        }
        return found
    }
}
