import Foundation

/// A folder that is made beside its place and gets its name in one step once it is whole; what is not published goes
/// with this object.
public final class StagedFolder {
    /// Where files are put until then.
    public let path: String
    private let target: String
    private var isPublished = false

    /// - Throws: ``TransferError`` when something is at `target` that is no empty folder, or the folder cannot be made.
    public init(for target: String) throws {
        let target = URL(fileURLWithPath: target).standardizedFileURL.path
        var isFolder: ObjCBool = false
        if FileManager.default.fileExists(atPath: target, isDirectory: &isFolder) {
            let isEmpty = (try? FileManager.default.contentsOfDirectory(atPath: target))?.isEmpty ?? false
            guard isFolder.boolValue, isEmpty else {
                throw TransferError(
                    file: target, message: "there is something here already",
                    mend: "name a folder that is not there yet, or an empty one")
            }
        }
        self.target = target
        path = target + ".part-" + String(UInt32.random(in: 0...UInt32.max), radix: 16)
        do {
            try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
        } catch {
            throw TransferError(
                file: target, message: "the folder cannot be made: \(error.localizedDescription)",
                mend: "check the rights of the folder above it")
        }
    }

    deinit {
        if !isPublished { try? FileManager.default.removeItem(atPath: path) }
    }

    /// Gives the folder its name.
    ///
    /// - Throws: ``TransferError`` when something has come to stand at its place meanwhile.
    public func publish() throws {
        // An empty folder is replaced; anything else is not.
        guard rename(path, target) == 0 else {
            throw TransferError(
                file: target, message: "the folder cannot get its name: \(String(cString: strerror(errno)))",
                mend: "name a folder that is not there yet, or an empty one")
        }
        isPublished = true
    }
}
