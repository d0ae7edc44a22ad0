extension QueryPlan {
    /// Fewer lists are as well read anew by each search.
    private static let leastOutlined = 16

    /// Whether the search takes outlines of its terms in place of their lists.
    func isOutlined(_ windowed: WindowedQuery) -> Bool {
        // An outline tells nothing of single fields.
        guard isStandard, terms.areKept, !windowed.isLimited, case .best(let groups) = windowed.form else {
            return false
        }
        return groups.reduce(0) { $0 + $1.count } >= Self.leastOutlined
    }

    /// True when damage was met.
    func searchBest(
        _ groups: [[IndexTerm]], isOutlined: Bool, _ context: WindowContext, _ reader: SegmentReader, _ number: Int,
        _ collector: inout TopCollector
    ) throws(IndexError) -> Bool {
        var lists: [(list: PostingList, scorer: TermScorer)] = []
        var outlines: [TermOutline] = []
        let count = groups.reduce(0) { $0 + $1.count }
        lists.reserveCapacity(count)
        if isOutlined { outlines.reserveCapacity(count) }
        var ranges: [Range<Int>] = []
        for group in groups {
            let start = lists.count
            for term in group {
                guard let list = try list(term, reader, number) else { continue }
                lists.append((list, scorer(term, list, reader)))
                if isOutlined { outlines.append(try outline(term, list, reader, number)) }
            }
            if lists.count > start { ranges.append(start..<lists.count) }
        }
        guard !lists.isEmpty else { return false }
        var search = BestTermsSearch(
            lists, outlines: outlines, groups: ranges, documentCount: reader.documentCount, shift: context.shift,
            memory: context.memory)
        search.run(context, into: &collector)
        return search.clauses.isDamaged
    }

    private func outline(
        _ term: IndexTerm, _ list: PostingList, _ reader: SegmentReader, _ number: Int
    ) throws(IndexError) -> TermOutline {
        if let outline = try terms.outline(of: term, segment: number) { return outline }
        let scorer = scorer(IndexTerm(term.key), list, reader)
        guard let outline = TermOutline(list, scorer: scorer, documentCount: reader.documentCount) else {
            throw .corrupt(file: reader.path, place: "section postings")
        }
        try terms.keep(outline, of: term, segment: number)
        return outline
    }
}
