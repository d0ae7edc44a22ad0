package import Catalog
package import InvertedIndex
internal import Legislation
package import Obligations
internal import ProvisionIndex
package import TextAnalysis

/// Catalog and index of one folder, opened for reading, with the analyzers that its texts ask for. Of one thread.
package final class OpenIndex {
    package let folder: String
    package let catalog: Catalog
    package let index: IndexSearcher
    package let matrix: ObligationMatrix
    private var analyzers: [String: Analyzer] = [:]

    /// - Throws: `CatalogError`, `IndexError` or `ResourceError` when a part is missing, damaged or of another version.
    package init(folder: String) throws {
        self.folder = folder
        index = try IndexSearcher(directory: folder + "/" + ProvisionSchema.folder)
        guard index.manifest.analysisVersion == ProvisionSchema.analysisVersion else {
            throw IndexError.limit(
                "\(folder): indexed with text analysis \(index.manifest.analysisVersion), this program has "
                    + "\(ProvisionSchema.analysisVersion). Run 'concord reindex'")
        }
        catalog = try Catalog(directory: folder, mode: .readOnly)
        matrix = try ObligationMatrix()
    }

    /// Appends the tokens of a text to a buffer.
    package func analyze(_ text: String, language: String, into buffer: inout TokenBuffer) {
        analyzer(language).analyze(text, into: &buffer)
    }

    private func analyzer(_ language: String) -> Analyzer {
        if let analyzer = analyzers[language] { return analyzer }
        let analyzer = Analyzer(language: language)
        analyzers[language] = analyzer
        return analyzer
    }

    /// The provisions of documents, with the cells of each; documents that the catalog has no more are left out.
    package func records(of documents: [UInt64]) throws -> [(record: ProvisionRecord, cells: [CellScore])] {
        zip(documents, try provisions(of: documents)).compactMap { document, record in
            record.map { ($0, CellTerms.scores(of: index.payload(of: document), matrix: matrix)) }
        }
    }

    /// Keys of the countries given, for filters.
    package static func countries(_ codes: [String]) -> IndexQuery {
        .termSet(codes.map { TermSpace.keyword.key(FilterKeyword.country($0)) })
    }

    // MARK: One State

    /// The index as it stands today: the newest expression of each law, without what was withdrawn.
    ///
    /// - Throws: `CatalogError` when reading fails.
    package func today() throws(CatalogError) -> IndexSearcher {
        var views = VersionViews(catalog: catalog, index: index)
        return try views.view(.newest, includesWithdrawn: false).index
    }

    /// The provisions of documents, in their order; nil for those that the catalog has no more.
    package func provisions(of documents: [UInt64]) throws -> [ProvisionRecord?] {
        let numbers = documents.map { Int64(index.number(ProvisionSchema.ColumnName.provision, of: $0) ?? 0) }
        let records = Dictionary(try catalog.provisions(ids: numbers).map { ($0.id, $0) }) { first, _ in first }
        return numbers.map { records[$0] }
    }
}
