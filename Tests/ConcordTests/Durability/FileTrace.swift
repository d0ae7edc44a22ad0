import Foundation

/// The calls that change files of one folder, in their order, as `crashpoint.c` writes them down.
struct FileTrace {
    enum Operation {
        case create(String)
        case write(String, offset: Int, bytes: Data)
        case truncate(String, length: Int)
        /// Of a file, or of a folder's entries.
        case synchronize(String)
        case rename(String, to: String)
        case link(String, to: String)
        case unlink(String)
        case makeFolder(String)
        case removeFolder(String)
    }

    var operations: [Operation] = []

    init(contentsOf url: URL) throws {
        let data = try Data(contentsOf: url)
        var at = data.startIndex
        while at < data.endIndex {
            guard let end = data[at...].firstIndex(of: 0x0A) else { throw CocoaError(.fileReadCorruptFile) }
            let line = String(decoding: data[at..<end], as: UTF8.self)
            at = data.index(after: end)
            let parts = line.split(separator: " ", maxSplits: 3).map(String.init)
            guard parts.count == 4, let offset = Int(parts[1]), let length = Int(parts[2]) else {
                throw CocoaError(.fileReadCorruptFile)
            }
            let paths = parts[3].split(separator: "\t").map(String.init)
            let operation: Operation
            switch parts[0] {
            case "create": operation = .create(paths[0])
            case "write":
                operation = .write(paths[0], offset: offset, bytes: Data(data[at..<(at + length)]))
                at += length + 1
            case "truncate": operation = .truncate(paths[0], length: offset)
            case "fsync": operation = .synchronize(paths[0])
            case "rename": operation = .rename(paths[0], to: paths[1])
            case "link": operation = .link(paths[0], to: paths[1])
            case "unlink": operation = .unlink(paths[0])
            case "mkdir": operation = .makeFolder(paths[0])
            case "rmdir": operation = .removeFolder(paths[0])
            default: throw CocoaError(.fileReadCorruptFile)
            }
            operations.append(operation)
        }
    }
}
