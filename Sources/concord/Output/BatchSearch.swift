import Catalog
import Foundation
import InvertedIndex
import Legislation
import Retrieval

/// Answers a file of questions in one process, for benchmarks.
struct BatchSearch {
    let searcher: LawSearcher
    let filters: Query?
    let limit: Int
    let parameters: RankingParameters?
    let resultsIn: ResultLanguages
    let versions: VersionOptions

    /// - Parameters:
    ///   - questions: file of lines `id TAB question`; empty lines are passed over.
    ///   - answers: file for the run.
    func run(questions: String, answers: String) throws {
        guard let data = FileManager.default.contents(atPath: questions) else {
            throw Failure.notFound("\(questions): no such file, or it cannot be read.")
        }
        guard let text = String(data: data, encoding: .utf8) else {
            throw Failure.badData("\(questions): not UTF-8. Convert it first, for example with iconv.")
        }
        var output = ""
        var seconds: [Double] = []
        for (number, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
            let line = line.hasSuffix("\r") ? line.dropLast() : line
            if line.allSatisfy(\.isWhitespace) { continue }
            let parts = line.split(separator: "\t", maxSplits: 1, omittingEmptySubsequences: false)
            guard parts.count == 2, !parts[0].isEmpty else {
                throw Failure.badData("\(questions), line \(number + 1): not of the form 'id TAB question'.")
            }
            let started = Date()
            let hits = try answer(String(parts[1]))
            seconds.append(Date().timeIntervalSince(started))
            for hit in hits {
                let document = hit.record.provision.externalID ?? hit.record.iri
                // Tabs keep ids with spaces whole; TREC's tools take any white space.
                output += "\(parts[0])\tQ0\t\(document)\t\(hit.rank)\t\(hit.score)\tconcord\n"
            }
        }
        do {
            try output.write(toFile: answers, atomically: true, encoding: .utf8)
        } catch {
            throw Failure.output("\(answers): cannot be written: \(error.localizedDescription)")
        }
        let sorted = seconds.sorted()
        let median = sorted.isEmpty ? 0 : sorted[sorted.count / 2]
        Console.line(
            "\(seconds.count) questions answered in \(Quantity.duration(seconds.reduce(0, +)))"
                + String(format: ", median %.2f ms", median * 1000))
    }

    private func answer(_ question: String) throws -> [SearchHit] {
        let query = (try? QueryParser.parse(question)) ?? QueryParser.plain(question)
        do {
            return try search(query)
        } catch is RetrievalError {
            // A name before a colon that only looked like a filter.
            return try search(QueryParser.plain(question))
        }
    }

    private func search(_ query: Query) throws -> [SearchHit] {
        var request = SearchRequest(query, limit: limit)
        if let filters, case .clauses(let clauses) = filters.root {
            request.restrict(clauses.compactMap { if case .filter(let filter, _) = $0.node { filter } else { nil } })
        } else if let filters, case .filter(let filter, _) = filters.root {
            request.restrict([filter])
        }
        request.wantsSnippets = false
        request.resultsIn = resultsIn
        request.versions = versions.scope
        request.includesWithdrawn = versions.includeWithdrawn
        request.profile.parameters = parameters
        return try searcher.search(request).hits
    }
}
