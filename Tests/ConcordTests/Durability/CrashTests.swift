import Foundation
import Ingestion
import Testing

/// What every crash must leave: all that was acknowledged, nothing half-written, and a next run that goes on.
///
/// By default a sample of the points; with `CONCORD_CRASH_POINTS=all` in the environment every one of them, as
/// `scripts/crash-harness` does.
@Suite("A crash at each write, fsync and rename", .serialized)
struct CrashTests {
    private static let takesAll = ProcessInfo.processInfo.environment["CONCORD_CRASH_POINTS"] == "all"

    /// Numbers of the calls after which to crash: each, or about so many, the last always among them.
    private static func points(of count: Int, sample: Int) -> [Int] {
        guard !takesAll, count > sample else { return Array(0..<count) }
        // Steps of uneven length, so that no call of a repeating pattern is always passed over.
        let picked = (0..<sample).map { ($0 * count + ($0 * 7 + 3) % max(1, count / sample)) / sample }
        return Array(Set(picked.map { min($0, count - 1) } + [count - 1])).sorted()
    }

    @Test("by the calls of a recorded run: whatever the process or the power leaves is whole and goes on")
    func recordedCalls() throws {
        let scenario = try CrashScenario()
        var points = 0
        try scenario.run { recorded in
            let count = recorded.trace.operations.count
            #expect(count > 20, "\(recorded.step.name): only \(count) calls were seen")
            let wanted = Set(Self.points(of: count, sample: 8))
            var disk = recorded.disk.copy()
            for (number, operation) in recorded.trace.operations.enumerated() {
                if wanted.contains(number) {
                    let half = disk.copy()
                    var torn = half
                    torn.applyHalf(operation)
                    try torn.restore(after: .process, to: scenario.files.index)
                    try expectWhole(scenario, recorded, "half of call \(number + 1) of \(count)")
                    points += 1
                }
                disk.apply(operation)
                guard wanted.contains(number) else { continue }
                for loss in RecordedDisk.Loss.allCases {
                    try disk.restore(after: loss, to: scenario.files.index)
                    let place = "\(loss) after call \(number + 1) of \(count)"
                    if number == count - 1 {
                        #expect(
                            try StoredLaws(in: scenario.folder) == recorded.after, "\(recorded.step.name), \(place)")
                    }
                    try expectWhole(scenario, recorded, place)
                    points += 1
                }
            }
        }
        report("\(points) states left by recorded calls")
    }

    @Test("by the process itself: ended at a call, or in the middle of it")
    func endedProcesses() throws {
        let scenario = try CrashScenario()
        var points = 0
        try scenario.run { recorded in
            let count = recorded.trace.operations.count
            for number in Self.points(of: count, sample: 4) {
                try recorded.disk.restore(after: .process, to: scenario.files.index)
                var environment = ["CRASHPOINT_AT": String(number + 1)]
                if number % 2 == 1 { environment["CRASHPOINT_TORN"] = "1" }
                let result = try scenario.run(recorded.step, environment: environment)
                // Threads may make a run a few calls shorter than the recorded one.
                guard result.status == 137 || number > count / 2 && result.status == 0 else {
                    Issue.record("\(recorded.step.name), call \(number + 1): \(result.status) \(result.errors)")
                    continue
                }
                try expectWhole(scenario, recorded, "ended at call \(number + 1) of \(count)")
                points += 1
            }
        }
        report("\(points) ended processes")
    }

    /// Checks what is stored now, then repeats the step and checks that it ends as if nothing had happened.
    private func expectWhole(_ scenario: CrashScenario, _ recorded: CrashScenario.Recorded, _ place: String) throws {
        let place = "\(recorded.step.name), \(place)"
        do {
            let isFirst = recorded.before == StoredLaws()
            let stored = isFirst ? try? StoredLaws(in: scenario.folder) : try StoredLaws(in: scenario.folder)
            if let stored {
                #expect(stored.lies(between: recorded.before, and: recorded.after), "\(place): \(stored.texts.keys)")
            }
            if !isFirst {
                let report = try IndexVerifier(folder: scenario.folder).verify()
                #expect(report.faults.isEmpty, "\(place): \(report.faults)")
            }
            let ingestor = Ingestor(folder: scenario.folder, workerCount: 1)
            if recorded.step.arguments.first == "reindex" {
                _ = try ingestor.reindex()
            } else {
                _ = try ingestor.index(paths: [scenario.files.laws])
            }
            #expect(try StoredLaws(in: scenario.folder) == recorded.after, "\(place): after the next run")
            let report = try IndexVerifier(folder: scenario.folder).verify()
            #expect(report.faults.isEmpty && report.waiting == 0, "\(place): after the next run: \(report.faults)")
        } catch {
            Issue.record("\(place): \(error)")
        }
    }

    private func report(_ words: String) {
        guard Self.takesAll else { return }
        print("crash harness: \(words), 0 lost, 0 torn unless an issue is recorded above")
    }
}
