import Foundation
import GRDB
import Legislation

/// The laws of a file before it was read again.
struct FormerSource {
    /// A law as it was.
    struct Law {
        var digest: SHA256Digest
        var provisions: Int
        var isWithdrawn: Bool
    }

    /// The file as it was.
    var file: SourceFile
    /// Its laws, by expression.
    var laws: [String: Law]
}

extension CatalogSession {
    /// Appends an event to the record, under the session's author. What happens to laws by this session is recorded of
    /// itself; this is for what else is to be remembered, as the decisions of experts.
    ///
    /// - Returns: The event with its number, time and hash.
    /// - Throws: `CatalogError`: `.unstorable` for a text with U+0000, an empty subject or kind, or a detail that is no
    ///   JSON; what SQLite reports.
    @discardableResult
    public func record(_ draft: EventDraft) throws(CatalogError) -> Event {
        let place = "event \(draft.kind.rawValue) of \(draft.subject.prefix(200))"
        for text in [draft.kind.rawValue, draft.subject, draft.why, draft.source, draft.checksum, draft.detail, author]
        {
            if let text { try checkStorable(text, place: place) }
        }
        if draft.kind.rawValue.isEmpty || draft.subject.isEmpty {
            throw .unstorable(place: place, detail: "an event needs a kind and a subject")
        }
        if let detail = draft.detail, try value(Bool.self, "SELECT json_valid(?)", [detail]) != true {
            throw .unstorable(place: place, detail: "its detail is not JSON")
        }
        return try catching(file) { try EventLog(database: database, file: file).append(draft, by: author) }
    }

    /// Records that a file, or a law of it, was not taken; once, until the file or the reason changes.
    ///
    /// - Parameters:
    ///   - subject: IRI of the law, or the path of the file.
    ///   - path: The file.
    ///   - checksum: Its checksum; nil where it could not be read.
    ///   - why: The reason.
    /// - Throws: `CatalogError` for what SQLite reports.
    public func recordRefusal(
        of subject: String, path: String, checksum: String?, why: String
    ) throws(CatalogError) {
        let why = why.replacingOccurrences(of: "\0", with: "\u{FFFD}")
        let known = try catching(file) {
            try Row.fetchOne(
                database.cachedStatement(
                    sql: """
                        SELECT kind, checksum, why FROM event WHERE subject = ? AND source = ?
                        ORDER BY seq DESC LIMIT 1
                        """), arguments: [subject, path])
        }
        if let known, known[0] == EventKind.refused.rawValue, known[1] == checksum, known[2] == why { return }
        try record(EventDraft(.refused, subject: subject, why: why, source: path, checksum: checksum))
    }

    func recordRefusal(of subject: String, source: Int64, why: String) throws(CatalogError) {
        let known = try sourceFile(id: source).identity
        try recordRefusal(of: subject, path: known.path, checksum: known.checksum, why: why)
    }

    /// The last event about a subject itself, as this transaction sees it; nil when there is none. What is decided on
    /// the strength of it in the same transaction cannot be overtaken.
    ///
    /// - Throws: `CatalogError` for what SQLite reports.
    public func lastEvent(of subject: String) throws(CatalogError) -> Event? {
        try catching(file) {
            try Row.fetchOne(
                database.cachedStatement(sql: Event.selection + " WHERE subject = ? ORDER BY seq DESC LIMIT 1"),
                arguments: [subject]
            ).map { try Event(row: $0, file: file) }
        }
    }

    // MARK: Withdrawal

    /// Marks the laws of a file as withdrawn: they stay in the catalog, and searches pass them over unless they are
    /// asked for. For files that are gone, and for what a publisher took back.
    ///
    /// - Parameters:
    ///   - path: The file, as it was given to `beginSource`.
    ///   - why: The reason, for the record.
    /// - Returns: How many laws stood until now; 0 also when the file is not known.
    /// - Throws: `CatalogError` for what SQLite reports.
    @discardableResult
    public func withdraw(source path: String, why: String) throws(CatalogError) -> Int {
        guard let known = try sourceFile(path: path) else { return 0 }
        let standing = try formerSource(known).laws.filter { !$0.value.isWithdrawn }
        guard !standing.isEmpty else { return 0 }
        try run(
            "UPDATE law SET withdrawn_at = ? WHERE source_id = ? AND withdrawn_at IS NULL",
            [Int64(Date().timeIntervalSince1970), known.id])
        for (expression, law) in standing.sorted(by: { $0.key < $1.key }) {
            try record(event(.lawWithdrawn, expression, law, of: known, why: why))
        }
        return standing.count
    }

