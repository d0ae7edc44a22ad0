internal import Foundation

/// The one file that says which segments make up the index. It is replaced as a whole at every commit.
///
/// On disk: a first line `concord-index <format> <CRC-32 of the rest, eight hex digits>`, then JSON.
public struct Manifest: Sendable, Equatable, Codable {
    /// Newest format this program writes and reads.
    public static let formatVersion: UInt32 = 2
    /// Name of the file in the index folder.
    public static let fileName = "MANIFEST"

    /// One segment of the index.
    public struct Segment: Sendable, Equatable, Codable {
        /// File name in the index folder.
        public var file: String
        /// Documents, deleted ones included.
        public var documentCount: Int
        /// File with the bitmap of deleted documents; nil when none is deleted.
        public var deletions: String?
        /// How many are deleted.
        public var deletedCount: Int
        /// Size in bytes, so that an exchanged file is noticed.
        public var size: Int
    }

    /// Counts commits; every file made for a commit carries its number.
    public var generation: UInt64 = 0
    /// The catalog's sequence number up to which the index has followed.
    public var sequence: Int64 = 0
    /// Which analysis made the terms; an index made by another must be rebuilt.
    public var analysisVersion: UInt32 = 0
    /// Column of numbers that orders documents of equal score; nil takes the order of the index.
    public var tieColumn: String?
    /// In document order.
    public var segments: [Segment] = []

    /// The manifest of an index without segments.
    public init() {}

    /// Reads the manifest of `directory`.
    ///
    /// - Parameter acceptsOlder: read the manifest of an earlier format as well, whose segments cannot be read.
    /// - Throws: ``IndexError/noIndex(directory:)`` when there is none, ``IndexError/newerVersion(file:found:supported:)``,
    ///   ``IndexError/olderVersion(file:found:supported:)`` or ``IndexError/corrupt(file:place:)``.
    public static func read(from directory: String, acceptsOlder: Bool = false) throws(IndexError) -> Manifest {
        let path = directory + "/" + fileName
        guard let data = FileManager.default.contents(atPath: path) else { throw .noIndex(directory: directory) }
        guard let lineEnd = data.firstIndex(of: 0x0A),
            let line = String(data: data[..<lineEnd], encoding: .utf8)
        else { throw .corrupt(file: path, place: "first line") }
        let parts = line.split(separator: " ")
        guard parts.count == 3, parts[0] == "concord-index", let version = UInt32(parts[1]),
            let checksum = UInt32(parts[2], radix: 16)
        else { throw .corrupt(file: path, place: "first line") }
        guard version <= formatVersion else {
            throw .newerVersion(file: path, found: version, supported: formatVersion)
        }
        guard version == formatVersion || acceptsOlder else {
            throw .olderVersion(file: path, found: version, supported: formatVersion)
        }
        let body = Array(data[(lineEnd + 1)...])
        guard Checksum.crc32(body) == checksum else {
            throw .corrupt(file: path, place: "checksum of the segment list")
        }
        do {
            return try JSONDecoder().decode(Manifest.self, from: Data(body))
        } catch {
            throw .corrupt(file: path, place: "segment list")
        }
    }

    /// Makes this the manifest of `directory`, durably and in one step.
    public func write(to directory: String) throws(IndexError) {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys]
        let body: [UInt8]
        do {
            body = Array(try encoder.encode(self))
        } catch {
            throw .limit("\(directory): the manifest cannot be written as JSON: \(error)")
        }
        let digits = String(Checksum.crc32(body), radix: 16)
        let checksum = String(repeating: "0", count: 8 - digits.count) + digits
        let line = "concord-index \(Self.formatVersion) \(checksum)\n"
        try DurableDirectory.replace(Self.fileName, in: directory, with: Array(line.utf8) + body)
    }
}
