import Foundation

@testable import InvertedIndex

/// Evaluates queries by looking at every document: slow, and obviously right.
struct Reference {
    let documents: [ReferenceDocument]
    let parameters: RankingParameters
    var deleted: Set<Int> = []
    private let averageLength: Double
    /// In how many documents each key stands.
    private let frequencies: [[UInt8]: Int]
    /// The keys of the words of each document, by field.
    private let keys: [[[[UInt8]]]]

    init(documents: [ReferenceDocument], parameters: RankingParameters) {
        self.documents = documents
        self.parameters = parameters
        averageLength = Double(documents.reduce(0) { $0 + $1.length }) / Double(max(documents.count, 1))
        keys = documents.map { document in
            IndexField.allCases.map { field in document.words(field).map { key("w", $0) } }
        }
        var frequencies: [[UInt8]: Int] = [:]
        for (document, fields) in zip(documents, keys) {
            var held = Set(fields.joined())
            held.insert(key("k", document.country))
            for cell in document.cells.keys { held.insert(key("c", cell)) }
            for key in held { frequencies[key, default: 0] += 1 }
        }
        self.frequencies = frequencies
    }

    /// Score of each matching document.
    func scores(_ query: IndexQuery) -> [Int: Double] {
        var result: [Int: Double] = [:]
        for index in documents.indices where !deleted.contains(index) {
            if let score = score(query, index) { result[index] = score }
        }
        return result
    }

    private func score(_ query: IndexQuery, _ index: Int) -> Double? {
        let document = documents[index]
        switch query {
        case .term(let term):
            if let impact = impact(term.key, document) { return Double(term.boost) * Double(impact) / 255 }
            if isKeyword(term.key) {
                guard matchesKeyword(term.key, document) else { return nil }
                return saturate([1, 0, 0], index, Double(term.boost) * idf([[term.key]]), Double(term.certainty))
            }
            let counts = IndexField.allCases.map { field in
                term.fields.contains(IndexFieldSet(field))
                    ? keys[index][Int(field.rawValue)].count { $0 == term.key } : 0
            }
            guard counts.contains(where: { $0 > 0 }) else { return nil }
            return saturate(counts, index, Double(term.boost) * idf([[term.key]]), Double(term.certainty))
        case .any(let parts):
            let scores = parts.compactMap { score($0, index) }
            return scores.isEmpty ? nil : scores.reduce(0, +)
        case .best(let terms): return terms.compactMap { score(.term($0), index) }.max()
        case .all(let parts):
            let scores = parts.compactMap { score($0, index) }
            return scores.count == parts.count && !parts.isEmpty ? scores.reduce(0, +) : nil
        case .excluding(let kept, let excluded): return score(excluded, index) == nil ? score(kept, index) : nil
        case .filtered(let inner, let filter): return score(filter, index) == nil ? nil : score(inner, index)
        case .preferring(let first, let second): return score(first, index).map { $0 + (score(second, index) ?? 0) }
        case .constant(let inner, let value): return score(inner, index).map { _ in Double(value) }
        case .termSet(let keys):
            return keys.contains { score(.term(IndexTerm($0)), index) != nil } ? 0 : nil
        case .number(_, let range): return range.contains(document.number) ? 0 : nil
        case .phrase(let phrase):
            let counts = IndexField.allCases.map { field in
                phrase.fields.contains(IndexFieldSet(field))
                    ? occurrences(phrase, keys[index][Int(field.rawValue)]) : 0
            }
            guard counts.contains(where: { $0 > 0 }) else { return nil }
            return saturate(counts, index, Double(phrase.boost) * idf(phrase.slots.map(\.keys)))
        case .everything: return 0
        case .nothing: return nil
        }
    }

    private func isKeyword(_ key: [UInt8]) -> Bool { key.first == UInt8(ascii: "k") }
    private func matchesKeyword(_ key: [UInt8], _ document: ReferenceDocument) -> Bool {
        Array(key.dropFirst()) == Array(document.country.utf8)
    }
    private func impact(_ key: [UInt8], _ document: ReferenceDocument) -> UInt8? {
        guard key.first == UInt8(ascii: "c") else { return nil }
        return document.cells[String(decoding: key.dropFirst(), as: UTF8.self)]
    }

    private func idf(_ slots: [[[UInt8]]]) -> Double {
        slots.reduce(0) { sum, keys in
            let weights = keys.map { key -> Double in
                guard let frequency = frequencies[key] else { return 0 }
                return log(1 + (Double(documents.count - frequency) + 0.5) / (Double(frequency) + 0.5))
            }
            return sum + (weights.max() ?? 0)
        }
    }

    private func saturate(_ counts: [Int], _ index: Int, _ weight: Double, _ certainty: Double = 1) -> Double {
        let length = Double(LengthCodec.decode(LengthCodec.encode(UInt32(documents[index].length))))
        let normalization = 1 - Double(parameters.b) + Double(parameters.b) * length / max(averageLength, 1)
        let frequency =
            certainty
            * (Double(counts[0]) / max(normalization, 1e-6) * Double(parameters.fieldWeights[0])
                + Double(counts[1]) * Double(parameters.fieldWeights[1])
                + Double(counts[2]) * Double(parameters.fieldWeights[2]))
        return weight * frequency / (frequency + Double(parameters.k1))
    }

    private func occurrences(_ phrase: IndexPhrase, _ keys: [[UInt8]]) -> Int {
        switch phrase.proximity {
        case .exact:
            return keys.indices.count { start in
                phrase.slots.allSatisfy { slot in
                    let place = start + Int(slot.offset)
                    return place < keys.count && slot.keys.contains(keys[place])
                }
            }
        case .near(let distance):
            let places = phrase.slots.map { slot in keys.indices.filter { slot.keys.contains(keys[$0]) } }
            guard places.allSatisfy({ !$0.isEmpty }) else { return 0 }
            var pointers = places.map { _ in 0 }
            var found = 0
            while true {
                let current = zip(places, pointers).map { $0[$1] }
                guard let low = current.min(), let high = current.max(), let first = current.firstIndex(of: low)
                else { return found }
                if high - low <= Int(distance) { found += 1 }
                pointers[first] += 1
                if pointers[first] == places[first].count { return found }
            }
        }
    }
}
