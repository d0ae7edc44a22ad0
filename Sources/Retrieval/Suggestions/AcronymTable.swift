internal import Foundation
public import Obligations

/// Acronyms of the field and what they stand for, in many languages.
///
/// `acronyms.tsv` has a line for each thing and language: name of the thing, language, acronyms, expansions; several of
/// one column are separated by `|`. An acronym with `!` behind it is also a word and is known in capitals only.
public struct AcronymTable: Sendable {
    /// Another way to say some words of a question.
    public struct Alternative: Sendable, Hashable {
        /// Places of the words in the question's list.
        public var words: Range<Int>
        /// The acronym or its expansion.
        public var text: String
        /// Language of `text`, a BCP 47 tag.
        public var language: String
        /// Whether `text` is the acronym.
        public var isAcronym: Bool
    }

    private struct Entry: Sendable {
        var thing: String
        var language: String
        var acronyms: [String]
        var expansions: [String]
    }

    private struct Name: Sendable {
        var tokens: [String]
        var entry: Int
    }

    /// Name of the file among the resources.
    public static let fileName = "acronyms.tsv"
    /// A table without acronyms.
    public static let empty = AcronymTable(entries: [])
    /// Alternatives of one question at most.
    private static let mostAlternatives = 12

    private let entries: [Entry]
    private let byThing: [String: [Int]]
    /// By folded acronym; `isCapital` where only capitals count.
    private let byAcronym: [String: [(entry: Int, isCapital: Bool)]]
    /// Expansions by their first token.
    private let byFirstToken: [String: [Name]]
    /// Expansions of scripts without spaces by their first character, the longest first.
    private let unspaced: [Character: [(text: String, entry: Int)]]

    /// Reads the table that comes with the program.
    ///
    /// - Throws: `ResourceError` with the line where the file is missing or a line is not of its form.
    public init(resources: ResourceFolder = ResourceFolder()) throws(ResourceError) {
        try self.init(text: try resources.text(named: Self.fileName))
    }

    /// Reads a table from its text.
    ///
    /// - Throws: `ResourceError` with the line that is not of the form.
    public init(text: String) throws(ResourceError) {
        var entries: [Entry] = []
        for line in ResourceLine.all(in: text) {
            let columns = line.fields
            guard columns.count == 4, !columns[0].isEmpty, !columns[1].isEmpty, !columns[3].isEmpty else {
                throw ResourceError(
                    name: Self.fileName, line: line.number,
                    reason: "not of the form thing TAB language TAB acronyms TAB expansions")
            }
            func list(_ column: String) -> [String] { ResourceLine.list(column, separator: "|") }
            entries.append(
                Entry(thing: columns[0], language: columns[1], acronyms: list(columns[2]), expansions: list(columns[3]))
            )
        }
        self.init(entries: entries)
    }

    private init(entries: [Entry]) {
        var byThing: [String: [Int]] = [:]
        var byAcronym: [String: [(entry: Int, isCapital: Bool)]] = [:]
        var byFirstToken: [String: [Name]] = [:]
        var unspaced: [Character: [(text: String, entry: Int)]] = [:]
        var plain: [Entry] = []
        for (number, given) in entries.enumerated() {
            var entry = given
            byThing[entry.thing, default: []].append(number)
            entry.acronyms = entry.acronyms.map { acronym in
                let isCapital = acronym.hasSuffix("!")
                let text = isCapital ? String(acronym.dropLast()) : acronym
                byAcronym[Self.fold(text), default: []].append((number, isCapital))
                return text
            }
            for expansion in entry.expansions {
                if Self.isUnspaced(expansion) {
                    let folded = Self.fold(expansion)
                    if let first = folded.first { unspaced[first, default: []].append((folded, number)) }
                } else {
                    let tokens = Self.tokens(expansion)
                    guard let first = tokens.first else { continue }
                    byFirstToken[first, default: []].append(Name(tokens: tokens, entry: number))
                }
            }
            plain.append(entry)
        }
        self.entries = plain
        self.byThing = byThing
        self.byAcronym = byAcronym
        self.byFirstToken = byFirstToken.mapValues { $0.sorted { $0.tokens.count > $1.tokens.count } }
        self.unspaced = unspaced.mapValues { $0.sorted { $0.text.count > $1.text.count } }
    }

    /// What a question could say as well: the expansions of its acronyms, and the acronyms of names that it has.
    ///
    /// An acronym is expanded in the language of the question, and in a language it belongs to where that is another.
    /// Names are found by longest match, without regard to case and to a plural's `s`.
    ///
    /// - Parameters:
    ///   - words: words of the question in their order, as written.
    ///   - language: BCP 47 tag of the question.
    /// - Returns: at most twelve, in the order of the words.
    public func alternatives(for words: [String], language: String) -> [Alternative] {
        guard !entries.isEmpty else { return [] }
        let primary = String(language.lowercased().prefix { $0 != "-" })
        var found: [Alternative] = []
        for (place, word) in words.enumerated() {
            // An elided article is no part of the acronym: l'AIEA.
            let bare = word.split { "'’".contains($0) }.last.map(String.init) ?? word
            for form in Set([word, bare]).sorted() { found += expansions(of: form, at: place, language: primary) }
            if Self.isUnspaced(word) { found += acronyms(within: word, at: place) }
        }
        found += acronyms(of: words)
        var seen: Set<Alternative> = []
        return Array(
            found.filter { seen.insert($0).inserted }.sorted { $0.words.lowerBound < $1.words.lowerBound }
                .prefix(Self.mostAlternatives))
    }

