import GRDB

/// One entry of the change log: consecutive provisions that came or went in one transaction.
public struct ChangeRange: Sendable, Hashable {
    /// What happened to the provisions.
    public enum Kind: String, Sendable, Hashable {
        case insert
        case delete
    }

    /// Place in the log, from 1, growing; what the derived index remembers having reached.
    public let sequence: Int64
    /// What happened.
    public let kind: Kind
    /// Numbers of the provisions; never empty. Of an `insert`, some may have been deleted by a later entry.
    public let provisions: Range<Int64>
}

extension ChangeRange {
    init(row: Row, file: String) throws {
        let sequence: Int64 = try row.decode(atIndex: 0)
        let name: String = try row.decode(atIndex: 1)
        let first: Int64 = try row.decode(atIndex: 2)
        let last: Int64 = try row.decode(atIndex: 3)
        guard let kind = Kind(rawValue: name), first > 0, last >= first, last < .max else {
            throw CatalogError.corrupt(file: file, detail: "entry \(sequence) of the change log makes no sense")
        }
        self.sequence = sequence
        self.kind = kind
        provisions = first..<last + 1
    }
}
