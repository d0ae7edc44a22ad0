internal import Foundation

/// A query with everything looked up that it needs from the whole index: document frequencies, average length, scale.
struct QueryPlan {
    let scale: ScoreScale
    private let query: IndexQuery
    private let parameters: RankingParameters
    private let isOverridden: Bool
    private let averageLength: Float
    private let normalization: NormalizationTable
    private let weights: [[UInt8]: Double]
    private let entries: [[[UInt8]: TermEntry]]

    /// Keeps the 256 values in place for the scorers that point at them.
    final class NormalizationTable {
        let values: UnsafeMutablePointer<Float>
        init(_ table: [Float]) {
            values = .allocate(capacity: 256)
            for index in 0..<256 { values[index] = index < table.count ? table[index] : 1 }
        }
        deinit { values.deallocate() }
    }

    init(_ query: IndexQuery, segments: [SegmentReader], parameters given: RankingParameters?) throws(IndexError) {
        self.query = query
        let stored = segments.first?.statistics.parameters ?? .standard
        parameters = given ?? stored
        let chosen = given ?? stored
        isOverridden = segments.contains { $0.statistics.parameters != chosen }
        let documents = segments.reduce(0) { $0 + $1.documentCount }
        let length = segments.reduce(UInt64(0)) { $0 + $1.statistics.totalLength }
        averageLength = documents == 0 ? 1 : Float(Double(length) / Double(documents))
        normalization = NormalizationTable(ImpactModel.normalization(chosen, averageLength: averageLength))

        var found: [[[UInt8]: TermEntry]] = []
        var frequencies: [[UInt8]: Int] = [:]
        let keys = query.keys
        for segment in segments {
            var inSegment: [[UInt8]: TermEntry] = [:]
            for key in keys {
                guard let entry = try segment.terms.find(key) else { continue }
                inSegment[key] = entry
                frequencies[key, default: 0] += Int(entry.documentFrequency)
            }
            found.append(inSegment)
        }
        entries = found
        // Robertson and Sparck Jones' weight in the form that is never negative (as in Lucene).
        weights = frequencies.mapValues { frequency in
            log1p((Double(documents - frequency) + 0.5) / (Double(frequency) + 0.5))
        }
        scale = ScoreScale(totalWeight: query.highestScore { [weights] in max(weights[$0] ?? 0, 1) })
    }

    /// Offers the segment's documents to `collector`.
    func search(
        _ segment: IndexSearcher.OpenSegment, number: Int, into collector: inout TopCollector, exhaustive: Bool
    ) throws(IndexError) {
        let reader = segment.reader
        var damaged: Bool
        if !exhaustive, let (terms, filter, excluded) = disjunction, !isSelective(filter, reader, number, terms) {
            let filter = try filter.map { query throws(IndexError) in try iterator(query, reader, number) }
            let excluded = try excluded.map { query throws(IndexError) in try iterator(query, reader, number) }
            var lists: [(list: PostingList, scorer: TermScorer)] = []
            for term in terms {
                guard let entry = entries[number][term.key] else { continue }
                let list = try reader.postingList(entry)
                lists.append((list, scorer(term, list, reader)))
            }
            guard !lists.isEmpty else { return }
            var search = DisjunctionSearch(lists, documentCount: reader.documentCount)
            search.run(into: &collector, base: segment.base) { document in
                if let deleted = segment.deleted, deleted.contains(document) { return false }
                if let filter {
                    filter.advance(to: document)
                    if filter.document != document { return false }
                }
                if let excluded {
                    excluded.advance(to: document)
                    if excluded.document == document { return false }
                }
                return true
            }
            damaged = search.isDamaged || filter?.isDamaged ?? false || excluded?.isDamaged ?? false
        } else {
            let iterator = try iterator(reader, number: number)
            while iterator.document != PostingCursor.end {
                if !(segment.deleted?.contains(iterator.document) ?? false) {
                    collector.offer(score: iterator.score(), document: segment.base + UInt64(iterator.document))
                    if !exhaustive, collector.threshold > 0 { iterator.raise(threshold: collector.threshold) }
                }
                iterator.next()
            }
            damaged = iterator.isDamaged
        }
        // The scorers point into `normalization`; it must outlive them.
        withExtendedLifetime(normalization) {}
        if damaged { throw .corrupt(file: reader.path, place: "section postings or positions") }
    }

