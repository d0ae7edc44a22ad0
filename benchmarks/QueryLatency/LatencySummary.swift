/// The times of one kind of question, in microseconds.
struct LatencySummary: Encodable {
    var n: Int
    var p50: Double
    var p95: Double
    var p99: Double
    var mean: Double

    /// Percentiles as the peers' programs take them: the value at place ⌊p·n⌋ of the sorted ones.
    init(_ times: [Double]) {
        let sorted = times.sorted()
        func percentile(_ share: Double) -> Double {
            sorted.isEmpty ? 0 : sorted[min(sorted.count - 1, Int(share * Double(sorted.count)))]
        }
        n = sorted.count
        p50 = percentile(0.50)
        p95 = percentile(0.95)
        p99 = percentile(0.99)
        mean = sorted.isEmpty ? 0 : sorted.reduce(0, +) / Double(sorted.count)
    }

    static func byKind(_ questions: [BenchmarkQuery], _ times: [Double]) -> [String: LatencySummary] {
        var byKind: [String: [Double]] = [:]
        for (question, time) in zip(questions, times) { byKind[question.kind.rawValue, default: []].append(time) }
        return byKind.mapValues(LatencySummary.init)
    }

    /// A line a question: id, kind, time.
    static func lines(_ questions: [BenchmarkQuery], _ times: [Double]) -> String {
        zip(questions, times).map { "\($0.id)\t\($0.kind.rawValue)\t\($1)\n" }.joined()
    }
}
