public import Foundation

/// The folder of real laws and judged questions beside the project, or where `CONCORD_SHARED` says. Tests that need it
/// skip where it is missing.
public enum SharedInput {
    /// The folder, whether it is there or not.
    public static let folder: URL = {
        if let given = ProcessInfo.processInfo.environment["CONCORD_SHARED"], !given.isEmpty {
            return URL(fileURLWithPath: given)
        }
        var package = URL(fileURLWithPath: #filePath)
        for _ in 0..<3 { package.deleteLastPathComponent() }
        return package.appendingPathComponent("../shared").standardizedFileURL
    }()

    /// A file or folder in it.
    public static func url(_ name: String) -> URL { folder.appendingPathComponent(name) }

    /// Whether a file or folder is in it.
    public static func exists(_ name: String) -> Bool { FileManager.default.fileExists(atPath: url(name).path) }
}
