/// Why a law could not be written: where, what, and what to do.
public struct LegislationWriteError: Error, Hashable, Sendable, CustomStringConvertible {
    /// Path as it was given.
    public var file: String
    /// What is wrong, as a sentence without its full stop.
    public var message: String
    /// What to do about it.
    public var mend: String

    /// An error from its parts.
    public init(file: String, message: String, mend: String) {
        self.file = file
        self.message = message
        self.mend = mend
    }

    /// File, fault and mend on one line.
    public var description: String { "\(file): \(message); \(mend)" }
}
