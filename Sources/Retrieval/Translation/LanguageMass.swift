internal import Foundation

/// What a question can score at most in each language, word by word. Languages are numbered.
struct LanguageMass {
    private let languageCount: Int
    private var places: [ClosedRange<UInt32>: Int] = [:]
    /// By words and language: the best that a whole translation gives, and the best part of one.
    private var best: [[(whole: Double, parts: Double)]] = []

    init(languageCount: Int) { self.languageCount = languageCount }

    /// The number of some words of the question, counted from 0 as they come.
    mutating func place(of positions: ClosedRange<UInt32>) -> Int {
        if let known = places[positions] { return known }
        places[positions] = best.count
        best.append(Array(repeating: (0, 0), count: languageCount))
        return best.count - 1
    }

    /// Takes in a term that scores so much at best.
    mutating func add(_ score: Double, at words: Int, in language: Int, isPart: Bool) {
        if isPart {
            best[words][language].parts = max(best[words][language].parts, score)
        } else {
            best[words][language].whole = max(best[words][language].whole, score)
        }
    }

    /// By language, the factor that brings it nearer to the highest of them.
    ///
    /// - Parameter evenness: 0 leaves them as they are, 1 makes them all the same.
    func levels(evenness: Double) -> [Double] {
        let sums = (0..<languageCount).map { language in
            best.reduce(0) { $0 + max($1[language].whole, $1[language].parts) }
        }
        guard let highest = sums.max(), highest > 0 else { return sums.map { _ in 1 } }
        return sums.map { $0 > 0 ? pow(highest / $0, evenness) : 1 }
    }
}
