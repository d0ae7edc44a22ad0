/// The stems of one language's side of parallel texts, numbered in the order in which they were met.
public struct StemVocabulary: Sendable {
    /// The stems by number.
    public private(set) var stems: [String] = []
    /// How often each occurred, by number.
    public private(set) var counts: [Int] = []
    private var numbers: [String: UInt32] = [:]
    private var readings: [[String: Int]] = []

    /// A vocabulary without stems.
    public init() {}

    /// Counts an occurrence.
    ///
    /// - Parameter reading: the word as it was written, in its exact form.
    /// - Returns: the stem's number, a new one where it was not met before.
    public mutating func count(_ stem: String, reading: String) -> UInt32 {
        let number: UInt32
        if let known = numbers[stem] {
            number = known
        } else {
            number = UInt32(stems.count)
            numbers[stem] = number
            stems.append(stem)
            counts.append(0)
            readings.append([:])
        }
        counts[Int(number)] += 1
        readings[Int(number)][reading, default: 0] += 1
        return number
    }

    /// Number of a stem; nil where it was not met.
    public func number(of stem: String) -> UInt32? { numbers[stem] }

    /// The form in which the stem of a number was written most often; of equals the first in order of bytes.
    public func reading(of number: UInt32) -> String {
        let best = readings[Int(number)].min { left, right in
            left.value != right.value
                ? left.value > right.value : left.key.utf8.lexicographicallyPrecedes(right.key.utf8)
        }
        return best?.key ?? stems[Int(number)]
    }
}
