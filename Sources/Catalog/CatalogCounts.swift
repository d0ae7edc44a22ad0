import GRDB

/// How much a catalog holds.
public struct CatalogCounts: Sendable, Hashable {
    /// Laws and provisions of one jurisdiction, language or status.
    public struct Group: Sendable, Hashable {
        /// ISO 3166-1 code, BCP 47 tag or `LawStatus` raw value.
        public let key: String
        /// Number of laws.
        public let laws: Int
        /// Number of their provisions.
        public let provisions: Int
    }

    /// Number of laws.
    public let laws: Int
    /// Number of provisions.
    public let provisions: Int
    /// Number of source files that gave laws.
    public let sourcesIndexed: Int
    /// Number of source files that were passed over.
    public let sourcesSkipped: Int
    /// Number of source files whose indexing was interrupted.
    public let sourcesIncomplete: Int
    /// By jurisdiction, most provisions first.
    public let byJurisdiction: [Group]
    /// By language as the source says, most provisions first.
    public let byLanguage: [Group]
    /// By status, most provisions first.
    public let byStatus: [Group]
}

extension Catalog {
    /// Counts laws and provisions, all of one committed state. Reads the laws only, so it takes milliseconds.
    ///
    /// - Throws: `CatalogError` when reading fails.
    public func counts() throws(CatalogError) -> CatalogCounts {
        try read { database in
            func groups(_ column: String) throws -> [CatalogCounts.Group] {
                try Row.fetchAll(
                    database,
                    sql: """
                        SELECT \(column), count(*), sum(provisions) FROM law GROUP BY \(column)
                        ORDER BY sum(provisions) DESC, \(column)
                        """
                ).map { row in
                    CatalogCounts.Group(
                        key: try row.decode(atIndex: 0), laws: try row.decode(atIndex: 1),
                        provisions: try row.decode(atIndex: 2))
                }
            }
            func files(_ condition: String) throws -> Int {
                try Int.fetchOne(database, sql: "SELECT count(*) FROM source_file WHERE \(condition)") ?? 0
            }
            let jurisdictions = try groups("jurisdiction")
            return CatalogCounts(
                laws: jurisdictions.reduce(0) { $0 + $1.laws },
                provisions: jurisdictions.reduce(0) { $0 + $1.provisions },
                sourcesIndexed: try files("complete AND skipped IS NULL"),
                sourcesSkipped: try files("complete AND skipped IS NOT NULL"),
                sourcesIncomplete: try files("NOT complete"),
                byJurisdiction: jurisdictions,
                byLanguage: try groups("language"),
                byStatus: try groups("status"))
        }
    }
}
