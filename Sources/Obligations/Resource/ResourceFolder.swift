public import Foundation

/// Finds the data files of this module.
///
/// The accessor that the package manager generates traps when the folder is gone; this one looks in the same
/// places and reports what it did not find.
public struct ResourceFolder: Sendable {
    /// Environment variable naming a folder that holds the data files; it is asked first.
    public static let environmentVariable = "CONCORD_RESOURCES"

    private let candidates: [URL]

    /// Looks in `CONCORD_RESOURCES`, beside the executable, beside the code's own image, and in the build folder.
    public init() {
        var folders: [URL] = []
        if let path = ProcessInfo.processInfo.environment[Self.environmentVariable], !path.isEmpty {
            folders.append(URL(fileURLWithPath: path, isDirectory: true))
        }
        let bundle = "concord_Obligations.resources/Resources"
        let program = URL(fileURLWithPath: CommandLine.arguments.first ?? "").resolvingSymlinksInPath()
        for base in [Bundle.main.bundleURL, Bundle.main.executableURL?.deletingLastPathComponent()].compactMap(\.self) {
            folders.append(base.appendingPathComponent(bundle, isDirectory: true))
        }
        folders.append(program.deletingLastPathComponent().appendingPathComponent(bundle, isDirectory: true))
        // A program run by the package manager's test runner is started from elsewhere: the build folder is then
        // found from where this file was compiled.
        let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        folders.append(root.appendingPathComponent("Resources", isDirectory: true))
        candidates = folders
    }

    /// Looks in one folder only.
    public init(path: String) {
        candidates = [URL(fileURLWithPath: path, isDirectory: true)]
    }

    /// Names of the data files in a folder beside another data file that end so, sorted, as ``text(named:)`` takes
    /// them; empty where there is no such folder.
    public func names(in folder: String, beside name: String, suffix: String) -> [String] {
        // Files of two resource folders are never mixed.
        let home = candidates.first {
            FileManager.default.isReadableFile(atPath: $0.appendingPathComponent(name).path)
        }
        guard let home,
            let names = try? FileManager.default.contentsOfDirectory(atPath: home.appendingPathComponent(folder).path)
        else { return [] }
        return names.filter { $0.hasSuffix(suffix) && !$0.hasPrefix(".") }.sorted().map { "\(folder)/\($0)" }
    }

    /// The bytes of a data file.
    ///
    /// - Throws: ``ResourceError`` naming the file and the folders that were searched.
    public func data(named name: String) throws(ResourceError) -> Data {
        for folder in candidates {
            let url = folder.appendingPathComponent(name)
            guard FileManager.default.isReadableFile(atPath: url.path) else { continue }
            do {
                return try Data(contentsOf: url)
            } catch {
                throw ResourceError(name: name, reason: "\(url.path) cannot be read: \(error.localizedDescription)")
            }
        }
        let places = candidates.map(\.path).joined(separator: ", ")
        throw ResourceError(
            name: name,
            reason: "not found in \(places); build the package again or set \(Self.environmentVariable) to its folder")
    }

    /// The text of a data file.
    ///
    /// - Throws: ``ResourceError`` where the file is missing or not UTF-8.
    public func text(named name: String) throws(ResourceError) -> String {
        guard let text = String(data: try data(named: name), encoding: .utf8) else {
            throw ResourceError(name: name, reason: "not UTF-8; restore the file from the repository")
        }
        return text
    }
}
