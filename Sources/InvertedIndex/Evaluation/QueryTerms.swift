/// The terms of a query as the whole index knows them: where each stands in every segment, and its weight.
struct QueryTerms {
    private let keys: [[UInt8]]
    /// Numbers of keys; only where there are too many to compare one by one.
    private let numbers: [[UInt8]: Int]
    /// By key, then segment.
    private let entries: [TermEntry?]
    private let segmentCount: Int
    private let known: KnownTerms?
    private let weights: [Double]

    private static let fewKeys = 16

    /// - Parameter known: terms of these segments that were looked up before.
    init(
        _ query: IndexQuery, segments: [SegmentReader], documentCount: Int, known: KnownTerms?
    ) throws(IndexError) {
        precondition(known?.isOf(segments) ?? true, "known terms of another index")
        self.known = known
        var keys: [[UInt8]] = []
        var numbers: [[UInt8]: Int] = [:]
        func take(_ key: [UInt8]) {
            if numbers.isEmpty, keys.count < Self.fewKeys {
                if !keys.contains(key) { keys.append(key) }
                return
            }
            if numbers.isEmpty { for (number, key) in keys.enumerated() { numbers[key] = number } }
            if numbers[key] == nil {
                numbers[key] = keys.count
                keys.append(key)
            }
        }
        query.forEachTerm { term in
            // What the term brings along need not be looked up.
            if let place = term.place, known?.isHome(of: place) == true { return }
            take(term.key)
        } orKey: {
            take($0)
        }
        self.keys = keys
        self.numbers = numbers
        segmentCount = segments.count
        var entries: [TermEntry?] = []
        entries.reserveCapacity(segments.count * keys.count)
        var weights: [Double] = []
        weights.reserveCapacity(keys.count)
        for key in keys {
            if let term = try known?.term(key) {
                entries += term.entries
                weights.append(term.weight)
            } else {
                let places = try segments.map { segment throws(IndexError) in try segment.terms.find(key) }
                entries += places
                let frequency = places.reduce(0) { $0 + Int($1?.documentFrequency ?? 0) }
                weights.append(KnownTerm.weight(frequency, of: documentCount))
            }
        }
        self.entries = entries
        self.weights = weights
    }

    /// Whether what is found out about terms is kept for later queries.
    var areKept: Bool { known != nil }

    /// The place of a term in segment number `segment`; nil where it does not occur.
    func entry(_ term: IndexTerm, segment: Int) -> TermEntry? {
        if let place = known(term) { return place.entries[segment] }
        return entry(term.key, segment: segment)
    }

    /// The same of a key that the query names otherwise than as a term.
    func entry(_ key: [UInt8], segment: Int) -> TermEntry? {
        number(key).flatMap { entries[$0 * segmentCount + segment] }
    }

    /// The idf of a term; 0 when no document holds it.
    func weight(_ term: IndexTerm) -> Double { known(term)?.weight ?? weight(term.key) }

    /// The same of a key that the query names otherwise than as a term.
    func weight(_ key: [UInt8]) -> Double { number(key).map { weights[$0] } ?? 0 }

    /// The outline of a term in segment number `segment`, if one is kept.
    func outline(of term: IndexTerm, segment: Int) throws(IndexError) -> TermOutline? {
        try kept(term)?.outline(segment: segment)
    }

    /// Keeps the outline of a term in segment number `segment`, if terms are kept.
    func keep(_ outline: TermOutline, of term: IndexTerm, segment: Int) throws(IndexError) {
        if let place = try kept(term) { known?.keep(outline, of: place, segment: segment) }
    }

    private func kept(_ term: IndexTerm) throws(IndexError) -> KnownTerm? {
        if let place = known(term) { return place }
        return try known?.term(term.key)
    }

    private func known(_ term: IndexTerm) -> KnownTerm? {
        guard let place = term.place, known?.isHome(of: place) == true else { return nil }
        return place
    }

    private func number(_ key: [UInt8]) -> Int? { numbers.isEmpty ? keys.firstIndex(of: key) : numbers[key] }
}

extension IndexQuery {
    /// Calls `body` with every term of the query, and `orKey` with every key that it names otherwise; with some more than
    /// once.
    fileprivate func forEachTerm(_ body: (IndexTerm) -> Void, orKey: ([UInt8]) -> Void) {
        switch self {
        case .term(let term): body(term)
        case .best(let terms): for term in terms { body(term) }
        case .any(let parts), .all(let parts): for part in parts { part.forEachTerm(body, orKey: orKey) }
        case .phrase(let phrase): for slot in phrase.slots { slot.keys.forEach(orKey) }
        case .excluding(let first, let second), .filtered(let first, let second), .preferring(let first, let second):
            first.forEachTerm(body, orKey: orKey)
            second.forEachTerm(body, orKey: orKey)
        case .constant(let inner, _): inner.forEachTerm(body, orKey: orKey)
        case .termSet(let keys): keys.forEach(orKey)
        case .number, .everything, .nothing: break
        }
    }

    /// The most that a document can score, for the scale; a term that occurs nowhere counts as one of weight 1.
    func highestScore(_ terms: QueryTerms) -> Double {
        switch self {
        case .term(let term): Self.highestScore(term, terms)
        case .any(let parts), .all(let parts): parts.reduce(0) { $0 + $1.highestScore(terms) }
        case .best(let several): several.reduce(0) { max($0, Self.highestScore($1, terms)) }
        case .phrase(let phrase): phrase.weight { max(terms.weight($0), 1) }
        case .excluding(let kept, _): kept.highestScore(terms)
        case .filtered(let inner, _): inner.highestScore(terms)
        case .preferring(let first, let second): first.highestScore(terms) + second.highestScore(terms)
        case .constant(_, let score): Double(max(0, score))
        case .termSet, .number, .everything, .nothing: 0
        }
    }

    private static func highestScore(_ term: IndexTerm, _ terms: QueryTerms) -> Double {
        Double(max(0, term.boost)) * max(terms.weight(term), 1)
    }
}

extension IndexPhrase {
    /// Sum of the slots' idf (of the strongest alternative) times the boost.
    func weight(_ weight: ([UInt8]) -> Double) -> Double {
        Double(max(0, boost)) * slots.reduce(0) { $0 + ($1.keys.map(weight).max() ?? 0) }
    }
}
