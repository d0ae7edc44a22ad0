/// A line of a data file whose columns stand between tabs.
public struct ResourceLine: Sendable, Hashable {
    /// Counted from 1, all lines of the file included.
    public var number: Int
    /// The columns, in order; one that is empty is an empty string.
    public var fields: [String]

    /// The lines of a text, without empty ones and comments, which begin with `#`.
    ///
    /// Bytes are looked at, not characters: some files are read for each question that is asked in a terminal, and
    /// finding where characters end takes longer than all the rest of reading them.
    public static func all(in text: String) -> [ResourceLine] {
        var lines: [ResourceLine] = []
        var text = text
        text.withUTF8 { bytes in
            var number = 0
            var rest = bytes[...]
            while !rest.isEmpty {
                number += 1
                var line = rest.prefix { $0 != UInt8(ascii: "\n") }
                rest = rest.dropFirst(line.count + 1)
                if line.last == UInt8(ascii: "\r") { line.removeLast() }
                guard let first = line.first, first != UInt8(ascii: "#") else { continue }
                lines.append(ResourceLine(number: number, fields: parts(of: line, separator: "\t")))
            }
        }
        return lines
    }

    /// The parts of a column, which an ASCII character separates; empty ones are left out.
    public static func list(_ field: String, separator: Unicode.Scalar) -> [String] {
        var field = field
        return field.withUTF8 { parts(of: $0[...], separator: separator) }.filter { !$0.isEmpty }
    }

    private static func parts(of line: Slice<UnsafeBufferPointer<UInt8>>, separator: Unicode.Scalar) -> [String] {
        let separator = UInt8(ascii: separator)
        var parts: [String] = []
        var rest = line
        while let end = rest.firstIndex(of: separator) {
            parts.append(String(decoding: rest[..<end], as: UTF8.self))
            rest = rest[(end + 1)...]
        }
        parts.append(String(decoding: rest, as: UTF8.self))
        return parts
    }
}
