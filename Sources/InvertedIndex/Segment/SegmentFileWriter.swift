/// Writes the sections of a segment one after the other, then directory and footer.
final class SegmentFileWriter {
    private let output: OutputFile
    private var entries: [SegmentFormat.SectionEntry] = []
    private var open: (section: SegmentFormat.Section, offset: Int, checksum: UInt32)?

    init(path: String) throws(IndexError) {
        output = try OutputFile(path: path)
        var header = ByteWriter()
        header.append(SegmentFormat.magic)
        header.append(little: SegmentFormat.version)
        header.append(little: UInt32(0))
        try output.write(header.bytes)
    }

    /// Begins a section; the one before is ended.
    func begin(_ section: SegmentFormat.Section) throws(IndexError) {
        try end()
        output.align(to: SegmentFormat.alignment)
        open = (section, output.offset, 0)
    }

    /// Offset within the section that is open.
    var sectionOffset: Int { output.offset - (open?.offset ?? 0) }

    /// Appends to the open section.
    func write(_ bytes: [UInt8]) throws(IndexError) {
        let before = open?.checksum ?? 0
        open?.checksum = bytes.withUnsafeBytes { Checksum.crc32($0, continuing: before) }
        try output.write(bytes)
    }

    /// Appends to the open section.
    func write(_ bytes: UnsafeRawBufferPointer) throws(IndexError) {
        let before = open?.checksum ?? 0
        open?.checksum = Checksum.crc32(bytes, continuing: before)
        try output.write(bytes)
    }

    /// Writes a whole section.
    func write(_ section: SegmentFormat.Section, _ bytes: [UInt8]) throws(IndexError) {
        try begin(section)
        try write(bytes)
    }

    /// Writes directory and footer and makes the file durable; gives its size in bytes.
    func finish() throws(IndexError) -> Int {
        try end()
        output.align(to: 8)
        let offset = output.offset
        var directory = ByteWriter()
        directory.append(little: UInt32(entries.count))
        for entry in entries {
            directory.append(little: entry.section.rawValue)
            directory.append(little: UInt64(entry.offset))
            directory.append(little: UInt64(entry.length))
            directory.append(little: entry.checksum)
        }
        var footer = ByteWriter()
        footer.append(little: UInt64(offset))
        footer.append(little: UInt32(directory.count))
        footer.append(little: Checksum.crc32(directory.bytes))
        footer.append(SegmentFormat.magic)
        try output.write(directory.bytes)
        try output.write(footer.bytes)
        try output.finish()
        return output.offset
    }

    private func end() throws(IndexError) {
        guard let section = open else { return }
        entries.append(
            .init(
                section: section.section, offset: section.offset, length: output.offset - section.offset,
                checksum: section.checksum))
        // Readers load eight bytes at a time and may look past the last byte of a section.
        try output.write([UInt8](repeating: 0, count: RunPacking.padding))
        open = nil
    }
}
