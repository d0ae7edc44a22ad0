import Foundation

/// Rows of a file in the form of RFC 4180, read strictly.
///
/// Own code because a library was looked for and none fits: SwiftCSV 0.10 takes a quotation mark that is never closed as
/// the end of the file, fills rows that are too short, and names no line. A list of facts that is taken as a whole or not
/// at all needs the opposite.
struct CSVTable {
    struct Row {
        /// Line on which the row begins, from 1.
        var line: Int
        var fields: [String]
    }

    struct Fault: Error {
        var line: Int
        var reason: String
    }

    static let byteLimit = 16 << 20
    static let fieldLimit = 64 << 10

    /// All rows, the first with the names of columns; empty lines are passed over.
    let rows: [Row]

    /// - Throws: ``Fault`` with the line.
    init(_ data: Data) throws(Fault) {
        guard data.count <= Self.byteLimit else {
            throw Fault(line: 1, reason: "larger than \(Self.byteLimit >> 20) MiB; split it")
        }
        var bytes = Array(data)[...]
        if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) {
            throw Fault(line: 1, reason: "it is UTF-16; save it as “CSV UTF-8”")
        }
        if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { bytes = bytes.dropFirst(3) }
        guard let text = String(validating: bytes, as: UTF8.self), !bytes.contains(0) else {
            throw Fault(line: Self.lineOfFault(bytes), reason: "it is not UTF-8; save it as “CSV UTF-8”")
        }
        var reader = Reader(Array(text.utf8))
        rows = try reader.rows()
    }

    private static func lineOfFault(_ bytes: ArraySlice<UInt8>) -> Int {
        let lines = bytes.split(separator: 0x0A, omittingEmptySubsequences: false)
        let place = lines.firstIndex { String(validating: $0, as: UTF8.self) == nil || $0.contains(0) }
        return (place ?? 0) + 1
    }

    private struct Reader {
        let bytes: [UInt8]
        var place = 0
        var line = 1

        init(_ bytes: [UInt8]) { self.bytes = bytes }

        mutating func rows() throws(Fault) -> [Row] {
            var rows: [Row] = []
            while place < bytes.count {
                let start = line
                var fields: [String] = []
                repeat { fields.append(try field()) } while takeComma()
                takeLineEnd()
                if fields != [""] { rows.append(Row(line: start, fields: fields)) }
            }
            return rows
        }

        private mutating func takeComma() -> Bool {
            guard place < bytes.count, bytes[place] == UInt8(ascii: ",") else { return false }
            place += 1
            return true
        }

        private mutating func takeLineEnd() {
            guard place < bytes.count else { return }
            if bytes[place] == 0x0D { place += 1 }
            if place < bytes.count, bytes[place] == 0x0A { place += 1 }
            line += 1
        }

        private mutating func field() throws(Fault) -> String {
            guard place < bytes.count, bytes[place] == UInt8(ascii: "\"") else { return try plain() }
            let start = line
            place += 1
            var content: [UInt8] = []
            while place < bytes.count {
                let byte = bytes[place]
                place += 1
                if byte == UInt8(ascii: "\"") {
                    guard place < bytes.count, bytes[place] == byte else { return try closed(content) }
                    place += 1
                } else if byte == 0x0A {
                    line += 1
                }
                content.append(byte)
                try checkLength(content.count, start)
            }
            throw Fault(line: start, reason: "a quotation mark is opened and never closed")
        }

        private func closed(_ content: [UInt8]) throws(Fault) -> String {
            guard place == bytes.count || [0x2C, 0x0D, 0x0A].contains(bytes[place]) else {
                throw Fault(
                    line: line, reason: "text stands behind a closing quotation mark; write \"\" for one within a field"
                )
            }
            return String(decoding: content, as: UTF8.self)
        }

        private mutating func plain() throws(Fault) -> String {
            let start = place
            while place < bytes.count, ![0x2C, 0x0D, 0x0A].contains(bytes[place]) {
                if bytes[place] == UInt8(ascii: "\"") {
                    throw Fault(
                        line: line,
                        reason:
                            "a quotation mark within a field that does not begin with one; put the field in quotation "
                            + "marks and double those within")
                }
                place += 1
                try checkLength(place - start, line)
            }
            return String(decoding: bytes[start..<place], as: UTF8.self)
        }

        private func checkLength(_ length: Int, _ line: Int) throws(Fault) {
            if length > CSVTable.fieldLimit {
                throw Fault(line: line, reason: "a field is longer than \(CSVTable.fieldLimit >> 10) KiB")
            }
        }
    }
}