    /// The query as a disjunction of whole terms with a filter and an exclusion, if it has that form.
    private var disjunction: (terms: [IndexTerm], filter: IndexQuery?, excluded: IndexQuery?)? {
        switch query {
        case .filtered(let inner, let filter):
            if case .excluding(let kept, let excluded) = inner {
                return kept.terms.map { ($0, filter, excluded) }
            }
            return inner.terms.map { ($0, filter, nil) }
        case .excluding(let kept, let excluded): return kept.terms.map { ($0, nil, excluded) }
        default: return query.terms.map { ($0, nil, nil) }
        }
    }

    /// Whether it is better to go through the filter's documents than through the terms'.
    private func isSelective(
        _ filter: IndexQuery?, _ reader: SegmentReader, _ number: Int, _ terms: [IndexTerm]
    ) -> Bool {
        guard let filter, let iterator = try? iterator(filter, reader, number) else { return false }
        let postings = terms.reduce(0) { $0 + Int(entries[number][$1.key]?.documentFrequency ?? 0) }
        return iterator.cost < postings / 16
    }

    /// An iterator over the segment's matches, deleted documents included.
    func iterator(_ reader: SegmentReader, number: Int) throws(IndexError) -> DocumentIterator {
        try iterator(query, reader, number)
    }

    private func iterator(
        _ query: IndexQuery, _ reader: SegmentReader, _ number: Int
    ) throws(IndexError) -> DocumentIterator {
        switch query {
        case .term(let term):
            guard let entry = entries[number][term.key] else { return EmptyIterator() }
            let list = try reader.postingList(entry)
            return TermIterator(
                list, documentCount: reader.documentCount, scorer: scorer(term, list, reader), fields: term.fields)
        case .any(let parts):
            let iterators = try parts.map { part throws(IndexError) in try iterator(part, reader, number) }
            return UnionIterator(iterators)
        case .all(let parts):
            guard !parts.isEmpty else { return EmptyIterator() }
            let iterators = try parts.map { part throws(IndexError) in try iterator(part, reader, number) }
            return IntersectionIterator(scored: iterators, filters: [])
        case .filtered(let inner, let filter):
            return IntersectionIterator(
                scored: [try iterator(inner, reader, number)], filters: [try iterator(filter, reader, number)])
        case .excluding(let kept, let excluded):
            return ExclusionIterator(
                try iterator(kept, reader, number), excluding: try iterator(excluded, reader, number))
        case .preferring(let required, let preferred):
            return PreferenceIterator(
                try iterator(required, reader, number), preferring: try iterator(preferred, reader, number))
        case .constant(let inner, let score):
            return ConstantIterator(
                try iterator(inner, reader, number), score: Int32(max(0, score) * scale.factor))
        case .phrase(let phrase): return try phraseIterator(phrase, reader, number)
        case .termSet(let keys): return try setIterator(keys, reader, number)
        case .number(let name, let range):
            guard let column = reader.columns[name] else { return EmptyIterator() }
            return ScanIterator(documentCount: reader.documentCount, column: column, range: range)
        case .everything: return ScanIterator(documentCount: reader.documentCount)
        case .nothing: return EmptyIterator()
        }
    }

    private func phraseIterator(
        _ phrase: IndexPhrase, _ reader: SegmentReader, _ number: Int
    ) throws(IndexError) -> DocumentIterator {
        guard !phrase.slots.isEmpty else { return EmptyIterator() }
        var slots: [PhraseIterator.SlotCursors] = []
        for slot in phrase.slots {
            var cursors: [PhraseIterator.TermPositions] = []
            // A term named twice would count its places twice.
            for (place, key) in slot.keys.enumerated() where !slot.keys[..<place].contains(key) {
                guard let entry = entries[number][key] else { continue }
                cursors.append(.init(try reader.postingList(entry), documentCount: reader.documentCount))
            }
            guard !cursors.isEmpty else { return EmptyIterator() }
            slots.append(.init(cursors: cursors, offset: slot.offset))
        }
        let scorer = scorer(
            weight: phrase.weight { weights[$0] ?? 0 }, fields: phrase.fields, isImpact: false, reader)
        return PhraseIterator(
            slots: slots, proximity: phrase.proximity, fields: phrase.fields, scorer: scorer)
    }

