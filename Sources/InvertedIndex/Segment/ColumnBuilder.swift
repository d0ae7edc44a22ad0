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

    /// For each document, the rank of its value among the column's values.
    var ranks: [UInt32] {
        let distinct: [UInt64: UInt32]
        switch definition.kind {
        case .number:
            let sorted = Set(values).sorted()
            distinct = Dictionary(uniqueKeysWithValues: sorted.enumerated().map { ($0.element, UInt32($0.offset)) })
        case .keyword:
            let sorted = dictionary.indices.sorted { dictionary[$0] < dictionary[$1] }
            distinct = Dictionary(
                uniqueKeysWithValues: sorted.enumerated().map { (UInt64($0.element), UInt32($0.offset)) })
        }
        return values.map { distinct[$0] ?? 0 }
    }

    /// Puts each value at the new place of its document.
    mutating func rearrange(_ places: [UInt32]) {
        let old = values
        for (document, place) in places.enumerated() { values[Int(place)] = old[document] }
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
