/// Why a file could not be read as legislation: where, what, and what to do.
public struct LegislationReadError: Error, Hashable, Sendable, CustomStringConvertible {
    /// The kind of fault.
    public enum Reason: String, Sendable, Hashable, CaseIterable {
        /// The file cannot be opened.
        case unreadable
        case empty
        case tooLarge = "too-large"
        /// The bytes are text in no charset that could be told.
        case undecodable
        /// Not well-formed in its own format.
        case malformed
        /// A DTD or an entity declaration, which may read other files or expand without bound.
        case refusedDTD = "refused-dtd"
        case tooDeep = "too-deep"
        /// Locked with a password.
        case encrypted
        /// The program that reads the format is not installed.
        case missingProgram = "missing-program"
        /// Well-formed, but nothing a law is recognised by.
        case notLegislation = "not-legislation"
    }

    /// Where in the file.
    public enum Place: Sendable, Hashable, CustomStringConvertible {
        case file
        /// Line, counted from 1.
        case line(Int)
        /// Byte offset, counted from 0.
        case byte(Int)
        /// XML element and the line it stands on.
        case element(String, line: Int)

        /// The place in words; empty for the file as a whole.
        public var description: String {
            switch self {
            case .file: ""
            case .line(let line): "line \(line)"
            case .byte(let offset): "byte \(offset)"
            case .element(let name, let line): "line \(line), element \(name)"
            }
        }
    }

    /// Path as it was given.
    public var file: String
    /// Where in the file.
    public var place: Place
    /// The kind of fault.
    public var reason: Reason
    /// What is wrong, as a sentence without its full stop.
    public var message: String
    /// What to do about it.
    public var mend: String

    /// An error from its parts.
    public init(file: String, place: Place = .file, reason: Reason, message: String, mend: String) {
        self.file = file
        self.place = place
        self.reason = reason
        self.message = message
        self.mend = mend
    }

    /// File, place, fault and mend on one line.
    public var description: String {
        let where_ = place == .file ? "" : ", \(place)"
        return "\(file)\(where_): \(message); \(mend)"
    }
}
