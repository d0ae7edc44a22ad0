import GRDB
public import Legislation

/// A provision as the catalog holds it, with its law.
public struct ProvisionRecord: Sendable, Hashable, Identifiable {
    /// Number of the provision in this catalog, from 1; never given twice. The index knows it by this number.
    public let id: Int64
    /// The law it belongs to.
    public let law: LawRecord
    /// Place of the provision in its law, from 0, without gaps.
    public let ordinal: Int
    /// The provision itself.
    public let provision: Provision

    /// IRI of the provision: the law's expression, `#` and the eId.
    public var iri: String { "\(law.expression)#\(provision.eId)" }
}

/// Reads provisions from rows; keeps the laws and the heading path it met last, because neighbours share them.
struct ProvisionDecoder {
    /// Selects what `record(_:)` reads, in its order.
    static let columns = """
        provision.id, provision.law_id, provision.ordinal, provision.eid, provision.kind, provision.number,
        provision.heading, provision.path, provision.external_id, provision.obligation_tags, provision.text
        """

    /// Selects the provisions of a law in their order.
    static let ofLaw = "SELECT \(columns) FROM provision WHERE law_id = ? ORDER BY ordinal"

    private let database: Database
    private let file: String
    private var laws: [Int64: LawRecord] = [:]
    private var paths = PathColumn()

    init(database: Database, file: String) {
        self.database = database
        self.file = file
    }

    mutating func record(_ row: Row) throws -> ProvisionRecord {
        let id: Int64 = try row.decode(atIndex: 0)
        let kindName: String = try row.decode(atIndex: 4)
        guard let kind = ProvisionKind(rawValue: kindName) else {
            throw CatalogError.corrupt(file: file, detail: "provision \(id) has the kind \"\(kindName)\"")
        }
        guard let path = paths.decode(try row.decode(atIndex: 7)),
            let tags = TagsColumn.decode(try row.decode(atIndex: 9))
        else {
            throw CatalogError.corrupt(file: file, detail: "provision \(id) has a path or tags that are not JSON")
        }
        let provision = Provision(
            eId: try row.decode(atIndex: 3), kind: kind, number: try row.decode(atIndex: 5),
            heading: try row.decode(atIndex: 6), path: path, text: try row.decode(atIndex: 10),
            externalID: try row.decode(atIndex: 8),
            obligationTags: tags)
        return ProvisionRecord(
            id: id, law: try law(try row.decode(atIndex: 1)), ordinal: try row.decode(atIndex: 2), provision: provision)
    }

    private mutating func law(_ id: Int64) throws -> LawRecord {
        if let law = laws[id] { return law }
        let statement = try database.cachedStatement(sql: LawRecord.selection + " WHERE law.id = ?")
        guard let row = try Row.fetchOne(statement, arguments: [id]) else {
            throw CatalogError.corrupt(file: file, detail: "law \(id) is missing, but has provisions")
        }
        let law = try LawRecord(row: row, file: file)
        // A stream over a whole catalog must not come to hold all its laws.
        if laws.count >= 1024 { laws.removeAll(keepingCapacity: true) }
        laws[id] = law
        return law
    }
}
