internal import Foundation

/// The list of sources that Concord brings.
public enum BuiltInSources {
    /// Environment variable naming a list to be used in its place.
    public static let environmentVariable = "CONCORD_SOURCES"

    /// Path of the list: what `CONCORD_SOURCES` says, else the file beside the executable, else the one where the code
    /// was built.
    public static var path: String {
        if let path = ProcessInfo.processInfo.environment[environmentVariable], !path.isEmpty { return path }
        let bundle = "concord_Publishers.resources/Resources/sources.yaml"
        let program = URL(fileURLWithPath: CommandLine.arguments.first ?? "").resolvingSymlinksInPath()
        let bases = [
            Bundle.main.bundleURL, Bundle.main.executableURL?.deletingLastPathComponent(),
            program.deletingLastPathComponent(),
        ]
        let beside = bases.compactMap { $0?.appendingPathComponent(bundle).path }
        // A program run by the package manager's test runner is started from elsewhere.
        let module = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        let built = module.appendingPathComponent("Resources/sources.yaml").path
        return beside.first { FileManager.default.isReadableFile(atPath: $0) } ?? built
    }
}
