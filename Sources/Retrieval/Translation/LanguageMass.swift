internal import Foundation

/// What a question can score at most in each language, word by word.
struct LanguageMass {
    /// By language and words: the best that a whole translation gives, and the best part of one.
    private var best: [String: [ClosedRange<UInt32>: (whole: Double, parts: Double)]] = [:]

    /// Takes in a term that scores so much at best.
    mutating func add(_ score: Double, at positions: ClosedRange<UInt32>, in language: String, isPart: Bool) {
        var known = best[language]?[positions] ?? (0, 0)
        if isPart { known.parts = max(known.parts, score) } else { known.whole = max(known.whole, score) }
        best[language, default: [:]][positions] = known
    }

    /// Factors that bring the languages nearer to the highest of them.
    ///
    /// - Parameter evenness: 0 leaves them as they are, 1 makes them all the same.
    func levels(evenness: Double) -> [String: Double] {
        let sums = best.mapValues { spans in spans.values.reduce(0) { $0 + max($1.whole, $1.parts) } }
        guard let highest = sums.values.max(), highest > 0 else { return [:] }
        return sums.mapValues { $0 > 0 ? pow(highest / $0, evenness) : 1 }
    }
}
