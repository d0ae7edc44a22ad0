import Foundation

/// A ZIP archive, written byte by byte, so that tests can also write broken ones.
struct SmallArchive {
    struct Part {
        var name: String
        var data: Data
        /// What the archive says of the part before it was deflated, true or not; nil for one that is stored as it is.
        var inflated: (size: Int, checksum: UInt32)?
    }

    var parts: [Part] = []
    /// General purpose flags of every part; 1 says that it is encrypted.
    var flags: UInt16 = 0

    init(_ parts: [(String, String)] = []) {
        self.parts = parts.map { Part(name: $0.0, data: Data($0.1.utf8)) }
    }

    var data: Data {
        var archive = Data()
        var directory = Data()
        for part in parts {
            let (name, data) = (part.name, part.data)
            let offset = UInt32(archive.count)
            var common = Data()
            common.append(number: UInt16(20))
            common.append(number: flags)
            common.append(number: UInt16(part.inflated == nil ? 0 : 8))
            common.append(number: UInt32(0))
            common.append(number: part.inflated?.checksum ?? Self.checksum(data))
            common.append(number: UInt32(data.count))
            common.append(number: UInt32(part.inflated?.size ?? data.count))
            common.append(number: UInt16(name.utf8.count))
            common.append(number: UInt16(0))
            archive.append(contentsOf: [0x50, 0x4B, 3, 4])
            archive.append(common)
            archive.append(contentsOf: name.utf8)
            archive.append(data)
            directory.append(contentsOf: [0x50, 0x4B, 1, 2])
            directory.append(number: UInt16(20))
            directory.append(common)
            directory.append(contentsOf: [UInt8](repeating: 0, count: 10))
            directory.append(number: offset)
            directory.append(contentsOf: name.utf8)
        }
        let start = UInt32(archive.count)
        archive.append(directory)
        archive.append(contentsOf: [0x50, 0x4B, 5, 6, 0, 0, 0, 0])
        archive.append(number: UInt16(parts.count))
        archive.append(number: UInt16(parts.count))
        archive.append(number: UInt32(directory.count))
        archive.append(number: start)
        archive.append(number: UInt16(0))
        return archive
    }

    static func checksum(_ data: Data) -> UInt32 {
        var sum = ~UInt32(0)
        for byte in data {
            sum ^= UInt32(byte)
            for _ in 0..<8 {
                let shifted = sum >> 1
                sum = sum & 1 == 1 ? shifted ^ 0xEDB8_8320 : shifted
            }
        }
        return ~sum
    }
}

extension Data {
    fileprivate mutating func append(number: some FixedWidthInteger) {
        Swift.withUnsafeBytes(of: number.littleEndian) { append(contentsOf: $0) }
    }
}
