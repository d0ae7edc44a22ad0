internal import Foundation
internal import TextAnalysis

/// Finds words and pairs of words that mark provisions of the domain, by Dunning's log-likelihood ratio.
///
/// Source of the measure: T. Dunning, "Accurate methods for the statistics of surprise and coincidence",
/// Computational Linguistics 19(1), 1993.
struct DomainTermCounter {
    fileprivate struct Count {
        /// Provisions that hold it.
        var domain: UInt32 = 0
        var other: UInt32 = 0
        /// How often it stands in them.
        var inDomain: UInt32 = 0
        var elsewhere: UInt32 = 0
        /// Laws that hold it, as far as they come one after the other.
        var laws: UInt32 = 0
        var lastLaw = -1
        var lastText: UInt32 = 0
        var surface: String?
        var parts = Parts.word
    }

    /// What a term is made of.
    fileprivate enum Parts {
        case word
        case pair(UInt64, UInt64)
    }

    /// Entries kept; above, those seen once are dropped. A term of weight is seen again.
    private static let capacity = 1_500_000
    private static let minimumProvisions: UInt32 = 5
    private static let minimumLaws: UInt32 = 3
    /// How many times more frequent than elsewhere a term of the domain is.
    private static let minimumLift = 2.0
    /// A word that stands in this share of all provisions is of the language (the, shall, section), not of the domain.
    private static let commonShare = 0.08

    private var counts: [UInt64: Count] = [:]
    /// Provisions by word, whether in names or not.
    private var spread: [UInt64: (texts: UInt32, last: UInt32)] = [:]
    /// Words and pairs that stand in names.
    private var covered: Set<UInt64> = []
    private var texts: UInt32 = 0
    /// Words counted. Provisions of the domain are longer than others: by provisions, any frequent word would mark them.
    private var domainWords = 0
    private var otherWords = 0

    /// Takes the words and pairs of a name out of what is looked for.
    mutating func cover(_ buffer: TokenBuffer) {
        Self.forEachTerm(buffer) { key, _, _ in covered.insert(key) }
    }

    mutating func add(_ buffer: TokenBuffer, of text: String, law: Int, isOfDomain: Bool) {
        texts += 1
        let words = buffer.records.count { $0.form == .stem }
        if isOfDomain { domainWords += words } else { otherWords += words }
        let stamp = texts
        let covered = covered
        var text = text
        Self.forEachTerm(buffer) { key, parts, range in
            if case .word = parts, spread[key]?.last != stamp {
                spread[key] = (texts: (spread[key]?.texts ?? 0) + 1, last: stamp)
            }
            guard !covered.contains(key) else { return }
            counts[key, default: Count(parts: parts)].take(law: law, stamp: stamp, isOfDomain: isOfDomain) {
                text.withUTF8 { bytes in
                    guard range.upperBound <= bytes.count else { return "" }
                    return String(decoding: bytes[range], as: UTF8.self)
                }
            }
        }
        if counts.count > Self.capacity { counts = counts.filter { $0.value.domain + $0.value.other > 1 } }
    }

    /// The terms that mark the domain most, at most `limit`.
    func candidates(limit: Int) -> [AttestationReport.Candidate] {
        let (inside, outside) = (Double(domainWords), Double(otherWords))
        guard inside > 0 else { return [] }
        var found: [AttestationReport.Candidate] = []
        for (key, count) in counts {
            guard let surface = count.surface, count.domain >= Self.minimumProvisions, count.laws >= Self.minimumLaws
            else { continue }
            switch count.parts {
            case .word: if isCommon(key) { continue }
            case .pair(let first, let second): if isCommon(first) || isCommon(second) { continue }
            }
            let (domain, other) = (Double(count.inDomain), Double(count.elsewhere))
            guard outside == 0 || domain / inside > Self.minimumLift * other / outside else { continue }
            found.append(
                AttestationReport.Candidate(
                    text: surface, domain: Int(count.domain), other: Int(count.other),
                    likelihood: Self.likelihood(domain, other, inside, outside)))
        }
        found.sort { $0.likelihood != $1.likelihood ? $0.likelihood > $1.likelihood : $0.text < $1.text }
        return Array(found.prefix(limit))
    }

    private func isCommon(_ word: UInt64) -> Bool {
        Double(spread[word]?.texts ?? 0) >= Self.commonShare * Double(texts)
    }

    /// −2 log λ of two proportions being one.
    private static func likelihood(_ a: Double, _ b: Double, _ inside: Double, _ outside: Double) -> Double {
        func part(_ observed: Double, _ expected: Double) -> Double {
            observed > 0 && expected > 0 ? observed * log(observed / expected) : 0
        }
        let all = inside + outside
        let (with, without) = (a + b, all - a - b)
        return 2
            * (part(a, inside * with / all) + part(b, outside * with / all)
                + part(inside - a, inside * without / all) + part(outside - b, outside * without / all))
    }

    /// Calls `body` with the hash and the UTF-8 range of each word of letters, and of each pair that only a space parts.
    private static func forEachTerm(_ buffer: TokenBuffer, _ body: (UInt64, Parts, Range<Int>) -> Void) {
        var previous: (hash: UInt64, range: Range<Int>)?
        buffer.termBytes.withUnsafeBufferPointer { bytes in
            for record in buffer.records where record.form == .stem {
                let from = Int(record.termOffset)
                let range = Int(record.start)..<max(Int(record.start), Int(record.end))
                guard from + Int(record.termLength) <= bytes.count, record.termLength >= 3 else {
                    previous = nil
                    continue
                }
                var hash: UInt64 = 0xCBF2_9CE4_8422_2325
                var isWord = true
                var letters = 0
                for byte in bytes[from..<(from + Int(record.termLength))] {
                    hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3
                    if byte >= 0x30, byte <= 0x39 { isWord = false }
                    if byte & 0xC0 != 0x80 { letters += 1 }
                }
                guard isWord, letters > 1 else {
                    previous = nil
                    continue
                }
                body(hash, .word, range)
                if let before = previous, range.lowerBound >= before.range.upperBound,
                    range.lowerBound - before.range.upperBound <= 1
                {
                    body(
                        (before.hash &* 0x9E37_79B9_7F4A_7C15) ^ hash, .pair(before.hash, hash),
                        before.range.lowerBound..<range.upperBound)
                }
                previous = (hash, range)
            }
        }
    }
}

extension DomainTermCounter.Count {
    /// Counts one more place of the term; its text once, however often it holds it.
    fileprivate mutating func take(law: Int, stamp: UInt32, isOfDomain: Bool, surface words: () -> String) {
        if isOfDomain { inDomain += 1 } else { elsewhere += 1 }
        guard lastText != stamp else { return }
        lastText = stamp
        if law != lastLaw {
            lastLaw = law
            laws += 1
        }
        if isOfDomain {
            domain += 1
            if surface == nil, domain >= 3 { surface = words() }
        } else {
            other += 1
        }
    }
}
