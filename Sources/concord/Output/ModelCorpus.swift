import Foundation
import Legislation

/// Where the model texts are.
enum ModelCorpus {
    /// Environment variable that names the folder.
    static let variable = "CONCORD_CORPUS"

    /// The folder: that which is named; else that of the environment; else `corpus` beside the program, in a folder
    /// above it (as in a clone, where the program lies in `.build`), in `share/concord` of its prefix, or in the
    /// current folder.
    ///
    /// The texts stay one folder of files, and are not made part of the program, so that they can be read, corrected
    /// and replaced.
    static func folder(named path: String?) throws -> URL {
        if let path { return URL(fileURLWithPath: path) }
        if let path = ProcessInfo.processInfo.environment[variable], !path.isEmpty { return URL(fileURLWithPath: path) }
        let program = (Bundle.main.executableURL ?? URL(fileURLWithPath: CommandLine.arguments.first ?? ""))
            .resolvingSymlinksInPath()
        var candidates: [URL] = []
        var above = program.deletingLastPathComponent()
        candidates.append(above.deletingLastPathComponent().appendingPathComponent("share/concord/corpus"))
        for _ in 0..<5 {
            candidates.append(above.appendingPathComponent("corpus"))
            above.deleteLastPathComponent()
        }
        candidates.append(URL(fileURLWithPath: "corpus"))
        let found = candidates.first { folder in
            FileManager.default.fileExists(atPath: folder.appendingPathComponent("model-act/en.xml").path)
        }
        guard let found else {
            throw Failure.notFound(
                "The model texts were not found; name their folder with --corpus FOLDER or in \(variable).")
        }
        return found
    }
}
