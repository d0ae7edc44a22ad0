internal import Foundation
internal import InvertedIndex

/// Finds the files to read below the paths that were named.
public struct SourceWalk {
    /// A file to read.
    public struct Entry: Equatable {
        /// Where it is.
        public var path: String
        /// Bytes.
        public var size: Int
        /// Seconds since 1970.
        public var modified: Int64
    }

    /// Files to read, in the order of their paths.
    public private(set) var files: [Entry] = []
    /// Files that are left out, with the reason.
    public private(set) var skipped: [(path: String, reason: String)] = []

    /// Walks the paths.
    ///
    /// - Parameter paths: files, which are taken as they are, and folders, which are searched.
    /// - Throws: ``IngestionError/noSuchPath(_:)``.
    public init(paths: [String]) throws(IngestionError) {
        for path in paths {
            let url = URL(fileURLWithPath: path).standardizedFileURL
            var isFolder: ObjCBool = false
            guard FileManager.default.fileExists(atPath: url.path, isDirectory: &isFolder) else {
                throw .noSuchPath(path)
            }
            if isFolder.boolValue {
                search(url)
            } else {
                add(url)
            }
        }
    }

    private mutating func search(_ folder: URL) {
        let keys: Set<URLResourceKey> = [.isRegularFileKey, .isSymbolicLinkKey]
        var urls: [URL] = []
        var refused: [(path: String, reason: String)] = []
        let found = FileManager.default.enumerator(
            at: folder, includingPropertiesForKeys: Array(keys), options: [.skipsHiddenFiles],
            errorHandler: { url, error in
                refused.append((url.path, "it cannot be opened: \(error.localizedDescription)"))
                return true
            })
        while let url = found?.nextObject() as? URL {
            if let values = try? url.resourceValues(forKeys: keys) {
                if values.isSymbolicLink == true {
                    refused.append((url.path, "a link; name the file or folder itself"))
                } else if values.isRegularFile == true {
                    urls.append(url)
                }
            } else {
                // A name that is not UTF-8 cannot be told the system again as it was.
                let isMisnamed = url.path.unicodeScalars.contains("\u{FFFD}")
                refused.append((url.path, isMisnamed ? "its name is not UTF-8; rename it" : "it cannot be examined"))
            }
        }
        // File systems give names in no order; an index should not depend on it.
        for url in urls.sorted(by: { $0.path < $1.path }) {
            if let reason = Self.reasonToLeaveOut(url) {
                refused.append((url.path, reason))
            } else {
                add(url)
            }
        }
        skipped += refused.sorted { $0.path < $1.path }
    }

    private mutating func add(_ url: URL) {
        let attributes = try? FileManager.default.attributesOfItem(atPath: url.path)
        let modified = (attributes?[.modificationDate] as? Date)?.timeIntervalSince1970 ?? 0
        files.append(
            Entry(path: url.path, size: (attributes?[.size] as? Int) ?? 0, modified: Int64(modified)))
    }

    /// Files that stand among laws and are none.
    private static func reasonToLeaveOut(_ url: URL) -> String? {
        let name = url.lastPathComponent.lowercased()
        if name.hasPrefix("readme") || name.hasPrefix("license") { return "describes the folder, is no law" }
        switch url.pathExtension.lowercased() {
        case "tsv", "csv", "xlsx": return "a table, no law; name the file itself to read it all the same"
        case "xz", "gz", "zip", "zst", "bz2": return "compressed; unpack it first"
        case "png", "jpg", "jpeg", "gif", "svg", "tif", "tiff": return "a picture"
        case "py", "swift", "sh", "sqlite": return "not a text of law"
        default: return nil
        }
    }
}
