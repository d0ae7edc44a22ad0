internal import Foundation

/// The terms of a query as the whole index knows them: where each stands in every segment, and its weight.
struct QueryTerms {
    private let keys: [[UInt8]]
    /// Numbers of keys; only where there are too many to compare one by one.
    private let numbers: [[UInt8]: Int]
    /// By segment, then key.
    private let entries: [TermEntry?]
    private let weights: [Double]

    private static let fewKeys = 16

    init(_ query: IndexQuery, segments: [SegmentReader], documentCount: Int) throws(IndexError) {
        var keys: [[UInt8]] = []
        var numbers: [[UInt8]: Int] = [:]
        query.forEachKey { key in
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
        self.keys = keys
        self.numbers = numbers
        var entries: [TermEntry?] = []
        entries.reserveCapacity(segments.count * keys.count)
        var frequencies = [Int](repeating: 0, count: keys.count)
        for segment in segments {
            for (number, key) in keys.enumerated() {
                let entry = try segment.terms.find(key)
                entries.append(entry)
                if let entry { frequencies[number] += Int(entry.documentFrequency) }
            }
        }
        self.entries = entries
        // Robertson and Sparck Jones' weight in the form that is never negative (as in Lucene).
        weights = frequencies.map { frequency in
            frequency == 0 ? 0 : log1p((Double(documentCount - frequency) + 0.5) / (Double(frequency) + 0.5))
        }
    }

    /// The place of `key` in segment number `segment`; nil where it does not occur.
    func entry(_ key: [UInt8], segment: Int) -> TermEntry? {
        number(key).flatMap { entries[segment * keys.count + $0] }
    }

    /// The idf of a term; 0 when no document holds it.
    func weight(_ key: [UInt8]) -> Double { number(key).map { weights[$0] } ?? 0 }

    private func number(_ key: [UInt8]) -> Int? { numbers.isEmpty ? keys.firstIndex(of: key) : numbers[key] }
}

extension IndexQuery {
    /// Calls `body` with every key named in the query; with some more than once.
    fileprivate func forEachKey(_ body: ([UInt8]) -> Void) {
        switch self {
        case .term(let term): body(term.key)
        case .any(let parts), .best(let parts), .all(let parts): for part in parts { part.forEachKey(body) }
        case .phrase(let phrase): for slot in phrase.slots { slot.keys.forEach(body) }
        case .excluding(let first, let second), .filtered(let first, let second), .preferring(let first, let second):
            first.forEachKey(body)
            second.forEachKey(body)
        case .constant(let inner, _): inner.forEachKey(body)
        case .termSet(let keys): keys.forEach(body)
        case .number, .everything, .nothing: break
        }
    }

    /// The most that a document can score, for the scale.
    func highestScore(_ weight: ([UInt8]) -> Double) -> Double {
        switch self {
        case .term(let term): Double(max(0, term.boost)) * weight(term.key)
        case .any(let parts), .all(let parts): parts.reduce(0) { $0 + $1.highestScore(weight) }
        case .best(let parts): parts.reduce(0) { max($0, $1.highestScore(weight)) }
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
    func weight(_ weight: ([UInt8]) -> Double) -> Double {
        Double(max(0, boost)) * slots.reduce(0) { $0 + ($1.keys.map(weight).max() ?? 0) }
    }
}