    private func expansions(of word: String, at place: Int, language: String) -> [Alternative] {
        let isCapital = word == word.uppercased()
        let own = (byAcronym[Self.fold(word)] ?? []).filter { isCapital || !$0.isCapital }.map(\.entry)
        guard !own.isEmpty else { return [] }
        var wanted: [Int] = []
        // An acronym may stand for several things; each is told on its own.
        for thing in Set(own.map { entries[$0].thing }).sorted() {
            let all = byThing[thing] ?? []
            let inLanguage = all.filter { entries[$0].language == language }
            let belongs = own.filter { entries[$0].thing == thing }
            wanted += inLanguage
            if !belongs.contains(where: { entries[$0].language == language }) {
                wanted += belongs.filter { entries[$0].language == "en" }.prefix(1)
                if !belongs.contains(where: { entries[$0].language == "en" }) { wanted += belongs.prefix(1) }
            }
        }
        let folded = Self.fold(word)
        return wanted.flatMap { number -> [Alternative] in
            let entry = entries[number]
            let names = entry.expansions.map { ($0, false) }
            let others = entry.acronyms.filter { Self.fold($0) != folded }.map { ($0, true) }
            return (names + others).map {
                Alternative(words: place..<place + 1, text: $0.0, language: entry.language, isAcronym: $0.1)
            }
        }
    }

    /// Acronyms of names that several words of the question make up.
    private func acronyms(of words: [String]) -> [Alternative] {
        var tokens: [(text: String, word: Int)] = []
        for (place, word) in words.enumerated() { tokens += Self.tokens(word).map { ($0, place) } }
        var found: [Alternative] = []
        var start = 0
        while start < tokens.count {
            let names = byFirstToken[tokens[start].text] ?? []
            let matching = names.filter { name in
                start + name.tokens.count <= tokens.count
                    && name.tokens.indices.allSatisfy { tokens[start + $0].text == name.tokens[$0] }
            }
            guard let length = matching.first?.tokens.count else {
                start += 1
                continue
            }
            let range = tokens[start].word..<tokens[start + length - 1].word + 1
            for name in matching where name.tokens.count == length { found += acronyms(of: name.entry, range) }
            start += length
        }
        return found
    }

    /// Acronyms of names that stand within a word of a script without spaces.
    private func acronyms(within word: String, at place: Int) -> [Alternative] {
        var rest = Self.fold(word)[...]
        var found: [Alternative] = []
        while let first = rest.first {
            guard let name = unspaced[first]?.first(where: { rest.hasPrefix($0.text) }) else {
                rest = rest.dropFirst()
                continue
            }
            found += acronyms(of: name.entry, place..<place + 1)
            rest = rest.dropFirst(name.text.count)
        }
        return found
    }

    private func acronyms(of number: Int, _ range: Range<Int>) -> [Alternative] {
        entries[number].acronyms.map {
            Alternative(words: range, text: $0, language: entries[number].language, isAcronym: true)
        }
    }

    // MARK: Folding

    /// Without case, and without the points of an initialism.
    private static func fold(_ text: String) -> String {
        let isSettled = text.unicodeScalars.allSatisfy(isSettled)
        let mapped = isSettled ? text : text.precomposedStringWithCompatibilityMapping
        let small = mapped.lowercased()
        return small.utf8.contains(UInt8(ascii: ".")) ? small.filter { $0 != "." } : small
    }

    /// Whether compatibility mapping leaves a character alone, and no character that it leaves alone composes with it:
    /// letters of which nearly all words are.
    static func isSettled(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        // ASCII; Latin-1's letters; Cyrillic; Arabic's letters; Kana; unified Han.
        case 0..<0x80, 0xC0..<0x100, 0x410..<0x460, 0x621..<0x63B, 0x641..<0x64B, 0x3041..<0x3097, 0x30A1..<0x30FB,
            0x4E00..<0x9FA6:
            true
        default: false
        }
    }

    private static func tokens(_ text: String) -> [String] {
        fold(text).split { !$0.isLetter && !$0.isNumber }.map { token in
            token.count > 3 && token.hasSuffix("s") ? String(token.dropLast()) : String(token)
        }
    }

    private static func isUnspaced(_ text: String) -> Bool {
        text.unicodeScalars.contains { (0x2E80...0x9FFF).contains($0.value) || (0x0E00...0x0EFF).contains($0.value) }
    }
}

extension AcronymTable {
    /// All acronyms of a language with their things, as the table has them.
    public func acronyms(in language: String) -> [(acronym: String, thing: String)] {
        entries.filter { $0.language == language }.flatMap { entry in entry.acronyms.map { ($0, entry.thing) } }
    }
}