    private func setIterator(
        _ keys: [[UInt8]], _ reader: SegmentReader, _ number: Int
    ) throws(IndexError) -> DocumentIterator {
        var set = DocumentSet(capacity: reader.documentCount)
        for key in keys {
            guard let entry = entries[number][key] else { continue }
            var cursor = PostingCursor(try reader.postingList(entry), documentCount: reader.documentCount)
            while cursor.document != PostingCursor.end {
                set.insert(cursor.document)
                cursor.next()
            }
            if cursor.isDamaged { throw .corrupt(file: reader.path, place: "section postings") }
        }
        return SetIterator(set)
    }

    private func scorer(_ term: IndexTerm, _ list: PostingList, _ reader: SegmentReader) -> TermScorer {
        let isImpact = list.flags.contains(.impact)
        let weight = isImpact ? Double(term.boost) : Double(term.boost) * (weights[term.key] ?? 0)
        return scorer(weight: weight, fields: term.fields, isImpact: isImpact, reader)
    }

    private func scorer(
        weight: Double, fields: IndexFieldSet, isImpact: Bool, _ reader: SegmentReader
    ) -> TermScorer {
        var fieldWeights = parameters.fieldWeights
        for field in IndexField.allCases where !fields.contains(IndexFieldSet(field)) {
            fieldWeights[Int(field.rawValue)] = 0
        }
        let drift: Float? =
            isOverridden ? nil : isImpact ? 1 : max(1, averageLength / reader.statistics.averageLength)
        return TermScorer(
            weight: Float(max(0, weight)) * scale.factor, fieldWeights: fieldWeights,
            k1: max(parameters.k1, 1e-6), normalization: UnsafePointer(normalization.values), lengths: reader.lengths,
            isImpact: isImpact, drift: drift)
    }
}

extension IndexQuery {
    /// The terms, when the query is a disjunction of terms that count in all fields.
    fileprivate var terms: [IndexTerm]? {
        switch self {
        case .term(let term): return term.fields == .all ? [term] : nil
        case .any(let parts):
            var terms: [IndexTerm] = []
            for part in parts {
                guard case .term(let term) = part, term.fields == .all else { return nil }
                terms.append(term)
            }
            return terms
        default: return nil
        }
    }

    /// Every term named in the query.
    fileprivate var keys: Set<[UInt8]> {
        var keys: Set<[UInt8]> = []
        collect(&keys)
        return keys
    }

    private func collect(_ keys: inout Set<[UInt8]>) {
        switch self {
        case .term(let term): keys.insert(term.key)
        case .any(let parts), .all(let parts): for part in parts { part.collect(&keys) }
        case .phrase(let phrase): for slot in phrase.slots { keys.formUnion(slot.keys) }
        case .excluding(let first, let second), .filtered(let first, let second), .preferring(let first, let second):
            first.collect(&keys)
            second.collect(&keys)
        case .constant(let inner, _): inner.collect(&keys)
        case .termSet(let all): keys.formUnion(all)
        case .number, .everything, .nothing: break
        }
    }

    /// The most that a document can score, for the scale.
    fileprivate func highestScore(_ weight: ([UInt8]) -> Double) -> Double {
        switch self {
        case .term(let term): Double(max(0, term.boost)) * weight(term.key)
        case .any(let parts), .all(let parts): parts.reduce(0) { $0 + $1.highestScore(weight) }
        case .phrase(let phrase): phrase.weight(weight)
        case .excluding(let kept, _): kept.highestScore(weight)
        case .filtered(let inner, _): inner.highestScore(weight)
        case .preferring(let first, let second): first.highestScore(weight) + second.highestScore(weight)
        case .constant(_, let score): Double(max(0, score))
        case .termSet, .number, .everything, .nothing: 0
        }
    }
}

extension IndexPhrase {
    /// Sum of the slots' idf (of the strongest alternative) times the boost.
    fileprivate func weight(_ weight: ([UInt8]) -> Double) -> Double {
        Double(max(0, boost)) * slots.reduce(0) { $0 + ($1.keys.map(weight).max() ?? 0) }
    }
}
