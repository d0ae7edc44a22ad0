import Foundation
import Legislation

/// The lines of an exported database. Names and types here are those of `docs/export.md`.
enum TransferRecord {
    /// A line of `sources.jsonl`.
    struct Source: Codable, Equatable {
        var id: Int64
        var path: String
        var checksum: String
        var size: Int64
        var modified: Int64
        var skipped: String?
        var laws: Int
        var provisions: Int
        var indexedAt: Int64
        var complete: Bool
    }

    /// A line of `laws.jsonl`.
    struct LawLine: Codable, Equatable {
        var id: Int64
        var source: Int64
        var ordinal: Int
        var expression: String
        var law: Law
        var detectedLanguage: String?
        var provisions: Int
        var withdrawnAt: Int64?
        var digest: String
    }

    /// A line of `provisions.jsonl`.
    struct ProvisionLine: Codable, Equatable {
        var id: Int64
        var law: Int64
        var ordinal: Int
        var provision: Provision
    }

}

/// `manifest.json` of an exported database: what files there are, and how each must be.
public struct TransferManifest: Codable, Sendable, Equatable {
    /// One file.
    public struct File: Codable, Sendable, Equatable {
        /// Name in the folder.
        public var name: String
        /// Lines, each a record.
        public var lines: Int
        /// Size in bytes.
        public var bytes: Int
        /// SHA-256 of its bytes, in hexadecimal.
        public var sha256: String
    }

    /// Name of the manifest.
    public static let fileName = "manifest.json"
    /// Files that an export has, in the order in which they are read.
    public static let fileNames = ["sources.jsonl", "laws.jsonl", "provisions.jsonl", "events.jsonl"]
    /// What the format is called.
    public static let formatName = "concord-export"
    /// Newest version that this program writes and reads.
    public static let formatVersion = 1

    /// ``formatName``.
    public var format: String
    /// Version of the format.
    public var version: Int
    /// When it was written, in UTC.
    public var created: String
    /// Number of the last event.
    public var lastEvent: Int64
    /// Hash of the last event.
    public var recordHash: String
    /// The files.
    public var files: [File]
}

/// Why an exported database is not taken in.
public struct TransferError: Error, Sendable, Equatable, CustomStringConvertible {
    /// The file, or the folder.
    public let file: String
    /// The line, from 1; nil where the whole file is meant.
    public let line: Int?
    /// What is wrong.
    public let message: String
    /// How to mend it.
    public let mend: String

    /// An error about `file`; `message` and `mend` begin with a small letter and end without a full stop.
    public init(file: String, line: Int? = nil, message: String, mend: String) {
        self.file = file
        self.line = line
        self.message = message
        self.mend = mend
    }

    /// What is thrown where a file cannot be written.
    public static func unwritable(_ file: String, _ reason: any Error) -> TransferError {
        TransferError(
            file: file, message: "it cannot be written: \(reason.localizedDescription)", mend: "make room on the disk")
    }

    /// File, line, what is wrong and how to mend it.
    public var description: String {
        "\(file)\(line.map { ", line \($0)" } ?? ""): \(message). \(mend.prefix(1).uppercased() + mend.dropFirst())"
    }
}
