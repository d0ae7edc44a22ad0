internal import Legislation
internal import Obligations
internal import TextAnalysis

/// Finds the names of States in the words of questions.
///
/// Names are CLDR's in the languages that the question may be in, and English, with those of `state-names.tsv`. The longest
/// name wins (Guinea-Bissau, not Guinea). A name that is also another word (Chad, Turkey, Georgia) is taken only with a
/// capital, and one of a language that the question is less likely in as well. What is found is a preference, never a
/// filter, so a name that was meant otherwise hides nothing.
final class StateRecognizer {
    private var tables: [String: StateNameTable] = [:]
    private var resource: StateNameResource?
    private let resources: ResourceFolder
    private lazy var english = Analyzer(language: "en")

    /// Languages whose names are looked for, beside English.
    private static let languages = 2

    init(resources: ResourceFolder = ResourceFolder()) { self.resources = resources }

    /// The States a question names outside quotation marks, each name once, in order; none where the question
    /// restricts countries or regions itself.
    ///
    /// - Parameter analyzers: of the languages the question may be in, the likeliest first.
    /// - Throws: `ResourceError` where the names cannot be read.
    func mentions(in query: Query, analyzers: [Analyzer]) throws(ResourceError) -> [StateMention] {
        guard !Self.restrictsCountry(query.root) else { return [] }
        let groups = Self.plainWords(query.root)
        guard !groups.isEmpty else { return [] }
        var candidates: [StateMention] = []
        var chosen = Array(analyzers.prefix(Self.languages))
        if !chosen.contains(where: { $0.language == "en" }) { chosen.append(english) }
        for (rank, analyzer) in chosen.enumerated() {
            let table = try table(analyzer)
            for words in groups {
                candidates += Self.candidates(words, table, analyzer, isLikely: rank == 0 || analyzer.language == "en")
            }
        }
        return Self.longest(candidates)
    }

    private func table(_ analyzer: Analyzer) throws(ResourceError) -> StateNameTable {
        if let table = tables[analyzer.language] { return table }
        let names: StateNameResource
        if let resource { names = resource } else { names = try StateNameResource(resources: resources) }
        resource = names
        let table = StateNameTable(analyzer: analyzer, resource: names)
        tables[analyzer.language] = table
        return table
    }

    private static func candidates(
        _ words: [QueryWord], _ table: StateNameTable, _ analyzer: Analyzer, isLikely: Bool
    ) -> [StateMention] {
        var tokens: [(text: String, range: Range<Int>, isCapital: Bool, written: String)] = []
        var found: [StateMention] = []
        for word in words {
            let start = word.span.range.lowerBound
            let bytes = Array(word.text.utf8)
            if word.text.unicodeScalars.contains(where: StateNameTable.isUnspaced) {
                found += unspaced(word.text, at: start, table)
            }
            for token in StateNameTable.tokens(word.text, analyzer: analyzer) {
                let written = String(decoding: bytes[token.range], as: UTF8.self)
                let isCapital = written.first.map { $0.isUppercase || !$0.isCased } ?? false
                let range = start + token.range.lowerBound..<start + token.range.upperBound
                tokens.append((token.text, range, isCapital, written))
            }
        }
        var place = 0
        while place < tokens.count {
            let names = table.byFirstToken[tokens[place].text] ?? []
            let name = names.first { name in
                place + name.tokens.count <= tokens.count
                    && name.tokens.indices.allSatisfy { tokens[place + $0].text == name.tokens[$0] }
                    && (isLikely && !name.isAmbiguous || tokens[place].isCapital)
                    && (!name.isInCapitals || tokens[place].written == tokens[place].written.uppercased())
            }
            guard let name else {
                place += 1
                continue
            }
            let own = tokens[place..<place + name.tokens.count]
            let range = tokens[place].range.lowerBound..<tokens[own.endIndex - 1].range.upperBound
            let text = own.map(\.written).joined(separator: " ")
            found.append(StateMention(jurisdictions: jurisdictions(name.codes), text: text, range: range))
            place = own.endIndex
        }
        return found
    }

    /// Names within a run of Han or the like, from the left, the longest first.
    private static func unspaced(_ word: String, at start: Int, _ table: StateNameTable) -> [StateMention] {
        var found: [StateMention] = []
        var rest = word[...]
        while let first = rest.first {
            guard let name = table.unspaced[first]?.first(where: { rest.hasPrefix($0.text) }) else {
                rest = rest.dropFirst()
                continue
            }
            let from = start + word.utf8.count - rest.utf8.count
            found.append(
                StateMention(
                    jurisdictions: jurisdictions(name.codes), text: name.text,
                    range: from..<from + name.text.utf8.count))
            rest = rest.dropFirst(name.text.count)
        }
        return found
    }

    private static func jurisdictions(_ codes: [String]) -> [Jurisdiction] {
        codes.compactMap { try? Jurisdiction(code: $0) }
    }

    /// Of names that overlap the longest, of equal ones that of the likelier language; without those that mean no
    /// State.
    private static func longest(_ candidates: [StateMention]) -> [StateMention] {
        var kept: [StateMention] = []
        let ranked = candidates.enumerated().sorted {
            ($1.element.range.count, $0.offset) < ($0.element.range.count, $1.offset)
        }
        for (_, candidate) in ranked where !kept.contains(where: { $0.range.overlaps(candidate.range) }) {
            kept.append(candidate)
        }
        return kept.filter { !$0.jurisdictions.isEmpty }.sorted { $0.range.lowerBound < $1.range.lowerBound }
    }

    // MARK: The question's tree

    /// Groups of words that stand side by side outside quotation marks and what is left out.
    private static func plainWords(_ node: QueryNode) -> [[QueryWord]] {
        switch node {
        case .words(let words): [words]
        case .all(let nodes), .any(let nodes): nodes.flatMap(plainWords)
        case .clauses(let clauses):
            clauses.filter { $0.occurrence != .mustNot }.flatMap { plainWords($0.node) }
        case .phrase, .prefix, .fuzzy, .near, .scoped, .filter, .not: []
        }
    }

    private static func restrictsCountry(_ node: QueryNode) -> Bool {
        switch node {
        case .filter(.country, _), .filter(.region, _): true
        case .not(let inner), .scoped(_, let inner): restrictsCountry(inner)
        case .all(let nodes), .any(let nodes): nodes.contains(where: restrictsCountry)
        case .clauses(let clauses): clauses.contains { restrictsCountry($0.node) }
        case .words, .phrase, .prefix, .fuzzy, .near, .filter: false
        }
    }
}
