import Catalog
import Foundation
import Legislation
import Retrieval
import Synchronization

/// Puts the questions of a set to an index, once for each setting.
struct QuestionRun {
    /// What one question gave under one setting.
    struct Answer: Sendable {
        var documents: [String]
        var score: QuestionScore?
    }

    let set: QuestionSet
    /// Folder of the index.
    let folder: String
    /// Threads.
    let workerCount: Int

    /// Documents that are asked for, as many as the deepest measure looks at.
    private static let depth = 100

    private struct Work {
        var answers: [[Answer?]]
        var failure: (any Error)?
    }

    /// Answers by setting, then by question in the order of the set.
    ///
    /// - Throws: what the search throws on a damaged index.
    func answers(_ settings: [RankingSetting]) throws -> [[Answer]] {
        let row: [Answer?] = Array(repeating: nil, count: set.questions.count)
        let work = Mutex(Work(answers: Array(repeating: row, count: settings.count)))
        // A worker keeps its searcher, and with it the analyzers' caches, through all settings.
        DispatchQueue.concurrentPerform(iterations: workerCount) { worker in
            do {
                let searcher = try LawSearcher(folder: folder)
                for (place, setting) in settings.enumerated() {
                    for number in stride(from: worker, to: set.questions.count, by: workerCount) {
                        let question = set.questions[number]
                        let documents = try documents(question.text, setting, searcher)
                        let score = QuestionScore(documents: documents, gains: question.gains)
                        work.withLock { $0.answers[place][number] = Answer(documents: documents, score: score) }
                    }
                }
            } catch {
                work.withLock { $0.failure = error }
            }
        }
        return try work.withLock { work in
            if let failure = work.failure { throw failure }
            return work.answers.map { $0.compactMap { $0 } }
        }
    }

    private func documents(
        _ text: String, _ setting: RankingSetting, _ searcher: LawSearcher
    ) throws -> [String] {
        let hits = try searcher.hits(of: text) { query in
            var request = SearchRequest(query, limit: Self.depth)
            request.wantsSnippets = false
            request.profile = setting.profile
            request.resultsIn = set.resultsIn
            request.language = set.asked
            return request
        }
        return hits.map { $0.record.provision.externalID ?? $0.record.iri }
    }
}
