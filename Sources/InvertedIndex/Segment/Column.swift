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
    // Points into the mapped segment, which the reader that hands the column out keeps alive.
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
        _ section: UnsafeRawBufferPointer, documentCount: Int, file: String
    ) throws(IndexError) -> [String: Column] {
        let damaged = IndexError.corrupt(file: file, place: "section columns")
        var reader = ByteReader(section)
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
                values: base, count: documentCount)
        }
        if reader.failed { throw damaged }
        return columns
    }
}

/// Collects the values of one column.
struct ColumnBuilder {
    let definition: ColumnDefinition
    private var values: [UInt64] = []
    private var numbers: [String: UInt64] = [:]
    private var dictionary: [String] = []

    init(_ definition: ColumnDefinition) { self.definition = definition }

    mutating func append(number: UInt64) { values.append(number) }

    mutating func append(keyword: String) {
        if let number = numbers[keyword] {
            values.append(number)
        } else {
            // The length of a keyword is stored in two bytes.
            let kept = keyword.utf8.count <= Int(UInt16.max) ? keyword : String(keyword.prefix(1024))
            numbers[keyword] = UInt64(dictionary.count)
            values.append(UInt64(dictionary.count))
            dictionary.append(kept)
        }
    }

    func write(to output: inout ByteWriter) {
        let highest = values.max() ?? 0
        let width = highest <= 0xFF ? 1 : highest <= 0xFFFF ? 2 : highest <= 0xFFFF_FFFF ? 4 : 8
        let name = Array(definition.name.utf8.prefix(255))
        output.append(UInt8(name.count))
        output.append(name)
        output.append(definition.kind.rawValue)
        output.append(UInt8(width))
        output.append(little: UInt32(dictionary.count))
        for keyword in dictionary {
            output.append(little: UInt16(keyword.utf8.count))
            output.append(keyword.utf8)
        }
        for value in values {
            switch width {
            case 1: output.append(UInt8(value))
            case 2: output.append(little: UInt16(value))
            case 4: output.append(little: UInt32(value))
            default: output.append(little: value)
            }
        }
    }
}
