/// A segment file opened for reading: its sections, found through the directory at its end.
final class SegmentFile: Sendable {
    let file: MappedFile
    private let entries: [SegmentFormat.Section: SegmentFormat.SectionEntry]

    var path: String { file.path }

    /// Maps the file and checks its magic, version and directory.
    init(path: String) throws(IndexError) {
        file = try MappedFile(path: path)
        entries = try Self.readDirectory(file)
    }

    /// The bytes of a section.
    func section(_ section: SegmentFormat.Section) throws(IndexError) -> UnsafeRawBufferPointer {
        guard let entry = entries[section] else {
            throw .corrupt(file: path, place: "directory (no section \(section))")
        }
        return UnsafeRawBufferPointer(rebasing: file.bytes[entry.offset..<(entry.offset + entry.length)])
    }

    /// Compares every section with its checksum.
    ///
    /// - Throws: ``IndexError/corrupt(file:place:)`` for the first that does not fit.
    func verifyChecksums() throws(IndexError) {
        if let fault = checksumFaults().first { throw fault }
    }

    /// Every section that does not fit its checksum.
    func checksumFaults() -> [IndexError] {
        entries.values.sorted { $0.offset < $1.offset }.compactMap { entry in
            let end = entry.offset + entry.length
            let bytes = UnsafeRawBufferPointer(rebasing: file.bytes[entry.offset..<end])
            guard Checksum.crc32(bytes) != entry.checksum else { return nil }
            return .corrupt(file: path, place: "section \(entry.section), bytes \(entry.offset) to \(end)")
        }
    }

    private static func readDirectory(
        _ file: MappedFile
    ) throws(IndexError) -> [SegmentFormat.Section: SegmentFormat.SectionEntry] {
        let bytes = file.bytes
        let smallest = SegmentFormat.headerSize + SegmentFormat.footerSize
        guard bytes.count >= smallest, bytes.prefix(8).elementsEqual(SegmentFormat.magic) else {
            throw .corrupt(file: file.path, place: "header")
        }
        var header = ByteReader(UnsafeRawBufferPointer(rebasing: bytes[8..<16]))
        let version = header.little(UInt32.self)
        guard version <= SegmentFormat.version else {
            throw .newerVersion(file: file.path, found: version, supported: SegmentFormat.version)
        }
        guard version == SegmentFormat.version else {
            throw .olderVersion(file: file.path, found: version, supported: SegmentFormat.version)
        }
        var footer = ByteReader(UnsafeRawBufferPointer(rebasing: bytes[(bytes.count - SegmentFormat.footerSize)...]))
        let offset = footer.little(UInt64.self)
        let length = footer.little(UInt32.self)
        let checksum = footer.little(UInt32.self)
        let contentEnd = UInt64(bytes.count - SegmentFormat.footerSize)
        guard bytes.suffix(8).elementsEqual(SegmentFormat.magic),
            offset >= UInt64(SegmentFormat.headerSize), offset <= UInt64(bytes.count),
            UInt64(length) <= contentEnd - min(offset, contentEnd)
        else { throw .corrupt(file: file.path, place: "footer (the file may have been cut short)") }
        let directory = UnsafeRawBufferPointer(rebasing: bytes[Int(offset)..<(Int(offset) + Int(length))])
        guard Checksum.crc32(directory) == checksum else { throw .corrupt(file: file.path, place: "section directory") }
        var reader = ByteReader(directory)
        var entries: [SegmentFormat.Section: SegmentFormat.SectionEntry] = [:]
        for _ in 0..<reader.little(UInt32.self) {
            let kind = reader.little(UInt32.self)
            let start = reader.little(UInt64.self)
            let size = reader.little(UInt64.self)
            let sum = reader.little(UInt32.self)
            guard !reader.failed, start <= offset, size <= offset - start else {
                throw .corrupt(file: file.path, place: "section directory")
            }
            // A section kind of a later minor revision is no trouble: it is not read.
            guard let section = SegmentFormat.Section(rawValue: kind) else { continue }
            entries[section] = .init(section: section, offset: Int(start), length: Int(size), checksum: sum)
        }
        return entries
    }
}
