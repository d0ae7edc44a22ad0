internal import Foundation

/// What a question can score at most in each language, word by word. Languages are numbered.
struct LanguageMass {
    private let languageCount: Int
    private var places: [ClosedRange<UInt32>: Int] = [:]
    /// By words, then language: the best that a whole translation gives, and the best part of one.
    private var best: [(whole: Double, parts: Double)] = []

    init(languageCount: Int) { self.languageCount = languageCount }

    /// The number of some words of the question, counted from 0 as they come.
    mutating func place(of positions: ClosedRange<UInt32>) -> Int {
        if let known = places[positions] { return known }
        let place = places.count
        places[positions] = place
        best += repeatElement((whole: 0, parts: 0), count: languageCount)
        return place
    }

    /// Takes in a term that scores so much at best.
    mutating func add(_ score: Double, at words: Int, in language: Int, isPart: Bool) {
        let place = words * languageCount + language
        if isPart {
            best[place].parts = max(best[place].parts, score)
        } else {
            best[place].whole = max(best[place].whole, score)
        }
    }

    /// By language, the factor that brings it nearer to the highest of them.
    ///
    /// - Parameter evenness: 0 leaves them as they are, 1 makes them all the same.
    func levels(evenness: Double) -> [Double] {
        let sums = (0..<languageCount).map { language in
            stride(from: language, to: best.count, by: languageCount)
                .reduce(0) { $0 + max(best[$1].whole, best[$1].parts) }
        }
        guard let highest = sums.max(), highest > 0 else { return sums.map { _ in 1 } }
        return sums.map { $0 > 0 ? pow(highest / $0, evenness) : 1 }
    }
}
