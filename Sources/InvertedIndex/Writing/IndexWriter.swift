internal import Foundation

/// Changes an index: takes finished segments and deletions, and makes them visible in one step with ``commit(sequence:)``.
///
/// Only one writer may work on a folder at a time; the caller holds the lock. What was not committed leaves no trace:
/// files that the manifest does not name are removed when a writer is opened.
public final class IndexWriter {
    /// Folder of the index.
    public let directory: String
    private var manifest: Manifest
    private let schema: [ColumnDefinition]
    private let parameters: RankingParameters
    private let order: DocumentOrder?
    private var fileNumber: UInt64
    private var isChanged = false
    /// Segments of about the same size that are merged together.
    private static let mergeFactor = 8

    /// Opens the index in `directory`, or begins one there.
    ///
    /// - Parameters:
    ///   - schema: columns of new segments.
    ///   - order: how documents are arranged; nil keeps the order in which they are added.
    ///   - analysisVersion: which analysis makes the terms.
    ///   - startOver: forget what is there.
    /// - Throws: ``IndexError``; ``IndexError/limit(_:)`` when the index was made by another analysis.
    public init(
        directory: String, schema: [ColumnDefinition], parameters: RankingParameters = .standard,
        order: DocumentOrder? = nil, analysisVersion: UInt32, startOver: Bool = false
    ) throws(IndexError) {
        self.directory = directory
        self.schema = schema
        self.parameters = parameters
        self.order = order
        do {
            try FileManager.default.createDirectory(atPath: directory, withIntermediateDirectories: true)
        } catch {
            throw .system(
                file: directory, action: "create the folder", code: 0, message: error.localizedDescription)
        }
        let isThere = FileManager.default.fileExists(atPath: directory + "/" + Manifest.fileName)
        isNew = !isThere
        if isThere, !startOver {
            manifest = try Manifest.read(from: directory)
            guard manifest.analysisVersion == analysisVersion else {
                throw .limit(
                    "\(directory): indexed with text analysis \(manifest.analysisVersion), this program has "
                        + "\(analysisVersion). Run 'concord reindex'")
            }
        } else {
            manifest = Manifest()
            // An older manifest may stand there; numbers go on from it, so that no file name is used twice.
            manifest.generation = (try? Manifest.read(from: directory, acceptsOlder: true))?.generation ?? 0
            manifest.analysisVersion = analysisVersion
            isChanged = true
        }
        manifest.tieColumn = order?.ties
        fileNumber = manifest.generation << 20
        if !startOver { removeUnnamedFiles() }
    }

    /// Whether the folder held no index when it was opened.
    public let isNew: Bool

    /// The catalog's sequence number of the last commit.
    public var sequence: Int64 { manifest.sequence }

    /// Documents of the committed and added segments that are not deleted.
    public var liveDocumentCount: Int {
        manifest.segments.reduce(0) { $0 + $1.documentCount - $1.deletedCount }
    }

    /// A new empty builder for one thread.
    public func makeBuilder() -> SegmentBuilder { SegmentBuilder(schema: schema, parameters: parameters, order: order) }

    /// Writes out a builder's segment behind the others and empties the builder. Visible after the next commit.
    public func add(_ builder: SegmentBuilder) throws(IndexError) {
        let documents = builder.documentCount
        guard documents > 0 else { return }
        let name = newName("seg")
        let size = try builder.write(to: directory + "/" + name)
        manifest.segments.append(
            .init(file: name, documentCount: documents, deletions: nil, deletedCount: 0, size: size))
        isChanged = true
    }

    /// Deletes the documents whose number in `column` is one of `numbers`; gives how many were found.
    @discardableResult
    public func delete(column: String, in numbers: Set<UInt64>) throws(IndexError) -> Int {
        guard !numbers.isEmpty else { return 0 }
        var found = 0
        for index in manifest.segments.indices {
            let entry = manifest.segments[index]
            let reader = try SegmentReader(path: directory + "/" + entry.file)
            guard let column = reader.columns[column] else { continue }
            var deleted = try deletions(of: entry)
            var added = 0
            for document in 0..<UInt32(reader.documentCount) where numbers.contains(column.value(document)) {
                if deleted.insert(document) { added += 1 }
            }
            guard added > 0 else { continue }
            found += added
            let name = newName("del")
            try DeletionFile.write(deleted, to: name, in: directory)
            manifest.segments[index].deletions = name
            manifest.segments[index].deletedCount += added
            isChanged = true
        }
        return found
    }

