public import Catalog
public import InvertedIndex
internal import Legislation
internal import Obligations
internal import ProvisionIndex
internal import TextAnalysis

/// Completes a question that is being typed: its last word from the terms of the index, and all of it to names of
/// concepts, laws and States, the most frequent first.
///
/// Holds analyzers, which are not for sharing: each thread has its own.
public final class QuestionCompleter {
    private let index: IndexSearcher
    private let names: ConceptNames
    private let titles: [LawTitle]
    private var analyzers: [String: Analyzer] = [:]

    /// Concepts whose provisions are counted.
    private static let countedConcepts = 24
    /// Letters that a word needs before terms are looked for.
    private static let shortestBeginning = 2

    /// A completer for an index and the catalog that it is derived from. Reads the titles of all laws.
    ///
    /// - Throws: `CatalogError` when reading fails.
    public init(catalog: Catalog, index: IndexSearcher, names: ConceptNames) throws {
        self.index = index
        self.names = names
        titles = try catalog.lawTitles()
    }

    /// Completions, kind by kind in the order of ``Completion/Kind``; in each those that begin as the text does first,
    /// then the most frequent.
    ///
    /// - Parameters:
    ///   - text: what has been typed; its words are beginnings of words.
    ///   - language: BCP 47 tag of the names of States and of what is typed; nil where it is to be found.
    ///   - limit: completions of a kind at most.
    /// - Throws: `IndexError` when damage is met.
    public func completions(of text: String, language: String? = nil, limit: Int = 5) throws -> [Completion] {
        guard limit > 0, let pattern = PrefixPattern(text) else { return [] }
        let languages = language.map { [$0] } ?? StemLanguages.candidates(for: text)
        return try terms(text, language: languages.first ?? "root", limit: limit)
            + concepts(pattern, languages: languages, limit: limit) + laws(pattern, limit: limit)
            + states(pattern, languages: languages, limit: limit)
    }

    private typealias Ranked = (fit: PrefixPattern.Fit, completion: Completion)

    private static func best(_ found: [Ranked], _ limit: Int) -> [Completion] {
        found.enumerated().sorted { left, right in
            let (first, second) = (left.element, right.element)
            if first.fit != second.fit { return first.fit < second.fit }
            if first.completion.provisions != second.completion.provisions {
                return first.completion.provisions > second.completion.provisions
            }
            return left.offset < right.offset
        }.prefix(limit).map(\.element.completion)
    }

    // MARK: Terms

    private func terms(_ text: String, language: String, limit: Int) throws -> [Completion] {
        // A word that is finished has nothing to complete.
        guard let last = text.unicodeScalars.last, QueryText.isWordScalar(last),
            let unit = WordAnalysis(text, analyzers: [analyzer(language)]).units.last
        else { return [] }
        let beginning = String(decoding: unit.exact.dropFirst(), as: UTF8.self).unicodeScalars
        let isHan = beginning.first.map(StateNameTable.isUnspaced) ?? false
        guard beginning.count >= (isHan ? 1 : Self.shortestBeginning) else { return [] }
        var found: [[UInt8]: Int] = [:]
        try index.forEachTerm(prefix: unit.exact) { key, frequency in
            found[key, default: 0] += frequency
            return true
        }
        let before = String(decoding: text.utf8.prefix(Int(unit.range.lowerBound)), as: UTF8.self)
        return found.sorted { $0.value != $1.value ? $0.value > $1.value : $0.key.lexicographicallyPrecedes($1.key) }
            .prefix(limit).map { key, frequency in
                Completion(
                    kind: .term, text: before + String(decoding: key.dropFirst(), as: UTF8.self), language: nil,
                    id: nil, provisions: frequency)
            }
    }

    // MARK: Concepts

    private func concepts(_ pattern: PrefixPattern, languages: [String], limit: Int) throws -> [Completion] {
        var found: [(fit: PrefixPattern.Fit, place: Int, label: Concept.Label, id: String)] = []
        for concept in names.entries {
            // Of a concept's names the first that fits best, in a likely language before others.
            var best: (fit: PrefixPattern.Fit, place: Int, label: Concept.Label)?
            for label in concept.labels {
                guard let fit = pattern.fit(label.text) else { continue }
                let place = languages.firstIndex(of: label.language) ?? languages.count
                if best.map({ (fit.rawValue, place) < ($0.fit.rawValue, $0.place) }) ?? true {
                    best = (fit, place, label)
                }
            }
            if let best { found.append((best.fit, best.place, best.label, concept.id)) }
        }
        let counted = found.enumerated().sorted {
            ($0.element.fit.rawValue, $0.element.place, $0.element.label.text.count, $0.offset)
                < ($1.element.fit.rawValue, $1.element.place, $1.element.label.text.count, $1.offset)
        }.prefix(Self.countedConcepts)
        let ranked = try counted.map { _, concept -> Ranked in
            let completion = Completion(
                kind: .concept, text: concept.label.text, language: concept.label.language, id: concept.id,
                provisions: try provisions(holding: concept.label))
            return (concept.fit, completion)
        }
        return Self.best(ranked, limit)
    }

    private func provisions(holding label: Concept.Label) throws -> Int {
        let analysis = WordAnalysis(label.text, analyzers: [analyzer(label.language)])
        guard let first = analysis.units.first else { return 0 }
        let slots = analysis.units.map { unit in
            IndexPhrase.Slot(keys: [unit.exact] + unit.stems.map(\.key), offset: unit.position - first.position)
        }
        return try index.matches(.phrase(IndexPhrase(slots: slots))).reduce(0) { $0 + $1.count }
    }

    // MARK: Laws and States

    private func laws(_ pattern: PrefixPattern, limit: Int) -> [Completion] {
        Self.best(
            titles.compactMap { title in
                pattern.fit(title.title).map { fit in
                    let completion = Completion(
                        kind: .law, text: title.title, language: title.language.tag, id: title.expression,
                        provisions: title.provisions)
                    return (fit, completion)
                }
            }, limit)
    }

    private func states(_ pattern: PrefixPattern, languages: [String], limit: Int) throws -> [Completion] {
        var chosen = Array(languages.prefix(3))
        if !chosen.contains("en") { chosen.append("en") }
        var found: [Ranked] = []
        for jurisdiction in Jurisdiction.all {
            for language in chosen {
                let name = jurisdiction.name(in: language)
                guard name != jurisdiction.code, let fit = pattern.fit(name) else { continue }
                let key = TermSpace.keyword.key(FilterKeyword.country(jurisdiction.code))
                let completion = Completion(
                    kind: .state, text: name, language: language, id: jurisdiction.code,
                    provisions: try index.documentFrequency(key))
                found.append((fit, completion))
                break
            }
        }
        return Self.best(found, limit)
    }

    private func analyzer(_ language: String) -> Analyzer {
        if let analyzer = analyzers[language] { return analyzer }
        let analyzer = Analyzer(language: language)
        analyzers[language] = analyzer
        return analyzer
    }
}
