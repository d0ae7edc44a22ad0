import ArgumentParser
import BenchmarkCorpus
import Foundation
import InvertedIndex

/// Opens an index: how long it takes, and what memory it holds before the first question.
struct Opening: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "open", abstract: "Open an index.")

    @Option(help: "Folder of the index.")
    var index: String

    @Option(help: "How often it is opened again after the first time.")
    var rounds = 20

    private struct Figures: Encodable {
        var peer = "concord"
        var phase = "open"
        var documents: Int
        var firstMilliseconds: Double
        var againMilliseconds: Double
        var residentMegabytes: Double
        var anonymousMegabytes: Double
        var processMegabytes: Double
    }

    func run() throws {
        let clock = ContinuousClock()
        let before = ResidentMemory.now
        let start = clock.now
        let searcher = try BenchmarkIndex.searcher(index)
        let first = (clock.now - start) / .milliseconds(1)
        let after = ResidentMemory.now
        var times: [Double] = []
        for _ in 0..<max(1, rounds) {
            let start = clock.now
            _ = try BenchmarkIndex.searcher(index)
            times.append((clock.now - start) / .milliseconds(1))
        }
        try ResultLine.print(
            Figures(
                documents: searcher.liveDocumentCount, firstMilliseconds: first,
                againMilliseconds: times.sorted()[times.count / 2],
                residentMegabytes: Double(after.all - before.all) / 1e6,
                anonymousMegabytes: Double(after.anonymous - before.anonymous) / 1e6,
                processMegabytes: Double(after.all) / 1e6))
    }
}
