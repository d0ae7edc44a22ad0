/// Why a list of facts was not taken. Nothing of it was written.
public struct StateImportError: Error, Hashable, Sendable, CustomStringConvertible {
    /// One thing that is wrong.
    public struct Fault: Hashable, Sendable {
        /// Line, from 1; nil where the whole file is meant.
        public var line: Int?
        /// Column of the table.
        public var column: String?
        /// What is wrong and how it is mended.
        public var reason: String
    }

    /// How many faults are told at most.
    public static let limit = 20

    /// Path of the file, as it was given.
    public var file: String
    /// What is wrong, in the order of the file, at most ``limit``.
    public var faults: [Fault]
    /// Faults that are not told.
    public var omitted: Int

    init(file: String, faults: [Fault]) {
        self.file = file
        self.faults = Array(faults.prefix(Self.limit))
        omitted = max(0, faults.count - Self.limit)
    }

    /// A line for each fault.
    public var description: String {
        var lines = faults.map { fault in
            let place = fault.line.map { ":\($0)" } ?? ""
            return "\(file)\(place): " + (fault.column.map { "\($0): " } ?? "") + fault.reason
        }
        if omitted > 0 { lines.append("and \(omitted) more") }
        lines.append("Nothing was written.")
        return lines.joined(separator: "\n")
    }
}
