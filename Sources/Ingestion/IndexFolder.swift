internal import Catalog
internal import Foundation
internal import InvertedIndex
internal import ProvisionIndex

/// A folder that holds a catalog and the index derived from it.
public struct IndexFolder: Sendable, Hashable {
    /// Path of the folder.
    public let path: String

    /// The folder at `path`, which need not exist yet.
    public init(_ path: String) { self.path = path }

    /// Folder of the inverted index.
    public var indexPath: String { path + "/" + ProvisionSchema.folder }

    /// Whether a catalog is there.
    public var exists: Bool { FileManager.default.fileExists(atPath: path + "/" + Catalog.fileName) }
}
