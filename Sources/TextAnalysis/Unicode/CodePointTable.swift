/// A two-stage table over all code points: blocks of 256 values, equal blocks stored once.
///
/// Safety: built once and never freed or written again, so sharing the pointers between threads is sound; a lookup
/// above U+10FFFF is impossible because every scalar comes from ``UTF8Text/decode(at:)``, which yields none.
struct CodePointTable<Value: BitwiseCopyable & Hashable & Sendable> {
    private let blockStarts: UnsafePointer<UInt32>
    private let values: UnsafePointer<Value>

    /// Builds the table from a function that fills the 256 values of a block, given its first code point.
    init(fill: (_ first: UInt32, _ block: inout [Value]) -> Void, default filler: Value) {
        var starts: [UInt32] = []
        var values: [Value] = []
        var known: [[Value]: UInt32] = [:]
        var block = [Value](repeating: filler, count: 256)
        // Most blocks equal the one before; comparing is cheaper than hashing.
        var lastBlock: [Value] = []
        var lastStart: UInt32 = 0
        for index in 0..<UInt32(0x1100) {
            fill(index << 8, &block)
            if block == lastBlock {
                starts.append(lastStart)
                continue
            }
            if let start = known[block] {
                lastStart = start
            } else {
                lastStart = UInt32(values.count)
                known[block] = lastStart
                values.append(contentsOf: block)
            }
            starts.append(lastStart)
            lastBlock = block
        }
        let startsCopy = UnsafeMutablePointer<UInt32>.allocate(capacity: starts.count)
        startsCopy.initialize(from: starts, count: starts.count)
        let valuesCopy = UnsafeMutablePointer<Value>.allocate(capacity: values.count)
        valuesCopy.initialize(from: values, count: values.count)
        blockStarts = UnsafePointer(startsCopy)
        self.values = UnsafePointer(valuesCopy)
    }

    @inline(__always)
    subscript(scalar: UInt32) -> Value {
        values[Int(blockStarts[Int(scalar >> 8)] &+ (scalar & 0xFF))]
    }
}
