import Foundation
import GRDB
public import Legislation

/// What can be written to the catalog inside one transaction; see `Catalog.write`.
///
/// The order for each file: `beginSource`, then for each law `upsertLaw` and its `appendProvisions`, then
/// `finishSource`. A file need not fit in one transaction: one that was begun and not finished is done again.
public final class CatalogSession {
    /// What `beginSource` found.
    public enum SourceState: Sendable, Hashable {
        /// The catalog holds this very state of the file: nothing to do.
        case unchanged(SourceFile)
        /// To be read. `id` names the file to `upsertLaw`; `removed` are the provisions of its former state, which
        /// went in this transaction.
        case begun(id: Int64, removed: [Range<Int64>])
    }

    /// What `upsertLaw` did.
    public enum LawOutcome: Sendable, Hashable {
        /// The law is new.
        case added(LawRecord)
        /// The same file announced the law before: its provisions go on. Its first description stands.
        case again(LawRecord)
        /// Another file gave the same expression earlier; nothing was stored.
        case duplicateLaw(earlier: LawRecord)
    }

    let database: Database
    let file: String
    /// Under which name what is done is recorded.
    public let author: String
    /// Laws of files that were begun in this session, as they were before.
    var former: [Int64: FormerSource] = [:]
    /// Provisions inserted one after the other whose entry in the change log is still to be written.
    private var pending: Range<Int64>?
    /// Number of provisions of the laws appended to in this session, the next ordinal.
    private var lawSizes: [Int64: LawSize] = [:]
    private var paths = PathColumn()
    /// Set when only some of the provisions of one call were stored.
    private var fault: CatalogError?

    private struct LawSize {
        var count: Int
        var isStored: Bool
        /// SHA-256 of each provision, one after the other.
        var digests: [UInt8] = []
    }

    init(database: Database, file: String, author: String) {
        self.database = database
        self.file = file
        self.author = author
    }

    // MARK: Laws and provisions

    /// Records a law of a file that was begun.
    ///
    /// - Parameters:
    ///   - law: The law; its expression IRI identifies it.
    ///   - source: The file's number from `beginSource`.
    ///   - detectedLanguage: What language detection says, where it was asked.
    /// - Throws: `CatalogError`: `.unknownRecord`, `.unstorable`, or what SQLite reports.
    public func upsertLaw(
        _ law: Law, source: Int64, detectedLanguage: LanguageTag? = nil
    ) throws(CatalogError) -> LawOutcome {
        let expression = law.expression
        if let earlier = try storedLaw(where: "law.expression = ?", [expression]) {
            let owner = try value(Int64.self, "SELECT source_id FROM law WHERE id = ?", [earlier.id])
            if owner == source { return .again(earlier) }
            // A file that was moved: the law goes over to where it is now.
            guard earlier.withdrawnAt != nil, let owner else {
                try recordRefusal(of: expression, source: source, why: "read before from \(earlier.sourcePath)")
                return .duplicateLaw(earlier: earlier)
            }
            try takeOver(earlier, from: owner, to: source)
        }
        for text in [law.work, law.title, law.number, law.kind, law.enacted, law.inForce, law.version, law.sourceURL] {
            if let text { try checkStorable(text, place: expression) }
        }
        guard let ordinal = try value(Int.self, "SELECT laws FROM source_file WHERE id = ? AND NOT complete", [source])
        else { throw .unknownRecord(kind: "source file that was begun", id: source) }
        try run(
            """
            INSERT INTO law (source_id, ordinal, expression, work, jurisdiction, language, detected_language, title,
                number, kind, enacted, in_force, version, status, source_url, authenticity)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """,
            [
                source, ordinal, expression, law.work, law.jurisdiction.code, law.language.description,
                detectedLanguage?.description, law.title, law.number, law.kind, law.enacted, law.inForce, law.version,
                law.status.rawValue, law.sourceURL, law.authenticity.rawValue,
            ])
        let id = database.lastInsertedRowID
        try run("UPDATE source_file SET laws = laws + 1 WHERE id = ?", [source])
        lawSizes[id] = LawSize(count: 0, isStored: false)
        guard let record = try storedLaw(where: "law.id = ?", [id]) else { throw .unknownRecord(kind: "law", id: id) }
        return .added(record)
    }

    /// Sets the language that detection found once the text of a law has been read.
    ///
    /// - Throws: `CatalogError.unknownRecord`, or what SQLite reports.
    public func setDetectedLanguage(_ language: LanguageTag, ofLaw law: Int64) throws(CatalogError) {
        try run("UPDATE law SET detected_language = ? WHERE id = ?", [language.description, law])
        guard database.changesCount == 1 else { throw .unknownRecord(kind: "law", id: law) }
        // The digest of the law is over its facts too.
        var size = if let known = lawSizes[law] { known } else { try storedSize(ofLaw: law) }
        size.isStored = false
        lawSizes[law] = size
    }

    /// Stores provisions behind those the law already has.
    ///
    /// - Returns: Their numbers, in the order given; empty for none.
    /// - Throws: `CatalogError`: `.unknownRecord`, `.duplicateProvision`, `.unstorable`, `.diskFull`. After such
    ///   an error the transaction, or the part of it run by `isolated`, can no longer be kept.
    public func appendProvisions(
        toLaw law: Int64, _ provisions: [Provision]
    ) throws(CatalogError) -> Range<Int64> {
        var size = if let known = lawSizes[law] { known } else { try storedSize(ofLaw: law) }
        guard !provisions.isEmpty else { return 0..<0 }
        let first: Int64
        do throws(CatalogError) {
            first = try insert(provisions, law: law, firstOrdinal: size.count)
        } catch {
            fault = error
            throw error
        }
        size.count += provisions.count
        for provision in provisions { size.digests += LawDigest.of(provision).bytes }
        size.isStored = false
        lawSizes[law] = size
        let inserted = first..<first + Int64(provisions.count)
        if let before = pending, before.upperBound == inserted.lowerBound {
            pending = before.lowerBound..<inserted.upperBound
        } else {
            try logPending()
            pending = inserted
        }
        return inserted
    }

