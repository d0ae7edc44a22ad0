/// What a column holds.
public struct ColumnDefinition: Sendable, Equatable {
    /// How values are given and read.
    public enum Kind: UInt8, Sendable {
        /// Whole numbers.
        case number = 0
        /// One of few strings (countries, languages); stored once, referred to by number.
        case keyword = 1
    }

    /// Name, by which the column is asked for; at most 255 bytes are stored.
    public var name: String
    /// What it holds.
    public var kind: Kind

    /// A column `name` of `kind`.
    public init(name: String, kind: Kind) {
        self.name = name
        self.kind = kind
    }
}

/// One value a document, read in place.
struct Column: Sendable {
    let definition: ColumnDefinition
    /// Keywords by number; empty for a number column.
    let dictionary: [String]
    private let width: Int
    private let file: SegmentFile
    // Points into the mapping of `file`, which this value keeps alive and nobody writes.
    nonisolated(unsafe) private let values: UnsafeRawPointer
    let count: Int

    /// The number, or the keyword's number; 0 for a document out of range.
    @inline(__always)
    func value(_ document: UInt32) -> UInt64 {
        guard document < count else { return 0 }
        let address = values + Int(document) &* width
        switch width {
        case 1: return UInt64(address.load(as: UInt8.self))
        case 2: return UInt64(address.loadUnaligned(as: UInt16.self))
        case 4: return UInt64(address.loadUnaligned(as: UInt32.self))
        default: return address.loadUnaligned(as: UInt64.self)
        }
    }

    /// The keyword of a document; empty when the file is damaged there.
    func keyword(_ document: UInt32) -> String {
        let number = Int(truncatingIfNeeded: value(document))
        return dictionary.indices.contains(number) ? dictionary[number] : ""
    }

    static func readAll(
        _ file: SegmentFile, documentCount: Int
    ) throws(IndexError) -> [String: Column] {
        let damaged = IndexError.corrupt(file: file.path, place: "section columns")
        var reader = ByteReader(try file.section(.columns))
        var columns: [String: Column] = [:]
        for _ in 0..<reader.little(UInt32.self) {
            let name = String(decoding: reader.bytes(Int(reader.byte())), as: UTF8.self)
            let kind = ColumnDefinition.Kind(rawValue: reader.byte())
            let width = Int(reader.byte())
            let keywordCount = reader.little(UInt32.self)
            var dictionary: [String] = []
            for _ in 0..<keywordCount {
                dictionary.append(String(decoding: reader.bytes(Int(reader.little(UInt16.self))), as: UTF8.self))
                if reader.failed { throw damaged }
            }
            let values = reader.bytes(documentCount * width)
            guard !reader.failed, let kind, [1, 2, 4, 8].contains(width), let base = values.baseAddress else {
                throw damaged
            }
            columns[name] = Column(
                definition: ColumnDefinition(name: name, kind: kind), dictionary: dictionary, width: width,
                file: file, values: base, count: documentCount)
        }
        if reader.failed { throw damaged }
        return columns
    }
}
