/// A workbook that could not be written.
public struct WorkbookError: Error, Hashable, Sendable, CustomStringConvertible {
    /// Path of the file.
    public var path: String
    /// What went wrong.
    public var reason: String

    /// Path and reason.
    public var description: String {
        "\(path): the workbook cannot be written: \(reason); check that the folder is there and has room"
    }
}
