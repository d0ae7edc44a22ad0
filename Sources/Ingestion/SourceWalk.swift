internal import Foundation
internal import InvertedIndex

/// Finds the files to read below the paths that were named.
struct SourceWalk {
    struct Entry: Equatable {
        var path: String
        var size: Int
        /// Seconds since 1970.
        var modified: Int64
    }

    /// Files to read, in the order of their paths.
    private(set) var files: [Entry] = []
    /// Files that are left out, with the reason.
    private(set) var skipped: [(path: String, reason: String)] = []

    /// - Parameter paths: files, which are taken as they are, and folders, which are searched.
    /// - Throws: ``IngestionError/noSuchPath(_:)``.
    init(paths: [String]) throws(IngestionError) {
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
        let found = FileManager.default.enumerator(
            at: folder, includingPropertiesForKeys: [.isRegularFileKey], options: [.skipsHiddenFiles])
        var urls: [URL] = []
        while let url = found?.nextObject() as? URL {
            if (try? url.resourceValues(forKeys: [.isRegularFileKey]).isRegularFile) == true { urls.append(url) }
        }
        // File systems give names in no order; an index should not depend on it.
        for url in urls.sorted(by: { $0.path < $1.path }) {
            if let reason = Self.reasonToLeaveOut(url) {
                skipped.append((url.path, reason))
            } else {
                add(url)
            }
        }
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