    /// Removes a law with its provisions.
    ///
    /// - Returns: The numbers its provisions had, as ascending ranges.
    /// - Throws: `CatalogError.unknownRecord`, or what SQLite reports.
    @discardableResult
    public func deleteLaw(_ law: Int64) throws(CatalogError) -> [Range<Int64>] {
        try flush()
        let removed = try catching(file) {
            var ranges: [Range<Int64>] = []
            let statement = try database.cachedStatement(sql: "SELECT id FROM provision WHERE law_id = ? ORDER BY id")
            let ids = try Int64.fetchCursor(statement, arguments: [law])
            while let id = try ids.next() {
                if let last = ranges.indices.last, ranges[last].upperBound == id {
                    ranges[last] = ranges[last].lowerBound..<id + 1
                } else {
                    ranges.append(id..<id + 1)
                }
            }
            return ranges
        }
        for range in removed { try log(.delete, range) }
        try run("DELETE FROM provision WHERE law_id = ?", [law])
        try run("DELETE FROM law_digest WHERE law_id = ?", [law])
        try run("DELETE FROM law WHERE id = ?", [law])
        guard database.changesCount == 1 else { throw .unknownRecord(kind: "law", id: law) }
        lawSizes[law] = nil
        return removed
    }

    /// Runs `body` so that, when it throws, what it wrote is undone while the rest of the transaction stands: one bad
    /// file does not cost the batch it is in.
    ///
    /// - Throws: What `body` throws; `CatalogError` when the database fails.
    @discardableResult
    public func isolated<T>(_ body: () throws -> T) throws -> T {
        if let fault { throw fault }
        let before = (pending, lawSizes, former)
        var result: T?
        do {
            try database.inSavepoint {
                result = try body()
                if let fault { throw fault }
                return .commit
            }
        } catch {
            (pending, lawSizes, former) = before
            fault = nil
            throw (error as? DatabaseError).map { CatalogError($0, file: file) } ?? error
        }
        guard let result else { throw CatalogError.failed(file: file, detail: "a savepoint ended without a result") }
        return result
    }

    // MARK: Bookkeeping

    /// - Returns: The number of the first provision; the others follow without gaps, as nobody else writes.
    private func insert(
        _ provisions: [Provision], law: Int64, firstOrdinal: Int
    ) throws(CatalogError) -> Int64 {
        var first: Int64?
        var index = 0
        do {
            let statement = try database.cachedStatement(
                sql: """
                    INSERT INTO provision (law_id, ordinal, eid, kind, number, heading, path, external_id,
                        obligation_tags, text)
                    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                    """)
            while index < provisions.count {
                let provision = provisions[index]
                try checkStorable(provision, law: law)
                try statement.execute(arguments: [
                    law, firstOrdinal + index, provision.eId, provision.kind.rawValue, provision.number,
                    provision.heading, try paths.encode(provision.path), provision.externalID,
                    try TagsColumn.encode(provision.obligationTags), provision.text,
                ])
                first = first ?? database.lastInsertedRowID
                index += 1
            }
        } catch let error as DatabaseError where error.extendedResultCode == .SQLITE_CONSTRAINT_UNIQUE {
            throw .duplicateProvision(law: try expression(ofLaw: law), eId: provisions[index].eId)
        } catch {
            throw CatalogError(error, file: file)
        }
        return first ?? 0
    }

    /// Writes what is only in memory: the change log's last range and the sizes of laws.
    ///
    /// - Throws: the error after which the transaction may not be kept, also to a caller that passed over it.
    func flush() throws(CatalogError) {
        if let fault { throw fault }
        try logPending()
        try storeSizes()
    }

    /// Writes the number of provisions and the digest of the laws that were appended to.
    func storeSizes() throws(CatalogError) {
        for (law, size) in lawSizes where !size.isStored {
            try run("UPDATE law SET provisions = ? WHERE id = ?", [size.count, law])
            guard let record = try storedLaw(where: "law.id = ?", [law]) else { continue }
            try catching(file) {
                try LawDigest(record, provisions: size.digests).store(ofLaw: law, in: database)
            }
        }
        lawSizes.removeAll(keepingCapacity: true)
    }

    private func logPending() throws(CatalogError) {
        guard let range = pending else { return }
        try log(.insert, range)
        pending = nil
    }

    private func log(_ kind: ChangeRange.Kind, _ range: Range<Int64>) throws(CatalogError) {
        try run(
            "INSERT INTO change (kind, first_provision_id, last_provision_id) VALUES (?, ?, ?)",
            [kind.rawValue, range.lowerBound, range.upperBound - 1])
    }

    private func storedSize(ofLaw law: Int64) throws(CatalogError) -> LawSize {
        guard let count = try value(Int.self, "SELECT provisions FROM law WHERE id = ?", [law]) else {
            throw .unknownRecord(kind: "law", id: law)
        }
        let digests = try value(Data.self, "SELECT provisions FROM law_digest WHERE law_id = ?", [law])
        return LawSize(count: count, isStored: true, digests: digests.map(Array.init) ?? [])
    }
}
