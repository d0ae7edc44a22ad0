import Foundation

/// Reads records from a file of JSON lines, one after the other.
final class LineReader {
    let path: String
    private let handle: FileHandle
    private let decoder = JSONDecoder()
    private var buffer: [UInt8] = []
    private var start = 0
    private var isAtEnd = false
    /// Number of the line that was read last, from 1.
    private(set) var line = 0

    /// Longest line that is taken: over any provision that can be stored, escaped.
    private static let lineLimit = 1 << 28

    init(path: String) throws {
        self.path = path
        guard let handle = FileHandle(forReadingAtPath: path) else {
            throw TransferError(
                file: path, message: "it is missing or cannot be opened", mend: "copy the whole export again")
        }
        self.handle = handle
    }

    deinit { try? handle.close() }

    /// The next record; nil at the end.
    func next<Record: Decodable>(_ type: Record.Type) throws -> Record? {
        guard let line = try nextLine() else { return nil }
        do {
            return try decoder.decode(type, from: Data(line))
        } catch {
            throw fault("it is no such record: \(Self.reason(error))")
        }
    }

    /// The error that the line which was read last is wrong.
    func fault(_ message: String) -> TransferError {
        TransferError(
            file: path, line: line, message: message, mend: "restore the line, or export the database again")
    }

    private func nextLine() throws -> ArraySlice<UInt8>? {
        var searched = start
        while true {
            if let end = buffer[searched...].firstIndex(of: 0x0A) {
                defer { start = end + 1 }
                line += 1
                return buffer[start..<end]
            }
            searched = buffer.count
            guard !isAtEnd else {
                guard start < buffer.count else { return nil }
                line += 1
                throw fault("the last line does not end: the file was cut short")
            }
            guard buffer.count - start < Self.lineLimit else {
                line += 1
                throw fault("the line is longer than any record")
            }
            if start > 0 {
                buffer.removeFirst(start)
                searched -= start
                start = 0
            }
            let piece = try handle.read(upToCount: 1 << 20) ?? Data()
            isAtEnd = piece.isEmpty
            buffer += piece
        }
    }

    private static func reason(_ error: any Error) -> String {
        guard let error = error as? DecodingError else { return "\(error)" }
        func place(_ context: DecodingError.Context) -> String {
            context.codingPath.isEmpty ? "" : " at " + context.codingPath.map(\.stringValue).joined(separator: ".")
        }
        return switch error {
        case .keyNotFound(let key, let context): "\(key.stringValue) is missing\(place(context))"
        case .typeMismatch(_, let context), .valueNotFound(_, let context): "a value of another type\(place(context))"
        case .dataCorrupted(let context): "not JSON, or a value that is none\(place(context))"
        @unknown default: "\(error)"
        }
    }
}