    /// Undoes `withdraw` for a file that is as it was.
    func restoreLaws(ofSource source: SourceFile) throws(CatalogError) {
        let count = try value(
            Int.self, "SELECT count(*) FROM law WHERE source_id = ? AND withdrawn_at IS NOT NULL", [source.id])
        guard let count, count > 0 else { return }
        let withdrawn = try formerSource(source).laws.filter(\.value.isWithdrawn)
        try run("UPDATE law SET withdrawn_at = NULL WHERE source_id = ?", [source.id])
        for (expression, law) in withdrawn.sorted(by: { $0.key < $1.key }) {
            try record(event(.lawRestored, expression, law, of: source, why: "its file is there again"))
        }
    }

    /// Makes room for a law that another file gave before and that was withdrawn with it.
    func takeOver(_ earlier: LawRecord, from owner: Int64, to source: Int64) throws(CatalogError) {
        let former = try formerLaws("law.id = ?", [earlier.id])
        if self.former[source] == nil {
            self.former[source] = FormerSource(file: try sourceFile(id: source), laws: [:])
        }
        self.former[source]?.laws.merge(former) { old, _ in old }
        try deleteLaw(earlier.id)
        try run(
            """
            UPDATE source_file SET laws = (SELECT count(*) FROM law WHERE source_id = ?1),
                provisions = (SELECT coalesce(sum(provisions), 0) FROM law WHERE source_id = ?1)
            WHERE id = ?1
            """, [owner])
    }

    // MARK: What a file gave

    /// The laws of a file as they are now.
    func formerSource(_ source: SourceFile) throws(CatalogError) -> FormerSource {
        try storeSizes()
        return FormerSource(file: source, laws: try formerLaws("law.source_id = ?", [source.id]))
    }

    private func formerLaws(
        _ condition: String, _ arguments: StatementArguments
    ) throws(CatalogError) -> [String: FormerSource.Law] {
        try catching(file) {
            let rows = try Row.fetchCursor(
                database.cachedStatement(
                    sql: """
                        SELECT law.expression, law_digest.digest, law.provisions, law.withdrawn_at IS NOT NULL
                        FROM law JOIN law_digest ON law_digest.law_id = law.id WHERE \(condition)
                        """), arguments: arguments)
            var laws: [String: FormerSource.Law] = [:]
            while let row = try rows.next() {
                let expression: String = try row.decode(atIndex: 0)
                guard let digest = SHA256Digest(hexadecimal: try row.decode(atIndex: 1)) else {
                    throw CatalogError.corrupt(file: file, detail: "\(expression) has a digest that is none")
                }
                laws[expression] = FormerSource.Law(
                    digest: digest, provisions: try row.decode(atIndex: 2), isWithdrawn: try row.decode(atIndex: 3))
            }
            return laws
        }
    }

    /// Records what became of the laws of a file that was finished.
    func recordLaws(of source: SourceFile) throws(CatalogError) {
        let before = former.removeValue(forKey: source.id)
        let now = try formerSource(source).laws
        for (expression, law) in now.sorted(by: { $0.key < $1.key }) {
            guard let old = before?.laws[expression] else {
                try record(event(.lawAdded, expression, law, of: source))
                continue
            }
            if old.isWithdrawn {
                try record(event(.lawRestored, expression, law, of: source, why: "it is there again"))
            } else if old.digest != law.digest {
                try record(event(.lawChanged, expression, law, of: source, why: "its file was changed"))
            }
        }
        if let before {
            for (expression, law) in before.laws.sorted(by: { $0.key < $1.key }) where now[expression] == nil {
                try record(event(.lawRemoved, expression, law, of: source, why: "its file gives it no more"))
            }
        }
        if case .skipped(let reason) = source.outcome {
            try recordRefusal(of: source.path, path: source.path, checksum: source.identity.checksum, why: reason)
        }
    }

    /// Records the laws that went with files that were begun and not finished in this session: what comes of them is
    /// another session's to tell.
    func recordUnfinished() throws(CatalogError) {
        for (_, before) in former.sorted(by: { $0.key < $1.key }) {
            for (expression, law) in before.laws.sorted(by: { $0.key < $1.key }) {
                try record(event(.lawRemoved, expression, law, of: before.file, why: "its file is being read again"))
            }
        }
        former = [:]
    }

    func event(
        _ kind: EventKind, _ expression: String, _ law: FormerSource.Law, of source: SourceFile, why: String? = nil
    ) -> EventDraft {
        EventDraft(
            kind, subject: expression, why: why, source: source.path, checksum: source.identity.checksum,
            detail: LawDigest.detail(law.digest, provisions: law.provisions))
    }
}