    /// Makes all changes visible, durably and in one step.
    ///
    /// - Parameter sequence: the catalog's sequence number that the index has now reached.
    public func commit(sequence: Int64) throws(IndexError) {
        guard isChanged || sequence != manifest.sequence else { return }
        manifest.sequence = sequence
        manifest.generation += 1
        try DurableDirectory.synchronize(directory)
        try manifest.write(to: directory)
        isChanged = false
        removeUnnamedFiles()
    }

    /// Merges neighbouring segments of about the same size, so that their number stays near the logarithm of the
    /// number of documents; and segments of which more than half is deleted.
    public func mergeIfNeeded() throws(IndexError) {
        while let range = mergeCandidate { try merge(range) }
        for index in manifest.segments.indices.reversed()
        where manifest.segments[index].deletedCount * 2 > manifest.segments[index].documentCount {
            try merge(index..<(index + 1))
        }
    }

    /// Merges everything into one segment.
    public func mergeAll() throws(IndexError) {
        let isDone = manifest.segments.count == 1 && manifest.segments[0].deletedCount == 0
        if !manifest.segments.isEmpty, !isDone { try merge(0..<manifest.segments.count) }
    }

    private var mergeCandidate: Range<Int>? {
        // A tier holds segments whose sizes lie within a factor of eight.
        func tier(_ segment: Manifest.Segment) -> Int {
            max(0, (64 - max(segment.documentCount, 1).leadingZeroBitCount - 10) / 3)
        }
        let segments = manifest.segments
        var start = 0
        while start < segments.count {
            var end = start + 1
            while end < segments.count, tier(segments[end]) <= tier(segments[start]) { end += 1 }
            if end - start >= Self.mergeFactor { return start..<end }
            start += 1
        }
        return nil
    }

    private func merge(_ range: Range<Int>) throws(IndexError) {
        var inputs: [SegmentMerger.Input] = []
        for entry in manifest.segments[range] {
            let reader = try SegmentReader(path: directory + "/" + entry.file)
            inputs.append(.init(reader: reader, deleted: entry.deletions == nil ? nil : try deletions(of: entry)))
        }
        let name = newName("seg")
        let merged = try SegmentMerger(inputs, order: order).write(to: directory + "/" + name, parameters: parameters)
        // Cursors of the merger point into the inputs' mappings.
        withExtendedLifetime(inputs) {}
        let segment = Manifest.Segment(
            file: name, documentCount: merged.documents, deletions: nil, deletedCount: 0, size: merged.size)
        if merged.documents == 0 { unlink(directory + "/" + name) }
        manifest.segments.replaceSubrange(range, with: merged.documents == 0 ? [] : [segment])
        isChanged = true
    }

    private func deletions(of entry: Manifest.Segment) throws(IndexError) -> DocumentSet {
        guard let name = entry.deletions else { return DocumentSet(capacity: entry.documentCount) }
        return try DeletionFile.read(directory + "/" + name, capacity: entry.documentCount)
    }

    private func newName(_ kind: String) -> String {
        fileNumber += 1
        let digits = String(fileNumber, radix: 36)
        return kind + "-" + String(repeating: "0", count: max(0, 10 - digits.count)) + digits
    }

    /// Removes what a writer that did not come to its commit, or an earlier commit, has left. A reader that has such
    /// a file mapped keeps it.
    private func removeUnnamedFiles() {
        let named = Set(manifest.segments.flatMap { [$0.file, $0.deletions].compactMap { $0 } })
        let entries = (try? FileManager.default.contentsOfDirectory(atPath: directory)) ?? []
        for entry in entries where entry.hasPrefix("seg-") || entry.hasPrefix("del-") {
            if !named.contains(entry) { unlink(directory + "/" + entry) }
        }
    }
}
