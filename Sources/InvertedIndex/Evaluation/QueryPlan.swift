/// A query with everything looked up that it needs from the whole index: places of terms, weights, scale.
struct QueryPlan {
    let scale: ScoreScale
    private let query: IndexQuery
    private let parameters: RankingParameters
    private let isOverridden: Bool
    /// Whether the ranking function is the one that outlines are of.
    let isStandard: Bool
    private let table: SaturationTable
    let terms: QueryTerms

    /// - Parameters:
    ///   - standard: saturations of the parameters that the segments' impacts were stored for.
    ///   - given: other parameters for this query.
    ///   - known: terms of these segments that were looked up before.
    init(
        _ query: IndexQuery, segments: [SegmentReader], standard: SaturationTable,
        parameters given: RankingParameters?, known: KnownTerms? = nil
    ) throws(IndexError) {
        self.query = query
        parameters = given ?? standard.parameters
        let chosen = parameters
        isOverridden = segments.contains { $0.statistics.parameters != chosen }
        isStandard = chosen == standard.parameters && !isOverridden
        table =
            chosen == standard.parameters
            ? standard : SaturationTable(chosen, averageLength: standard.averageLength)
        let documents = segments.reduce(0) { $0 + $1.documentCount }
        let terms = try QueryTerms(query, segments: segments, documentCount: documents, known: known)
        self.terms = terms
        scale = ScoreScale(totalWeight: query.highestScore(terms))
    }

    /// Offers the segment's documents to `collector`.
    ///
    /// - Parameter memory: what no other search works in meanwhile.
    func search(
        _ segment: OpenSegment, number: Int, into collector: inout TopCollector, exhaustive: Bool,
        memory: WindowMemory
    ) throws(IndexError) {
        let isDamaged: Bool
        if !exhaustive, let windowed = WindowedQuery(query), !windowed.isLimited || everyFieldScores {
            isDamaged = try search(windowed, segment, number, &collector, memory)
        } else {
            isDamaged = try iterate(segment, number, &collector, exhaustive: exhaustive)
        }
        // Scorers point into the table without keeping it alive.
        withExtendedLifetime(table) {}
        if isDamaged { throw .corrupt(file: segment.reader.path, place: "section postings or positions") }
    }

    private var everyFieldScores: Bool {
        IndexField.allCases.allSatisfy { parameters.fieldWeights[Int($0.rawValue)] > 0 }
    }

    private func iterate(
        _ segment: OpenSegment, _ number: Int, _ collector: inout TopCollector, exhaustive: Bool
    ) throws(IndexError) -> Bool {
        let iterator = try iterator(segment.reader, number: number)
        while iterator.document != PostingCursor.end {
            let document = iterator.document
            if !(segment.deleted?.contains(document) ?? false) {
                collector.offer(
                    score: iterator.score(), tie: segment.ties.tie(document),
                    document: segment.base + UInt64(document))
                if !exhaustive, collector.threshold > 0 { iterator.raise(threshold: collector.threshold) }
            }
            iterator.next()
        }
        return iterator.isDamaged
    }

    // MARK: Windowed searches

    /// True when damage was met.
    private func search(
        _ windowed: WindowedQuery, _ segment: OpenSegment, _ number: Int, _ collector: inout TopCollector,
        _ memory: WindowMemory
    ) throws(IndexError) -> Bool {
        let reader = segment.reader
        let isOutlined = isOutlined(windowed)
        let shift = isOutlined ? TermOutline.shift(documentCount: reader.documentCount) : segment.windowShift
        let filter = try WindowFilter(
            windowed, deleted: segment.deleted,
            list: { key throws(IndexError) in try list(key, reader, number) },
            documentCount: reader.documentCount, shift: shift,
            matches: { query throws(IndexError) in try documents(query, reader, number) })
        let context = WindowContext(
            filter: filter, ties: segment.ties, shift: filter?.shift ?? shift, memory: memory)
        if windowed.isLimited { collector.prime(1) }
        let isDamaged: Bool
        switch windowed.form {
        case .disjunction(let required):
            isDamaged = try searchDisjunction(required, windowed.preferred, context, reader, number, &collector)
        case .best(let groups):
            isDamaged = try searchBest(groups, isOutlined: isOutlined, context, reader, number, &collector)
        case .conjunction(let terms):
            isDamaged = try searchConjunction(terms, context, reader, number, &collector)
        case .phrase(let phrase):
            isDamaged = try searchPhrase(phrase, context, reader, number, &collector)
        }
        return isDamaged || filter?.isDamaged ?? false
    }

