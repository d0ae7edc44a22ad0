import BenchmarkCorpus
import Foundation
import Retrieval

/// How long the questions of a set take, by what is asked for besides their words: one thread, whole rounds over shuffled
/// questions, the ways in turn for each question, so that a slow phase of the machine meets all of them.
struct QuestionLatency {
    /// A way to ask.
    struct Way: Sendable {
        var name: String
        var resultsIn: ResultLanguages
        var profile = RankingProfile()

        /// The first is what the others are compared with.
        static let all = [
            Way(name: "words alone", resultsIn: .same, profile: .words), Way(name: "same", resultsIn: .same),
            Way(name: "own-first", resultsIn: .ownFirst), Way(name: "any", resultsIn: .any),
        ]
    }

    /// Milliseconds of one way.
    struct Report: Encodable {
        var set: String
        var way: String
        /// Of questions whose words this searcher has not met: the median over questions.
        var first: Double
        /// Of questions that were asked before: by question the median over rounds, of these the median and the 95th
        /// percentile over questions.
        var again: Double
        var again95: Double
        /// First and again, beside the first way's.
        var firstRatio: Double
        var againRatio: Double

        static let head = "set / way                        first     x   again     x     p95  (ms)"

        var line: String {
            "\(set) / \(way)".padding(toLength: 30, withPad: " ", startingAt: 0)
                + String(format: "%8.2f %5.2f %7.2f %5.2f %7.2f", first, firstRatio, again, againRatio, again95)
        }
    }

    let set: QuestionSet
    /// Folder of the index.
    let folder: String
    /// Rounds behind the first.
    let rounds: Int

    /// Provisions asked for, as a page shows.
    private static let limit = 10

    /// - Throws: what the search throws on a damaged index.
    func reports() throws -> [Report] {
        let ways = Way.all
        // A searcher of its own, so that no way finds the words that another has looked up.
        let searchers = try ways.map { _ in try LawSearcher(folder: folder) }
        let none = [[Double]](repeating: [], count: set.questions.count)
        var times = [[[Double]]](repeating: none, count: ways.count)
        for round in 0...rounds {
            var random = SplitMix64(seed: UInt64(round) &+ 1)
            for (place, number) in set.questions.indices.shuffled(using: &random).enumerated() {
                for turn in ways.indices {
                    let way = (turn + place + round) % ways.count
                    times[way][number].append(try time(set.questions[number].text, ways[way], searchers[way]))
                }
            }
        }
        let firsts = times.map { Self.quantile($0.map { $0[0] }, 0.5) }
        let again = times.map { $0.map { Self.quantile(Array($0.dropFirst()), 0.5) } }
        let medians = again.map { Self.quantile($0, 0.5) }
        return ways.indices.map { way in
            Report(
                set: set.name, way: ways[way].name, first: firsts[way], again: medians[way],
                again95: Self.quantile(again[way], 0.95), firstRatio: firsts[way] / firsts[0],
                againRatio: medians[way] / medians[0])
        }
    }

    private func time(_ text: String, _ way: Way, _ searcher: LawSearcher) throws -> Double {
        let clock = ContinuousClock()
        let started = clock.now
        _ = try searcher.hits(of: text) { query in
            var request = SearchRequest(query, limit: Self.limit)
            request.wantsSnippets = false
            request.profile = way.profile
            request.resultsIn = way.resultsIn
            request.language = set.asked
            return request
        }
        return (clock.now - started) / .milliseconds(1)
    }

    private static func quantile(_ values: [Double], _ share: Double) -> Double {
        let sorted = values.sorted()
        return sorted.isEmpty ? 0 : sorted[min(sorted.count - 1, Int(share * Double(sorted.count)))]
    }
}

extension RankingProfile {
    /// The question's words and nothing else: no obligations, States, acronyms or everyday words.
    fileprivate static var words: RankingProfile {
        var profile = RankingProfile()
        profile.cellWeight = 0
        profile.intentWeight = 0
        profile.stateWeight = 0
        profile.acronymWeight = 0
        profile.everydayWeight = 0
        profile.statuteWeight = 0
        return profile
    }
}
