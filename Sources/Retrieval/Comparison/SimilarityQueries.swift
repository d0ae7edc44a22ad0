internal import Foundation
internal import InvertedIndex
internal import Legislation
internal import Obligations
internal import ProvisionIndex
internal import TextAnalysis

/// The questions by which candidates for similarity are found: the provision's most telling words, its cells, and the
/// names of its concepts in the other languages of the index.
struct SimilarityQueries {
    let open: OpenIndex
    let thesaurus: Thesaurus

    /// Words of the provision that are asked for.
    private static let wordLimit = 24
    private static let cellLimit = 6
    /// Concepts whose names are asked for in each language.
    private static let conceptLimit = 12
    /// Languages that are asked, those with most provisions first.
    static let languageLimit = 24

    /// How telling a term of the index is; 0 for one that stands in a single provision or none.
    ///
    /// Robertson and Sparck Jones' weight in the form that is never negative, as the index scores it.
    func idf(_ key: [UInt8]) throws -> Double {
        let frequency = try open.index.documentFrequency(key)
        let count = max(open.index.liveDocumentCount, frequency)
        return frequency < 2 ? 0 : log1p((Double(count - frequency) + 0.5) / (Double(frequency) + 0.5))
    }

    /// The words with the greatest weight; the index multiplies by their rarity itself.
    func words(_ terms: WeightedTerms<StemKey>, frequencies: [StemKey: Int]) -> IndexQuery {
        Self.any(
            terms.heaviest(Self.wordLimit).map { stem in
                let boost = Float(1 + log(Double(frequencies[stem] ?? 1)))
                return .term(IndexTerm(TermSpace.stem.key(stem.bytes), boost: boost))
            })
    }

    /// The surest cells.
    func cells(_ scores: [CellScore]) -> IndexQuery {
        Self.any(
            scores.prefix(Self.cellLimit).map { score in
                let term = CellTerms.term(
                    code: score.cell.code.rawValue, weapon: score.cell.weapon, aspect: score.cell.aspect)
                return .term(IndexTerm(TermSpace.cell.key(term), boost: Float(score.confidence)))
            })
    }

    /// Names of the concepts in a language, each as a phrase of stems; nil where none has a name there.
    ///
    /// - Parameter concepts: places in the thesaurus with a weight, at least 0.
    func concepts(_ concepts: WeightedTerms<Int>, language: String) -> IndexQuery? {
        let chosen = concepts.heaviest(Self.conceptLimit)
        let top = chosen.first.flatMap { concepts.weights[$0] } ?? 0
        var parts: [IndexQuery] = []
        for place in chosen {
            let labels = thesaurus.concepts[place].labels.filter { $0.language == language }
            for label in labels.prefix(2) {
                guard
                    let phrase = phrase(
                        label.text, language: language, boost: Float((concepts.weights[place] ?? 0) / top))
                else { continue }
                parts.append(phrase)
            }
        }
        guard !parts.isEmpty else { return nil }
        return .filtered(Self.any(parts), by: .termSet([TermSpace.keyword.key(FilterKeyword.language(language))]))
    }

    private func phrase(_ text: String, language: String, boost: Float) -> IndexQuery? {
        var tokens = TokenBuffer()
        open.analyze(text, language: language, into: &tokens)
        var slots: [UInt32: IndexPhrase.Slot] = [:]
        for (place, record) in tokens.records.enumerated() where !tokens.endsRun(place) {
            let start = Int(record.termOffset)
            let bytes = tokens.termBytes[start..<(start + Int(record.termLength))]
            let key = (record.form == .exact ? TermSpace.exact : .stem).key(bytes)
            slots[record.position, default: .init(keys: [], offset: record.position)].keys.append(key)
        }
        let ordered = slots.values.sorted { $0.offset < $1.offset }
        guard let first = ordered.first else { return nil }
        guard ordered.count > 1 else { return Self.any(first.keys.map { .term(IndexTerm($0, boost: boost)) }) }
        return .phrase(
            IndexPhrase(
                slots: ordered.map { .init(keys: $0.keys, offset: $0.offset - first.offset) }, boost: boost))
    }

    /// Primary tags of the languages of the index, those with most provisions first, without one.
    func languages(without own: String) throws -> [String] {
        let all = open.index.facet(ProvisionSchema.ColumnName.language, in: try open.index.matches(.everything))
        var counts: [String: Int] = [:]
        for (tag, count) in all { counts[String(tag.prefix { $0 != "-" }), default: 0] += count }
        counts[own] = nil
        let sorted = counts.sorted { $0.value != $1.value ? $0.value > $1.value : $0.key < $1.key }
        return sorted.prefix(Self.languageLimit).map(\.key)
    }

    private static func any(_ parts: [IndexQuery]) -> IndexQuery {
        parts.isEmpty ? .nothing : parts.count == 1 ? parts[0] : .any(parts)
    }
}