    private func searchDisjunction(
        _ required: [IndexTerm], _ preferred: [IndexTerm], _ context: WindowContext, _ reader: SegmentReader,
        _ number: Int, _ collector: inout TopCollector
    ) throws(IndexError) -> Bool {
        let lists = try scoredLists(required, reader, number)
        guard !lists.isEmpty else { return false }
        if context.filter == nil {
            // So many documents of one list alone reach this; whatever other lists add, they are good enough.
            for (list, scorer) in lists where scorer.isImpact || scorer.fieldWeights == parameters.fieldWeights {
                collector.prime(scorer.floor(list.impact(atRank: collector.limit)))
            }
        }
        let others = try scoredLists(preferred, reader, number)
        if lists.count == 1, others.isEmpty, context.filter == nil {
            var search = TermSearch(lists[0].list, scorer: lists[0].scorer, documentCount: reader.documentCount)
            search.run(context, into: &collector)
            return search.isDamaged
        }
        var search = DisjunctionSearch(
            lists + others, preferred: others.count, documentCount: reader.documentCount, shift: context.shift,
            memory: context.memory)
        search.run(context, into: &collector)
        return search.clauses.isDamaged
    }

    private func searchConjunction(
        _ terms: [IndexTerm], _ context: WindowContext, _ reader: SegmentReader, _ number: Int,
        _ collector: inout TopCollector
    ) throws(IndexError) -> Bool {
        var lists = try scoredLists(terms, reader, number)
        guard lists.count == terms.count else { return false }
        lists.sort { $0.list.documentFrequency < $1.list.documentFrequency }
        var search = ConjunctionSearch(
            lists, documentCount: reader.documentCount, shift: context.filter?.shift, memory: context.memory)
        search.run(context, into: &collector)
        return search.clauses.isDamaged
    }

    private func searchPhrase(
        _ phrase: IndexPhrase, _ context: WindowContext, _ reader: SegmentReader, _ number: Int,
        _ collector: inout TopCollector
    ) throws(IndexError) -> Bool {
        var slots: [(list: PostingList, offset: UInt32)] = []
        for slot in phrase.slots {
            guard let list = try list(slot.keys[0], reader, number) else { return false }
            slots.append((list, slot.offset))
        }
        slots.sort { $0.list.documentFrequency < $1.list.documentFrequency }
        var search = PhraseSearch(
            slots.map(\.list), offsets: slots.map(\.offset), scorer: scorer(of: phrase, reader),
            fields: phrase.fields, documentCount: reader.documentCount, shift: context.filter?.shift,
            memory: context.memory)
        search.run(context, into: &collector)
        return search.clauses.isDamaged
    }

    /// Lists and scorers of the terms that occur in the segment.
    private func scoredLists(
        _ terms: [IndexTerm], _ reader: SegmentReader, _ number: Int
    ) throws(IndexError) -> [(list: PostingList, scorer: TermScorer)] {
        var lists: [(list: PostingList, scorer: TermScorer)] = []
        lists.reserveCapacity(terms.count)
        for term in terms {
            guard let list = try list(term, reader, number) else { continue }
            lists.append((list, scorer(term, list, reader)))
        }
        return lists
    }

    func list(_ term: IndexTerm, _ reader: SegmentReader, _ number: Int) throws(IndexError) -> PostingList? {
        guard let entry = terms.entry(term, segment: number) else { return nil }
        return try reader.postingList(entry)
    }

    private func list(_ key: [UInt8], _ reader: SegmentReader, _ number: Int) throws(IndexError) -> PostingList? {
        guard let entry = terms.entry(key, segment: number) else { return nil }
        return try reader.postingList(entry)
    }

    /// The segment's matches of a query, deleted documents included.
    private func documents(
        _ query: IndexQuery, _ reader: SegmentReader, _ number: Int
    ) throws(IndexError) -> DocumentSet {
        var set = DocumentSet(capacity: reader.documentCount)
        let iterator = try iterator(query, reader, number)
        while iterator.document != PostingCursor.end {
            set.insert(iterator.document)
            iterator.next()
        }
        if iterator.isDamaged { throw .corrupt(file: reader.path, place: "section postings or positions") }
        return set
    }

    // MARK: Iterators

    /// An iterator over the segment's matches, deleted documents included. The plan must outlive it.
    func iterator(_ reader: SegmentReader, number: Int) throws(IndexError) -> DocumentIterator {
        try iterator(query, reader, number)
    }

