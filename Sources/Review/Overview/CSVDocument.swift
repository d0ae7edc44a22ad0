/// A table in the form of RFC 4180: fields with commas, quotation marks or line breaks in quotation marks, lines ended
/// by CR and LF.
public struct CSVDocument: Sendable {
    /// The text so far.
    public private(set) var text = ""

    /// An empty table.
    public init() {}

    /// Adds a row.
    public mutating func add(_ fields: [String]) {
        text += fields.map(Self.field).joined(separator: ",") + "\r\n"
    }

    /// A field as it is written. One that a spreadsheet would take for a formula gets an apostrophe before it, which
    /// makes it a text there: such fields can come from anybody's law or import.
    public static func field(_ value: String) -> String {
        var value = value
        // Spreadsheets skip white space before the sign, and take its wide forms too.
        let first = value.unicodeScalars.first { !$0.properties.isWhitespace && $0 != "\u{FEFF}" }
        let isControl = value.unicodeScalars.first.map { $0.value < 0x20 } ?? false
        if isControl || first.map({ "=+-@＝＋－＠".unicodeScalars.contains($0) }) ?? false { value = "'" + value }
        guard value.utf8.contains(where: { [0x2C, 0x22, 0x0A, 0x0D].contains($0) }) else { return value }
        return "\"" + value.replacing("\"", with: "\"\"") + "\""
    }
}
