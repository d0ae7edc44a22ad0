public import Foundation

/// Finds the data files of this module: in `CONCORD_TRANSLATIONS`, beside the executable, or where the code was built.
public struct TranslationFolder: Sendable {
    /// Environment variable naming a folder that holds the data files; it is asked first.
    public static let environmentVariable = "CONCORD_TRANSLATIONS"

    private let candidates: [URL]

    /// Looks in all places.
    public init() {
        var folders: [URL] = []
        if let path = ProcessInfo.processInfo.environment[Self.environmentVariable], !path.isEmpty {
            folders.append(URL(fileURLWithPath: path, isDirectory: true))
        }
        let bundle = "concord_Translation.resources/Resources"
        let program = URL(fileURLWithPath: CommandLine.arguments.first ?? "").resolvingSymlinksInPath()
        let bases = [
            Bundle.main.bundleURL, Bundle.main.executableURL?.deletingLastPathComponent(),
            program.deletingLastPathComponent(),
        ]
        folders += bases.compactMap { $0?.appendingPathComponent(bundle, isDirectory: true) }
        // A program run by the package manager's test runner is started from elsewhere: the sources are then found
        // from where this file was compiled.
        let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        folders.append(root.appendingPathComponent("Resources", isDirectory: true))
        candidates = folders
    }

    /// Looks in one folder only.
    public init(path: String) { candidates = [URL(fileURLWithPath: path, isDirectory: true)] }

    /// The first of the places that is there.
    ///
    /// - Throws: ``TranslationError`` naming the places that were searched.
    public func home() throws(TranslationError) -> URL {
        for folder in candidates where FileManager.default.fileExists(atPath: folder.path) { return folder }
        throw TranslationError(
            file: "translations",
            reason: "not found in \(candidates.map(\.path).joined(separator: ", ")); build the package again or set "
                + "\(Self.environmentVariable) to the folder of translations")
    }
}
