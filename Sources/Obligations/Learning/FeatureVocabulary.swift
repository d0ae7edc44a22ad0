internal import Foundation

/// The features a model knows, with their weights by rarity.
struct FeatureVocabulary: Sendable {
    /// Rising.
    let keys: [FeatureKey]
    /// Inverse document frequency, held between 0.3 and 4.
    let rarity: [Float]
    /// Places in ``keys`` by open addressing, -1 where a slot is empty: a dictionary's hash costs more than the sums
    /// that follow.
    private let slots: [Int32]

    init(keys: [FeatureKey], rarity: [Float]) {
        self.keys = keys
        self.rarity = rarity
        var size = 64
        while size < keys.count * 3 { size *= 2 }
        var slots = [Int32](repeating: -1, count: size)
        for (place, key) in keys.enumerated() {
            var slot = Self.slot(of: key.raw, size: size)
            while slots[slot] >= 0 { slot = (slot + 1) & (size - 1) }
            slots[slot] = Int32(place)
        }
        self.slots = slots
    }

    /// Fibonacci hashing; the high bits are the mixed ones.
    private static func slot(of raw: UInt32, size: Int) -> Int {
        Int(truncatingIfNeeded: (UInt64(raw) &* 0x9E37_79B9_7F4A_7C15) >> 32) & (size - 1)
    }

    private func column(of key: FeatureKey) -> Int32? {
        var slot = Self.slot(of: key.raw, size: slots.count)
        while slots[slot] >= 0 {
            if keys[Int(slots[slot])] == key { return slots[slot] }
            slot = (slot + 1) & (slots.count - 1)
        }
        return nil
    }

    /// Takes the features that at least two of the provisions have.
    init(rows: [[Feature]]) {
        var frequencies: [FeatureKey: Int] = [:]
        for row in rows { for feature in row { frequencies[feature.key, default: 0] += 1 } }
        let keys = frequencies.filter { $0.value >= 2 }.keys.sorted()
        let total = Float(rows.count)
        self.init(
            keys: keys,
            rarity: keys.map { min(4, max(0.3, log(total / Float(1 + (frequencies[$0] ?? 0))))) })
    }

    /// A provision's features as columns: known ones only, times their rarity, each block scaled to unit length.
    func row(_ features: [Feature]) -> [(column: Int32, value: Float)] {
        var row: [(column: Int32, value: Float)] = []
        row.reserveCapacity(features.count)
        var squares = [Float](repeating: 0, count: FeatureKey.blockCount)
        for feature in features {
            guard let column = column(of: feature.key) else { continue }
            let value = feature.value * rarity[Int(column)]
            squares[feature.key.block] += value * value
            row.append((column, value))
        }
        let scales = squares.map { $0 > 0 ? 1 / $0.squareRoot() : 0 }
        for place in row.indices { row[place].value *= scales[keys[Int(row[place].column)].block] }
        return row
    }
}
