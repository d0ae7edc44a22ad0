import Foundation
import Ingestion
import InvertedIndex
import ProvisionIndex

/// How much larger an index is for what is in it besides the words of the law: the matrix cells that provisions serve,
/// as terms to filter and rank by and as payload to show. Concepts and the parts of compounds are found in the question,
/// so they add nothing.
struct IndexGrowth {
    let corpus: String
    /// Bytes of the index without the catalog.
    let bytes: Int
    /// Bytes of the terms of cells.
    let cells: Int
    /// Bytes of the payloads.
    let payloads: Int
    /// What they add to the index without them, 0 for nothing.
    let growth: Double

    /// - Throws: `IndexError` when damage is met.
    init(corpus: String, folder: String) throws {
        let searcher = try IndexSearcher(directory: IndexFolder(folder).indexPath)
        let size = try searcher.size()
        self.corpus = corpus
        bytes = size.all
        payloads = size.payloads
        cells = try searcher.size(ofTermsBeginningWith: [TermSpace.cell.rawValue])
        let words = bytes - cells - payloads
        growth = words > 0 ? Double(cells + payloads) / Double(words) : 0
    }

    var line: String {
        String(
            format: "index of %@: %.1f MB, of which %.0f kB terms and %.0f kB payloads of obligations: growth %.1f %%",
            corpus, Double(bytes) / 1e6, Double(cells) / 1e3, Double(payloads) / 1e3, growth * 100)
    }
}
