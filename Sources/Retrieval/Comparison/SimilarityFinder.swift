internal import Catalog
internal import Foundation
internal import InvertedIndex
internal import Legislation
internal import Obligations
internal import ProvisionIndex
internal import TextAnalysis

/// Finds provisions that are near a given one, also in other languages.
///
/// Candidates come from three questions (words, cells, names of concepts in each other language); all candidates are
/// then compared with the provision by words (in its own language), concepts and cells. Texts that are nearly the same
/// stand once, and no State fills the answer alone (maximal marginal relevance).
public final class SimilarityFinder {
    private let open: OpenIndex
    private let thesaurus: Thesaurus
    private let recognizer: ConceptRecognizer
    private let queries: SimilarityQueries
    private var rarity: [StemKey: Double] = [:]

    private static let candidatesByQuestion = 150
    private static let candidatesByLanguage = 25
    private static let lambda = 0.8
    private static let sameState = 0.4
    private static let sameLaw = 0.6

    /// Opens the index in `folder` for reading, and the complete thesaurus.
    ///
    /// - Throws: `CatalogError`, `IndexError`, `ResourceError` or `ThesaurusError` when a part is missing or damaged.
    public init(folder: String) throws {
        open = try OpenIndex(folder: folder)
        thesaurus = try Thesaurus(.complete)
        recognizer = ConceptRecognizer(thesaurus: thesaurus)
        queries = SimilarityQueries(open: open, thesaurus: thesaurus)
    }

    /// Finds similar provisions.
    ///
    /// - Throws: ``ComparisonError/unknownProvision(_:index:)`` or ``ComparisonError/notAProvision(_:)`` when the IRI
    ///   names none; `IndexError` or `CatalogError` when damage is met.
    public func similar(to request: SimilarityRequest) throws -> SimilarProvisions {
        let record = try record(named: request.iri)
        let source = traits(record, cells: try cells(of: record))
        let words = try weighted(source)
        let pool = try candidates(source, words, request)
        let concepts = conceptRarity(pool + [source])
        let sourceConcepts = WeightedTerms(frequencies: source.concepts) { concepts[$0] ?? 0 }
        var scored: [Scored] = []
        for traits in pool where traits.record.id != record.id {
            let own = WeightedTerms(frequencies: traits.concepts) { concepts[$0] ?? 0 }
            let isSameLanguage = traits.record.textLanguage.primary == record.textLanguage.primary
            let parts = SimilarityParts(
                words: isSameLanguage ? words.cosine(try weighted(traits)) : nil,
                concepts: sourceConcepts.cosine(own),
                cells: ProvisionTraits.likeness(source.cells, traits.cells))
            guard parts.score > 0 else { continue }
            scored.append(Scored(traits: traits, parts: parts, shared: sourceConcepts.shared(own)))
        }
        scored.sort {
            $0.parts.score != $1.parts.score
                ? $0.parts.score > $1.parts.score : $0.traits.record.id < $1.traits.record.id
        }
        return answer(request, source: source, scored)
    }

    private struct Scored {
        var traits: ProvisionTraits
        var parts: SimilarityParts
        var shared: [(term: Int, product: Double)]
    }

    // MARK: The provision

    private func record(named iri: String) throws -> ProvisionRecord {
        if let record = try open.catalog.provision(externalID: iri) { return record }
        let parts = iri.split(separator: "#", maxSplits: 1).map(String.init)
        guard parts.count == 2 else {
            if try open.catalog.law(iri: iri) != nil { throw ComparisonError.notAProvision(iri) }
            throw ComparisonError.unknownProvision(iri, index: open.folder)
        }
        guard let record = try open.catalog.provision(iri: parts[0], eId: parts[1]) else {
            throw ComparisonError.unknownProvision(iri, index: open.folder)
        }
        return record
    }

    private func cells(of record: ProvisionRecord) throws -> [CellScore] {
        let number = UInt64(record.id)
        let place = IndexQuery.number(column: ProvisionSchema.ColumnName.provision, range: number...number)
        // A provision that the index has not followed yet has no cells so far.
        return try open.index.search(place, limit: 1).first.map {
            CellTerms.scores(of: open.index.payload(of: $0.document), matrix: open.matrix)
        } ?? []
    }

    private func traits(_ record: ProvisionRecord, cells: [CellScore]) -> ProvisionTraits {
        ProvisionTraits(record, cells: cells, open: open, recognizer: recognizer)
    }

    private func weighted(_ traits: ProvisionTraits) throws -> WeightedTerms<StemKey> {
        for stem in traits.stems.keys where rarity[stem] == nil {
            rarity[stem] = try queries.idf(TermSpace.stem.key(stem.bytes))
        }
        return WeightedTerms(frequencies: traits.stems) { rarity[$0] ?? 0 }
    }

    /// Whose provisions are not wanted where only those of other States are: model texts are of no State.
    private static func leftOut(_ source: ProvisionRecord) -> [Jurisdiction] {
        [source.law.law.jurisdiction, .unitedNations]
    }

    // MARK: Candidates

