import Foundation

/// The folder of real laws and judged questions beside the project. Tests that need it skip where it is missing.
enum SharedInput {
    static let path: String = {
        if let given = ProcessInfo.processInfo.environment["CONCORD_SHARED"] { return given }
        return URL(fileURLWithPath: #filePath).deletingLastPathComponent()
            .appendingPathComponent("../../../../shared").standardizedFileURL.path
    }()

    static func exists(_ name: String) -> Bool { FileManager.default.fileExists(atPath: path + "/" + name) }
}
