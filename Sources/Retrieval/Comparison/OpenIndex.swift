internal import Catalog
internal import InvertedIndex
internal import Legislation
internal import Obligations
internal import ProvisionIndex
internal import TextAnalysis

/// Catalog and index of one folder, opened for reading, with the analyzers that its texts ask for. Of one thread.
final class OpenIndex {
    let folder: String
    let catalog: Catalog
    let index: IndexSearcher
    let matrix: ObligationMatrix
    private var analyzers: [String: Analyzer] = [:]

    /// - Throws: `CatalogError`, `IndexError` or `ResourceError` when a part is missing, damaged or of another version.
    init(folder: String) throws {
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
    func analyze(_ text: String, language: String, into buffer: inout TokenBuffer) {
        analyzer(language).analyze(text, into: &buffer)
    }

    private func analyzer(_ language: String) -> Analyzer {
        if let analyzer = analyzers[language] { return analyzer }
        let analyzer = Analyzer(language: language)
        analyzers[language] = analyzer
        return analyzer
    }

    /// The provisions of documents, with the cells of each; documents that the catalog has no more are left out.
    func records(of documents: [UInt64]) throws -> [(record: ProvisionRecord, cells: [CellScore])] {
        let numbers = documents.map { Int64(index.number(ProvisionSchema.ColumnName.provision, of: $0) ?? 0) }
        let records = Dictionary(try catalog.provisions(ids: numbers).map { ($0.id, $0) }) { first, _ in first }
        return zip(documents, numbers).compactMap { document, number in
            records[number].map { ($0, CellTerms.scores(of: index.payload(of: document), matrix: matrix)) }
        }
    }

    /// Keys of the countries given, for filters.
    static func countries(_ codes: [String]) -> IndexQuery {
        .termSet(codes.map { TermSpace.keyword.key(FilterKeyword.country($0)) })
    }
}
