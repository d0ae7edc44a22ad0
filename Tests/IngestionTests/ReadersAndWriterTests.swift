import Catalog
import Foundation
import Ingestion
import Legislation
import Retrieval
import Synchronization
import Testing

/// Also what `scripts/thread-sanitizer` runs.
@Suite("Readers while a writer commits and merges")
struct ReadersAndWriterTests {
    /// Runs of the writer; enough of them that segments are merged.
    private static let rounds = 24

    @Test("each reader sees one commit, whole, and one that stays open keeps seeing its own")
    func undisturbed() throws {
        let folder = try LawFolder()
        try folder.write("stays.md", law("Constant Act", words: ["anchor", "anchor", "anchor", "anchor", "anchor"]))
        try folder.write("changes.md", law("Changing Act", words: ["round0", "round0", "round0"]))
        _ = try folder.ingest()
        let early = try LawSearcher(folder: folder.index.path)
        let path = folder.index.path
        let shared = Shared()
        let readers = DispatchGroup()
        // Threads of their own: a queue may let the writer finish before a reader begins.
        for _ in 0..<2 {
            readers.enter()
            Thread.detachNewThread {
                defer { readers.leave() }
                Self.readOn(path, shared)
            }
        }
        do {
            defer {
                shared.isDone.store(true, ordering: .releasing)
                readers.wait()
            }
            for round in 1...Self.rounds {
                let answers = shared.answers.load(ordering: .relaxed)
                try folder.write("changes.md", law("Changing Act", words: Array(repeating: "round\(round)", count: 3)))
                try folder.write("new\(round).md", law("Act \(round)", words: ["filler", "common"]))
                _ = try folder.ingest()
                // Goes on when a reader has answered since, so that they do read beside each other; or has failed.
                while shared.answers.load(ordering: .relaxed) == answers, shared.failures.withLock({ $0.isEmpty }) {
                    Thread.sleep(forTimeInterval: 0.001)
                }
            }
        }
        #expect(shared.failures.withLock { $0 } == [])
        #expect(try Self.texts("anchor", early).count == 5, "the searcher that was opened first")
        let report = try folder.verify()
        #expect(report.faults.isEmpty && report.waiting == 0)
        #expect(report.segments < Self.rounds, "nothing was merged")
        #expect(try Self.texts("round\(Self.rounds)", try LawSearcher(folder: path)).count == 3)
    }

    /// What the writer and its readers tell each other.
    private final class Shared: Sendable {
        let isDone = Atomic(false)
        let answers = Atomic(0)
        let failures = Mutex<[String]>([])
    }

    private static func readOn(_ path: String, _ shared: Shared) {
        func fail(_ what: String) { shared.failures.withLock { $0.append(what) } }
        do {
            repeat {
                let searcher = try LawSearcher(folder: path)
                let found = try texts("anchor", searcher)
                if found.count != 5 { fail("anchor: \(found.count) of 5") }
                // The words of the changing law are those of one round, or those of a catalog that is ahead of the
                // index and have no text to show.
                let rounds = try texts("common", searcher)
                if !rounds.allSatisfy({ $0.contains("common") }) { fail("common: \(rounds)") }
                shared.answers.add(1, ordering: .relaxed)
            } while !shared.isDone.load(ordering: .acquiring)
        } catch {
            fail("\(error)")
        }
    }

    private static func texts(_ word: String, _ searcher: LawSearcher) throws -> [String] {
        try searcher.search(SearchRequest(QueryParser.parse(word), limit: 200)).hits.map(\.record.provision.text)
    }

    private func law(_ title: String, words: [String]) -> String {
        "---\ntitle: \"\(title)\"\nidentifier: \(title.filter { $0 != " " })\ncountry: KE\nlanguage: en\n---\n"
            + words.enumerated().map { "\n## Article \($0 + 1). Rule\n\nThe \($1) is kept.\n" }.joined()
    }
}
