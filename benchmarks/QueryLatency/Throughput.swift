import BenchmarkCorpus
import Foundation
import InvertedIndex
import Synchronization

/// Asks questions on several threads at once and counts how many are answered in a second.
struct Throughput {
    let searcher: IndexSearcher
    let limit: Int
    let threads: Int
    /// How long each kind is asked.
    let seconds: Double

    /// Answers a second, by kind.
    func rates(_ questions: [BenchmarkQuery]) throws -> [String: Double] {
        var rates: [String: Double] = [:]
        for kind in BenchmarkQuery.Kind.allCases {
            let queries = questions.filter { $0.kind == kind }.map(\.query)
            guard !queries.isEmpty else { continue }
            _ = try rate(queries, for: .seconds(seconds / 2))
            rates[kind.rawValue] = try rate(queries, for: .seconds(seconds))
        }
        return rates
    }

    /// Answers a second while the threads take queries in turn from one counter.
    private func rate(_ queries: [IndexQuery], for duration: Duration) throws -> Double {
        let next = Atomic<Int>(0)
        let failure = Mutex<IndexError?>(nil)
        let clock = ContinuousClock()
        let start = clock.now
        let deadline = start + duration
        DispatchQueue.concurrentPerform(iterations: threads) { _ in
            while clock.now < deadline {
                let number = next.wrappingAdd(1, ordering: .relaxed).oldValue
                do throws(IndexError) {
                    _ = try searcher.search(queries[number % queries.count], limit: limit)
                } catch {
                    failure.withLock { $0 = error }
                    return
                }
            }
        }
        let time = (clock.now - start) / .seconds(1)
        if let failure = failure.withLock({ $0 }) { throw failure }
        return Double(next.load(ordering: .relaxed)) / time
    }
}
