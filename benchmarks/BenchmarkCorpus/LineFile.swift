import Foundation

/// A text file held in memory, read line by line and split at tabs.
///
/// Read, not mapped: what a program measures afterwards must not wait for the disk.
public struct LineFile: Sendable {
    /// Path, for messages.
    public let path: String
    /// All bytes of the file.
    public let bytes: [UInt8]

    /// Reads the file.
    ///
    /// - Throws: ``BenchmarkError`` when it is missing, empty, or does not end with its last line.
    public init(_ path: String) throws(BenchmarkError) {
        self.path = path
        let file = open(path, O_RDONLY | O_CLOEXEC)
        guard file >= 0 else {
            throw BenchmarkError("\(path): cannot be opened. 'benchmarks/run' makes corpora and queries.")
        }
        defer { close(file) }
        var status = stat()
        guard fstat(file, &status) == 0 else { throw BenchmarkError("\(path): its size cannot be told.") }
        let size = Int(status.st_size)
        bytes = [UInt8](unsafeUninitializedCapacity: size) { buffer, count in
            while count < size {
                let got = read(file, buffer.baseAddress.map { $0 + count }, size - count)
                if got <= 0 { break }
                count += got
            }
        }
        guard bytes.count == size, size > 0 else {
            throw BenchmarkError("\(path): empty, or changed while it was read. Make it again with 'benchmarks/run'.")
        }
        guard bytes.last == UInt8(ascii: "\n") else {
            throw BenchmarkError("\(path): cut short in its last line. Make it again with 'benchmarks/run'.")
        }
    }

    /// Calls `body` with the number of each line, from 1, and the ranges of its columns.
    ///
    /// - Parameter columns: how many columns each line must have.
    /// - Throws: ``BenchmarkError`` at a line of another number of columns; what `body` throws.
    public func forEachLine(
        columns: Int, _ body: (_ number: Int, _ columns: [Range<Int>]) throws(BenchmarkError) -> Void
    ) throws(BenchmarkError) {
        var ranges: [Range<Int>] = []
        var number = 0
        var start = 0
        while start < bytes.count {
            number += 1
            ranges.removeAll(keepingCapacity: true)
            let end = split(from: start, into: &ranges)
            guard ranges.count == columns else {
                throw BenchmarkError(
                    "\(path):\(number): \(ranges.count) columns in place of \(columns). "
                        + "Make it again with 'benchmarks/run'.")
            }
            try body(number, ranges)
            start = end + 1
        }
    }

    /// The bytes of a range as a string.
    public func string(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }

    private func split(from start: Int, into ranges: inout [Range<Int>]) -> Int {
        bytes.withUnsafeBufferPointer { bytes in
            var field = start
            var index = start
            while index < bytes.count, bytes[index] != UInt8(ascii: "\n") {
                if bytes[index] == UInt8(ascii: "\t") {
                    ranges.append(field..<index)
                    field = index + 1
                }
                index += 1
            }
            ranges.append(field..<index)
            return index
        }
    }
}
