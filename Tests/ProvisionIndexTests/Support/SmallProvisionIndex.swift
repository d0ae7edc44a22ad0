import Foundation
import InvertedIndex
import Legislation
import ProvisionIndex

/// Provisions written into an index in a folder that is removed with this object.
final class SmallProvisionIndex {
    let path = NSTemporaryDirectory() + "concord-provisions-" + UUID().uuidString
    let searcher: IndexSearcher
    let analysis: ObligationAnalysis

    /// Indexes provisions; their numbers are 1, 2, 3, …
    init(_ entries: [(law: Law, detected: LanguageTag?, provision: Provision)]) throws {
        analysis = try ObligationAnalysis()
        let writer = try IndexWriter(
            directory: path, schema: ProvisionSchema.columns, parameters: ProvisionSchema.ranking,
            analysisVersion: ProvisionSchema.analysisVersion)
        let builder = writer.makeBuilder()
        let documents = ProvisionDocumentWriter(classifier: analysis.classifier, matrix: analysis.matrix)
        for (index, entry) in entries.enumerated() {
            documents.add(
                entry.provision, id: Int64(index + 1), law: entry.law, lawID: Int64(index + 1),
                detectedLanguage: entry.detected, to: builder)
        }
        try writer.add(builder)
        try writer.commit(sequence: 1)
        searcher = try IndexSearcher(directory: path)
    }

    deinit { try? FileManager.default.removeItem(atPath: path) }

    /// Numbers of the provisions that have a term.
    func found(_ space: TermSpace, _ term: String, in fields: IndexFieldSet = .all) throws -> Set<UInt64> {
        try found(.term(IndexTerm(space.key(term), fields: fields)))
    }

    /// Numbers of the provisions under a filter.
    func filtered(_ keyword: String) throws -> Set<UInt64> {
        try found(.termSet([TermSpace.keyword.key(keyword)]))
    }

    private func found(_ query: IndexQuery) throws -> Set<UInt64> {
        let hits = try searcher.search(query, limit: 100)
        return Set(hits.compactMap { searcher.number(ProvisionSchema.ColumnName.provision, of: $0.document) })
    }
}