    private func candidates(
        _ source: ProvisionTraits, _ words: WeightedTerms<StemKey>, _ request: SimilarityRequest
    ) throws -> [ProvisionTraits] {
        var documents: [UInt64] = []
        var seen: Set<UInt64> = []
        func take(_ query: IndexQuery, _ limit: Int) throws {
            for hit in try open.index.search(query, limit: limit) where seen.insert(hit.document).inserted {
                documents.append(hit.document)
            }
        }
        let byWords = queries.words(words, frequencies: source.stems)
        let left = OpenIndex.countries(Self.leftOut(source.record).map(\.code))
        func others(_ query: IndexQuery) -> IndexQuery {
            request.includesOwnState ? query : .excluding(query, left)
        }
        // The same text elsewhere in the own State is wanted in any case.
        try take(byWords, Self.candidatesByLanguage)
        try take(others(byWords), Self.candidatesByQuestion)
        try take(others(queries.cells(source.cells)), Self.candidatesByQuestion)
        let concepts = try conceptWeights(source)
        for language in try queries.languages(without: source.record.textLanguage.primary) {
            guard let query = queries.concepts(concepts, language: language) else { continue }
            try take(others(query), Self.candidatesByLanguage)
        }
        return try open.records(of: documents).map { traits($0.record, cells: $0.cells) }
    }

    /// Before candidates are known, a concept is as rare as the words of its name that stand in the provision.
    private func conceptWeights(_ source: ProvisionTraits) throws -> WeightedTerms<Int> {
        let language = source.record.textLanguage.primary
        var rare: [Int: Double] = [:]
        for place in source.concepts.keys {
            var tokens: Set<StemKey> = []
            for label in thesaurus.concepts[place].labels where [language, "mul"].contains(label.language) {
                tokens.formUnion(stems(of: label.text, language: language))
            }
            let weights = try tokens.filter { source.stems[$0] != nil }.map {
                try queries.idf(TermSpace.stem.key($0.bytes))
            }
            rare[place] = weights.max() ?? 1
        }
        return WeightedTerms(frequencies: source.concepts) { rare[$0] ?? 0 }
    }

    private func stems(of text: String, language: String) -> [StemKey] {
        var tokens = TokenBuffer()
        open.analyze(text, language: language, into: &tokens)
        return tokens.records.filter { $0.form == .stem }.map {
            let start = Int($0.termOffset)
            return StemKey(bytes: Array(tokens.termBytes[start..<(start + Int($0.termLength))]))
        }
    }

    /// How telling each concept is among the candidates.
    private func conceptRarity(_ pool: [ProvisionTraits]) -> [Int: Double] {
        var frequency: [Int: Int] = [:]
        for traits in pool { for concept in traits.concepts.keys { frequency[concept, default: 0] += 1 } }
        return frequency.mapValues { log1p((Double(pool.count - $0) + 0.5) / (Double($0) + 0.5)) }
    }

    // MARK: The answer

    private func answer(
        _ request: SimilarityRequest, source: ProvisionTraits, _ scored: [Scored]
    ) -> SimilarProvisions {
        // The provision leads its own group, so what is the same text never stands among the hits.
        let groups = NearDuplicates.groups([source.shingles] + scored.map(\.traits.shingles))
        let sameText = groups[0].dropFirst().map { scored[$0 - 1].traits.record }
        let left = Self.leftOut(source.record)
        let kept = groups.dropFirst().map { $0.map { $0 - 1 } }.filter { group in
            request.includesOwnState || !left.contains(scored[group[0]].traits.record.law.law.jurisdiction)
        }
        let leaders = kept.map { scored[$0[0]] }
        let choice = MaximalMarginalRelevance(
            lambda: Self.lambda, relevance: leaders.map(\.parts.score)
        ) { left, right in
            let (first, second) = (leaders[left].traits, leaders[right].traits)
            let alike = first.shingles.resemblance(second.shingles)
            if first.record.law.law.work == second.record.law.law.work { return max(Self.sameLaw, alike) }
            return first.record.law.law.jurisdiction == second.record.law.law.jurisdiction
                ? max(Self.sameState, alike) : alike
        }
        let chosen = choice.choose(max(1, request.count), from: [Array(leaders.indices)])
        return SimilarProvisions(
            source: source.record, sameText: sameText,
            // The choice is for variety, the order for reading: nearest first.
            hits: chosen.sorted().enumerated().map { place, group in
                hit(leaders[group], rank: place + 1, source, sameText: kept[group].dropFirst().map { scored[$0] })
            })
    }

    private func hit(
        _ scored: Scored, rank: Int, _ source: ProvisionTraits, sameText: [Scored]
    ) -> SimilarProvision {
        let concepts = scored.shared.sorted { ($1.product, $0.term) < ($0.product, $1.term) }.prefix(6)
            .map { thesaurus.concepts[$0.term].title() }
        var served: [ObligationCode: Double] = [:]
        for score in scored.traits.cells {
            let confidence = source.cells.filter { $0.cell.code == score.cell.code }.map(\.confidence).max()
            guard let confidence else { continue }
            served[score.cell.code] = max(served[score.cell.code] ?? 0, min(confidence, score.confidence))
        }
        let rows = served.sorted { $0.value != $1.value ? $0.value > $1.value : $0.key < $1.key }.prefix(4).map(\.key)
        return SimilarProvision(
            rank: rank, record: scored.traits.record, score: scored.parts.score, parts: scored.parts,
            concepts: concepts, rows: rows, sameText: sameText.map(\.traits.record))
    }
}
