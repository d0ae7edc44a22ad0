public import Foundation

/// The folder of fetched documents: `KE/en/NAME` each, and in the hidden folder `.concord` what is known of them.
///
/// A file is replaced in one step, and what is known of it afterwards. Between the two the file's digest is not the one
/// that is known, so that the next run asks for the document without conditions and finds it changed.
public struct DocumentStore: Sendable {
    /// Path of the folder.
    public let path: String

    private static let ledger = ".concord"

    /// The store in a folder, which need not exist yet.
    public init(_ path: String) {
        self.path = URL(fileURLWithPath: path).standardizedFileURL.path
    }

    var ledgerPath: String { "\(path)/\(Self.ledger)" }
    var partsPath: String { "\(ledgerPath)/parts" }
    /// What was done, a line of JSON each time.
    public var logPath: String { "\(ledgerPath)/fetch-log.jsonl" }

    /// Path of a document's file.
    public func filePath(_ document: PlannedDocument) -> String { "\(path)/\(document.location)" }

    func provenancePath(_ document: PlannedDocument) -> String { "\(ledgerPath)/\(document.location).json" }
    func partPath(_ document: PlannedDocument) -> String { "\(partsPath)/\(document.name)" }

    /// What is known of a document; nil when it was never stored, or when what is known cannot be read.
    public func provenance(_ document: PlannedDocument) -> Provenance? {
        Self.provenance(path: provenancePath(document))
    }

    private static func provenance(path: String) -> Provenance? {
        FileManager.default.contents(atPath: path).flatMap {
            try? Provenance.decoder().decode(Provenance.self, from: $0)
        }
    }

    /// Whether the stored file is the one that is known.
    func isIntact(_ document: PlannedDocument, _ known: Provenance) -> Bool {
        guard let found = Digest.sha256(file: filePath(document)) else { return false }
        return found.digest == known.sha256 && found.size == known.size
    }

    /// Makes the folders that a document needs.
    func prepare(for document: PlannedDocument) throws(FetchFailure) {
        let folder = document.source.folder
        for path in ["\(path)/\(folder)", "\(ledgerPath)/\(folder)", partsPath] { try Self.makeFolder(path) }
    }

    static func makeFolder(_ path: String) throws(FetchFailure) {
        do {
            try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
        } catch {
            throw .store("\(path) cannot be made (\(error.localizedDescription))")
        }
    }

    /// Puts a finished file in the document's place.
    func publish(_ finished: String, as document: PlannedDocument) throws(FetchFailure) {
        try DurableFile.move(finished, to: filePath(document))
    }

    /// Writes down what is known of a document.
    func record(_ provenance: Provenance, of document: PlannedDocument) throws(FetchFailure) {
        do {
            try DurableFile.replace(
                provenancePath(document), with: try Provenance.encoder().encode(provenance) + [0x0A])
        } catch let failure as FetchFailure {
            throw failure
        } catch {
            throw .store("\(provenancePath(document)) cannot be written (\(error))")
        }
    }

    /// Documents of a source that are stored, with what is known of them.
    func documents(of source: LawSource) -> [(document: PlannedDocument, known: Provenance)] {
        let folder = "\(ledgerPath)/\(source.folder)"
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
        return names.filter { $0.hasSuffix(".json") }.sorted().compactMap { name in
            guard let known = Self.provenance(path: "\(folder)/\(name)"), known.source == source.id,
                let address = try? WebAddress(known.address)
            else { return nil }
            let document = PlannedDocument(address: address, source: source)
            return document.name + ".json" == name ? (document, known) : nil
        }
    }

    /// Paths of the files of a source that are there, withdrawn ones among them.
    public func files(of source: LawSource) -> [String] {
        documents(of: source).map { filePath($0.document) }.filter { FileManager.default.fileExists(atPath: $0) }
    }

    /// What is known of a file; nil when it lies in no store.
    public static func provenance(ofFile path: String) -> Provenance? {
        let parts = path.split(separator: "/", omittingEmptySubsequences: false)
        guard parts.count > 3 else { return nil }
        let location = parts.suffix(3).joined(separator: "/")
        let root = parts.dropLast(3).joined(separator: "/")
        return provenance(path: "\(root)/\(ledger)/\(location).json")
    }

    /// When a source was last gone through without a failure; nil when it never was.
    public func lastRun(of source: LawSource) -> Date? {
        let path = "\(ledgerPath)/runs/\(source.id).json"
        return FileManager.default.contents(atPath: path).flatMap {
            try? Provenance.decoder().decode([String: Date].self, from: $0)["completed"]
        }
    }

    func recordRun(of source: LawSource, at date: Date) throws(FetchFailure) {
        try Self.makeFolder("\(ledgerPath)/runs")
        guard let bytes = try? Provenance.encoder().encode(["completed": date]) else { return }
        try DurableFile.replace("\(ledgerPath)/runs/\(source.id).json", with: bytes)
    }
}