    private func iterator(
        _ query: IndexQuery, _ reader: SegmentReader, _ number: Int
    ) throws(IndexError) -> DocumentIterator {
        if let groups = query.termGroups ?? query.disjunctiveTerms?.map({ [$0] }), groups.count > 1 {
            let lists = try groups.map { group throws(IndexError) in try scoredLists(group, reader, number) }
            return TermGroupsIterator(lists, documentCount: reader.documentCount)
        }
        switch query {
        case .term(let term): return try termIterator(term, reader, number)
        case .any(let parts):
            let iterators = try parts.map { part throws(IndexError) in try iterator(part, reader, number) }
            return UnionIterator(iterators)
        case .best(let terms):
            return BestIterator(try terms.map { term throws(IndexError) in try termIterator(term, reader, number) })
        case .all(let parts):
            guard !parts.isEmpty else { return EmptyIterator() }
            let iterators = try parts.map { part throws(IndexError) in try iterator(part, reader, number) }
            return IntersectionIterator(scored: iterators, filters: [])
        case .filtered(let inner, let filter):
            if let phrase = RestrictedPhrase(query) { return try phraseIterator(phrase, reader, number) }
            return IntersectionIterator(
                scored: [try iterator(inner, reader, number)], filters: [try iterator(filter, reader, number)])
        case .excluding(let kept, let excluded):
            if let phrase = RestrictedPhrase(query) { return try phraseIterator(phrase, reader, number) }
            return ExclusionIterator(
                try iterator(kept, reader, number), excluding: try iterator(excluded, reader, number))
        case .preferring(let required, let preferred):
            let required = try iterator(required, reader, number)
            // Hundreds of lists need not be opened where nothing is there to be scored by them.
            if required.document == PostingCursor.end { return required }
            return PreferenceIterator(required, preferring: try iterator(preferred, reader, number))
        case .constant(let inner, let score):
            return ConstantIterator(
                try iterator(inner, reader, number), score: ScoreScale.whole(max(0, score) * scale.factor))
        case .phrase(let phrase): return try phraseIterator(.init(phrase), reader, number)
        case .termSet(let keys): return try setIterator(keys, reader, number)
        case .number(let name, let range):
            guard let column = reader.columns[name] else { return EmptyIterator() }
            return ScanIterator(documentCount: reader.documentCount, column: column, range: range)
        case .everything: return ScanIterator(documentCount: reader.documentCount)
        case .nothing: return EmptyIterator()
        }
    }

    private func termIterator(
        _ term: IndexTerm, _ reader: SegmentReader, _ number: Int
    ) throws(IndexError) -> DocumentIterator {
        guard let list = try list(term, reader, number) else { return EmptyIterator() }
        return TermIterator(
            list, documentCount: reader.documentCount, scorer: scorer(term, list, reader), fields: term.fields)
    }

    private func phraseIterator(
        _ restricted: RestrictedPhrase, _ reader: SegmentReader, _ number: Int
    ) throws(IndexError) -> DocumentIterator {
        let phrase = restricted.phrase
        guard !phrase.slots.isEmpty else { return EmptyIterator() }
        var slots: [PhraseIterator.SlotCursors] = []
        for slot in phrase.slots {
            var cursors: [PhraseIterator.TermPositions] = []
            // A term named twice would count its places twice.
            for (place, key) in slot.keys.enumerated() where !slot.keys[..<place].contains(key) {
                guard let list = try list(key, reader, number) else { continue }
                cursors.append(.init(list, documentCount: reader.documentCount))
            }
            guard !cursors.isEmpty else { return EmptyIterator() }
            slots.append(.init(cursors: cursors, offset: slot.offset))
        }
        return PhraseIterator(
            slots: slots, proximity: phrase.proximity, fields: phrase.fields, scorer: scorer(of: phrase, reader),
            filters: try restricted.filters.map { filter throws(IndexError) in try iterator(filter, reader, number) },
            excluded: try restricted.excluded.map { query throws(IndexError) in try iterator(query, reader, number) })
    }

    private func setIterator(
        _ keys: [[UInt8]], _ reader: SegmentReader, _ number: Int
    ) throws(IndexError) -> DocumentIterator {
        var set = DocumentSet(capacity: reader.documentCount)
        for key in keys {
            guard let list = try list(key, reader, number) else { continue }
            var cursor = PostingCursor(list, documentCount: reader.documentCount)
            while cursor.document != PostingCursor.end {
                set.insert(cursor.document)
                cursor.next()
            }
            if cursor.isDamaged { throw .corrupt(file: reader.path, place: "section postings") }
        }
        return SetIterator(set)
    }

    // MARK: Scorers

    func scorer(_ term: IndexTerm, _ list: PostingList, _ reader: SegmentReader) -> TermScorer {
        let isImpact = list.flags.contains(.impact)
        let weight = isImpact ? Double(term.boost) : Double(term.boost) * terms.weight(term)
        return scorer(weight: weight, certainty: term.certainty, fields: term.fields, isImpact: isImpact, reader)
    }

    private func scorer(of phrase: IndexPhrase, _ reader: SegmentReader) -> TermScorer {
        scorer(weight: phrase.weight { terms.weight($0) }, fields: phrase.fields, isImpact: false, reader)
    }

    private func scorer(
        weight: Double, certainty: Float = 1, fields: IndexFieldSet, isImpact: Bool, _ reader: SegmentReader
    ) -> TermScorer {
        var fieldWeights = parameters.fieldWeights
        for field in IndexField.allCases where !fields.contains(IndexFieldSet(field)) {
            fieldWeights[Int(field.rawValue)] = 0
        }
        let drift: Float? =
            isImpact ? 1 : isOverridden ? nil : table.averageLength / max(reader.statistics.averageLength, 1e-6)
        return TermScorer(
            weight: Float(max(0, weight)) * scale.factor, table: table.values, fieldWeights: fieldWeights,
            lengths: reader.lengths, isImpact: isImpact, drift: drift, certainty: certainty)
    }
}
