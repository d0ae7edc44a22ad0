internal import Foundation

/// The deleted documents of a segment: magic "CNCDDEL1", CRC-32 of the rest, capacity (u32), one bit a document.
enum DeletionFile {
    private static let magic: [UInt8] = Array("CNCDDEL1".utf8)

    static func write(_ deleted: DocumentSet, to name: String, in directory: String) throws(IndexError) {
        var body = ByteWriter()
        body.append(little: UInt32(deleted.capacity))
        for word in deleted.words { body.append(little: word) }
        var file = ByteWriter()
        file.append(magic)
        file.append(little: Checksum.crc32(body.bytes))
        file.append(body.bytes)
        try DurableDirectory.replace(name, in: directory, with: file.bytes)
    }

    static func read(_ path: String, capacity: Int) throws(IndexError) -> DocumentSet {
        guard let data = FileManager.default.contents(atPath: path) else { throw .missingFile(path) }
        let bytes = [UInt8](data)
        let wordCount = (capacity + 63) / 64
        guard bytes.count == 16 + wordCount * 8, bytes.starts(with: magic) else {
            throw .corrupt(file: path, place: "header")
        }
        let damaged = IndexError.corrupt(file: path, place: "bitmap")
        return try bytes.withUnsafeBytes { raw in
            var reader = ByteReader(UnsafeRawBufferPointer(rebasing: raw[8...]))
            let checksum = reader.little(UInt32.self)
            guard Checksum.crc32(UnsafeRawBufferPointer(rebasing: raw[12...])) == checksum,
                Int(reader.little(UInt32.self)) == capacity
            else { return Result<DocumentSet, IndexError>.failure(damaged) }
            let words = (0..<wordCount).map { _ in reader.little(UInt64.self) }
            return .success(DocumentSet(capacity: capacity, words: words))
        }.get()
    }
}
