internal import Foundation

/// The log of a store: a line of JSON for each document of each run, only ever added to.
struct FetchLog {
    /// One line.
    struct Entry: Encodable {
        var at: Date
        var source: String
        var address: String
        var outcome: String
        var status: Int?
        var bytes: Int
        var attempts: Int
        var sha256: String?
        var reason: String?
    }

    let path: String

    /// Adds a line; what a process that was killed left unfinished is ended first.
    func append(_ entry: Entry) throws(FetchFailure) {
        guard let line = try? Provenance.encoder(pretty: false).encode(entry) else { return }
        let file = try DurableFile(path: path, appending: true)
        let start: [UInt8] = endsInLine ? [] : [0x0A]
        try file.write(start + line + [0x0A])
    }

    private var endsInLine: Bool {
        guard let handle = FileHandle(forReadingAtPath: path) else { return true }
        defer { try? handle.close() }
        guard let end = try? handle.seekToEnd(), end > 0 else { return true }
        try? handle.seek(toOffset: end - 1)
        return (try? handle.read(upToCount: 1))?.first == 0x0A
    }
}
