internal import InvertedIndex
internal import ProvisionIndex
internal import TextAnalysis
internal import Translation

/// What a question says in everyday words, put into the words of the law: `拖欠工资` into 劳动报酬, and 劳动合同法 as the
/// statute that governs it.
///
/// The words are further terms of a best match, with less weight than those that were typed; so are the titles.
/// Source: expansion by a hand-made thesaurus, E. M. Voorhees, "Query expansion using lexical-semantic relations",
/// SIGIR 1994, which found that it pays for short questions whose words are not those of the texts, as here. Not taken:
/// statutes before regulations wherever both match; what is sought may be in a regulation.
final class EverydayReading {
    private let table: EverydayTable
    private let language: String
    private let analyzer: Analyzer
    private let known: KnownTerms
    private let profile: RankingProfile
    /// What stands in more than a third of the provisions, as 或者 does, says nothing.
    private static let leastWeight = 1.0
    /// What was looked for in place of words of the question.
    private(set) var terms: [QuestionTranslation.Weighted] = []

    init(table: EverydayTable, language: String, analyzer: Analyzer, known: KnownTerms, profile: RankingProfile) {
        self.table = table
        self.language = language
        self.analyzer = analyzer
        self.known = known
        self.profile = profile
    }

    /// The terms that are looked for besides the words of a question.
    ///
    /// - Parameter own: keys of the question's own terms, which say the same already.
    /// - Throws: `IndexError` when damage is met.
    func terms(for text: String, besides own: Set<[UInt8]>) throws -> [IndexQuery] {
        let matches = table.matches(in: text)
        terms = []
        var seen = own
        for match in matches {
            let source = TranslatedTerm.Source(match.expression)
            for word in match.words { try add(word, source, &seen) }
        }
        let words = terms.map { IndexQuery.term(IndexTerm($0.term.part.term, boost: $0.boost)) }
        return try words + statutes(matches)
    }

    private func add(_ word: String, _ source: TranslatedTerm.Source, _ seen: inout Set<[UInt8]>) throws {
        let analysis = WordAnalysis(word, analyzers: [analyzer])
        let bigrams = analysis.units.map { (key: $0.exact, weight: profile.bigramWeight) }
        let dictionary = (analysis.units.flatMap(\.stems) + analysis.words)
            .map { (key: $0.key, weight: profile.hanWordWeight) }
        for part in bigrams + dictionary where seen.insert(part.key).inserted {
            let term = try known.term(part.key)
            guard term.weight > Self.leastWeight else { continue }
            let share = 1 / Float(part.key.first == TermSpace.exact.rawValue ? bigrams.count : dictionary.count)
            terms.append(
                (
                    TranslatedTerm(
                        part: TranslationPart(term: term, share: share, translation: word, language: language),
                        weight: part.weight, positions: 0...0, source: source),
                    profile.everydayWeight * part.weight
                ))
        }
    }

    /// Titles of statutes, in titles and headings, where some publishers repeat them. A title counts the more the more words
    /// of the question lead to it, and the same whatever it is made of: each term's rarity is divided out.
    private func statutes(_ matches: [EverydayTable.Match]) throws -> [IndexQuery] {
        guard profile.statuteWeight > 0 else { return [] }
        var boosts: [[UInt8]: Float] = [:]
        for title in matches.flatMap(\.statutes) {
            let units = WordAnalysis(title, analyzers: [analyzer]).units
            for unit in units { boosts[unit.exact, default: 0] += profile.statuteWeight / Float(units.count) }
        }
        return try boosts.sorted { $0.key.lexicographicallyPrecedes($1.key) }.compactMap { key, boost in
            let term = try known.term(key)
            guard term.documentFrequency > 0 else { return nil }
            return .term(IndexTerm(term, boost: boost / max(Float(term.weight), 0.5), fields: [.heading, .title]))
        }
    }
}
