import BenchmarkCorpus
import InvertedIndex

/// Asks questions one after the other on one thread and takes the time of each.
struct Latency {
    let searcher: IndexSearcher
    let limit: Int
    /// Whether each measured round waits for its turn: for a line of input, which is asked for by a line of its own. A turn
    /// begins with an uncounted round, because another program had the caches before it.
    var inTurns = false

    /// The median time of each question over whole rounds, in microseconds.
    ///
    /// Every round asks in an order of its own: a question asked twice in a row would find its postings in the cache.
    func measure(_ questions: [BenchmarkQuery], warm: Int, rounds: Int) throws(IndexError) -> [Double] {
        var times = [[Double]](repeating: [], count: questions.count)
        let clock = ContinuousClock()
        func ask(seed: Int, counted: Bool) throws(IndexError) {
            var random = SplitMix64(seed: UInt64(bitPattern: Int64(seed)))
            for place in questions.indices.shuffled(using: &random) {
                let query = questions[place].query
                let start = clock.now
                _ = try searcher.search(query, limit: limit)
                let elapsed = clock.now - start
                if counted { times[place].append(elapsed / .microseconds(1)) }
            }
        }
        for round in 0..<warm { try ask(seed: round + 1, counted: false) }
        for round in warm..<(warm + rounds) {
            if inTurns {
                Turn.wait()
                try ask(seed: -round, counted: false)
            }
            try ask(seed: round + 1, counted: true)
        }
        return times.map { $0.isEmpty ? 0 : $0.sorted()[$0.count / 2] }
    }

    /// What the questions find, a line a document: question, kind, document, rank, score.
    func found(_ questions: [BenchmarkQuery]) throws(IndexError) -> String {
        var text = ""
        for question in questions {
            for (rank, hit) in try searcher.search(question.query, limit: limit).enumerated() {
                let id = String(decoding: searcher.payload(of: hit.document), as: UTF8.self)
                text += "\(question.id)\t\(question.kind.rawValue)\t\(id)\t\(rank)\t\(hit.score)\n"
            }
        }
        return text
    }
}
