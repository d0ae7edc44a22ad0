import ArgumentParser
import BenchmarkCorpus
import Foundation
import InvertedIndex

/// Measures how long questions take; see README.md.
@main
struct QueryLatency: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "QueryLatency", abstract: "Measure the time of questions on an index that Indexing has made.")

    @Option(help: "Folder of the index.")
    var index: String

    @Option(help: "Questions: id, kind, terms and operand a line, tabs between.")
    var queries: String

    @Option(help: "Kinds to ask, separated by commas; all if left out.")
    var kinds: String?

    @Option(help: "Rounds that are not measured.")
    var warm = 2

    @Option(help: "Rounds that are measured; a question's time is its median.")
    var rounds = 7

    @Flag(help: "Write a line TURN before each measured round and wait for a line of input.")
    var inTurns = false

    @Option(help: "How many documents are asked for.")
    var limit = 10

    @Option(help: "Measure questions a second on this many threads in place of the time of each.")
    var threads: Int?

    @Option(help: "With --threads: how long each kind is asked.")
    var seconds = 2.0

    @Option(help: ArgumentHelp("Write what was found: question, kind, document, rank, score.", valueName: "file.tsv"))
    var found: String?

    @Option(help: ArgumentHelp("Write the time of each question: id, kind, microseconds.", valueName: "file.tsv"))
    var times: String?

    func validate() throws {
        if warm < 0 || rounds < 0 || limit < 1 { throw ValidationError("--warm, --rounds and --limit take numbers.") }
        if let threads, threads < 1 || threads > 64 { throw ValidationError("--threads takes a number from 1 to 64.") }
        if !(0.01...600 ~= seconds) { throw ValidationError("--seconds takes a number from 0.01 to 600.") }
    }

    func run() throws {
        let searcher = try BenchmarkIndex.searcher(index)
        let questions = try BenchmarkQuery.read(queries, kinds: kinds)
        if let threads {
            let rates = try Throughput(searcher: searcher, limit: limit, threads: threads, seconds: seconds)
                .rates(questions)
            try ResultLine.print(
                Rates(
                    documents: searcher.liveDocumentCount, segments: searcher.manifest.segments.count,
                    threads: threads, qps: rates))
            return
        }
        let latency = Latency(searcher: searcher, limit: limit, inTurns: inTurns)
        let measured = try latency.measure(questions, warm: warm, rounds: rounds)
        if let times { try Self.write(LatencySummary.lines(questions, measured), to: times) }
        if let found { try Self.write(latency.found(questions), to: found) }
        try ResultLine.print(
            Times(
                documents: searcher.liveDocumentCount, segments: searcher.manifest.segments.count,
                kinds: LatencySummary.byKind(questions, measured)))
    }

    private struct Times: Encodable {
        var peer = "concord"
        var phase = "search"
        var documents: Int
        var segments: Int
        var kinds: [String: LatencySummary]
    }

    private struct Rates: Encodable {
        var peer = "concord"
        var phase = "throughput"
        var documents: Int
        var segments: Int
        var threads: Int
        var qps: [String: Double]
    }

    private static func write(_ text: String, to path: String) throws {
        do {
            try text.write(toFile: path, atomically: true, encoding: .utf8)
        } catch {
            throw BenchmarkError("\(path): cannot be written: \(error.localizedDescription)")
        }
    }
}
