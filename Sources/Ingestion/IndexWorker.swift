internal import Catalog
internal import InvertedIndex
internal import ProvisionIndex

/// One thread's share of indexing: analyzers with their caches and a segment in the making.
///
/// `@unchecked Sendable`: a worker is used by one thread at a time. ``IndexFollower`` gives each worker one range of
/// provisions in a round and waits for all before it touches them again.
final class IndexWorker: @unchecked Sendable {
    let builder: SegmentBuilder
    private let documents: ProvisionDocumentWriter
    /// What stopped the worker in the last round.
    private(set) var failure: (any Error)?

    init(builder: SegmentBuilder, analysis: ObligationAnalysis) {
        self.builder = builder
        documents = ProvisionDocumentWriter(classifier: analysis.classifier, matrix: analysis.matrix)
    }

    /// Indexes the provisions that the catalog has in the ranges; those deleted since are not there any more.
    func index(_ ranges: [Range<Int64>], of catalog: Catalog) {
        failure = nil
        do {
            for range in ranges where !range.isEmpty {
                try catalog.forEachProvision(after: range.lowerBound - 1, through: range.upperBound - 1) { record in
                    documents.add(
                        record.provision, id: record.id, law: record.law.law, lawID: record.law.id,
                        detectedLanguage: record.law.detectedLanguage, to: builder)
                    return true
                }
            }
        } catch {
            failure = error
        }
    }
}
