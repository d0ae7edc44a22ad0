import Foundation

/// One byte over and over, deflated as far as DEFLATE goes: 258 of them in two bits. What archive bombs are made of.
struct DeflatedRun {
    private var bytes = Data()
    private var bits = 0

    /// The stream that unpacks to one byte and `repeats` times 258 more.
    static func data(repeats: Int) -> Data {
        var run = DeflatedRun()
        run.write(1, 1)  // the last block
        run.write(2, 2)  // with codes of its own
        run.write(29, 5)  // 286 literals and lengths
        run.write(0, 5)  // one distance
        run.write(14, 4)  // 18 lengths of the codes that code lengths are written in
        for symbol in [16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1] {
            run.write(symbol == 18 ? 1 : symbol <= 2 && symbol > 0 ? 2 : 0, 3)
        }
        run.zeros(120)
        run.length(2)  // the byte 120
        run.zeros(135)
        run.length(2)  // the end
        run.zeros(28)
        run.length(1)  // 258 bytes more
        run.length(1)  // from one byte before
        run.write(0b01, 2)
        for _ in 0..<repeats { run.write(0, 2) }
        run.write(0b11, 2)
        return run.bytes
    }

    /// Numbers are written from their lowest bit up.
    private mutating func write(_ value: Int, _ count: Int) {
        for bit in 0..<count {
            if bits % 8 == 0 { bytes.append(0) }
            bytes[bytes.count - 1] |= UInt8(value >> bit & 1) << UInt8(bits % 8)
            bits += 1
        }
    }

    /// So many symbols have no code: 0 and how many more than 11.
    private mutating func zeros(_ count: Int) {
        write(0, 1)
        write(count - 11, 7)
    }

    /// A symbol has a code of 1 bit (10) or 2 bits (11); codes are written from their highest bit down.
    private mutating func length(_ length: Int) { write(length == 1 ? 0b01 : 0b11, 2) }
}
