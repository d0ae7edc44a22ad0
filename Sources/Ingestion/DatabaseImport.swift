internal import Catalog
internal import Foundation

/// Makes catalog and index from an exported folder.
public struct DatabaseImport {
    private let source: String

    /// An import of the folder that `CatalogExport` wrote.
    public init(from folder: String) { source = folder }

    /// Makes an index folder, which must not be there yet or be empty. It has its name only once all of it is made.
    ///
    /// - Parameters:
    ///   - workerCount: threads that analyse; nil takes one for each core.
    ///   - progress: called now and then with the number of provisions indexed.
    /// - Returns: number of provisions.
    /// - Throws: `TransferError` naming file and line of what is wrong; `CatalogError` or `IndexError`. Nothing is left
    ///   behind then.
    public func make(
        _ folder: IndexFolder, workerCount: Int? = nil, progress: (Int) -> Void = { _ in }
    ) throws -> Int {
        let staging = try StagedFolder(for: folder.path)
        try CatalogImport(from: source).make(in: staging.path)
        let count = try Ingestor(folder: IndexFolder(staging.path), workerCount: workerCount).reindex(
            progress: progress)
        try staging.publish()
        return count
    }
}
