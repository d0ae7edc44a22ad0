import CLibZip
import Foundation

/// A ZIP archive in memory, read by libzip. Parts are looked up by name and unpacked in memory, never to disk, so that
/// names which climb out of a folder lead nowhere; what unpacks without measure is refused.
struct ZIPArchive: ~Copyable {
    /// Bytes that all parts may unpack to together; the text of the longest code is far below.
    private static let limit = 256 << 20
    /// A part that grows over this many times is a bomb; XML of word processors grows some thirtyfold.
    private static let ratioLimit: UInt64 = 400
    private static let entryLimit: Int64 = 50_000

    /// Names of all parts.
    let names: Set<String>
    private let file: SourceFile
    private let archive: OpaquePointer
    /// libzip reads from these bytes for as long as the archive is open.
    private let bytes: NSData
    /// Bytes that may still be unpacked.
    private var room: Int

    init(_ file: SourceFile) throws(LegislationReadError) {
        let bytes = NSData(data: file.utf8)
        var fault = zip_error_t()
        zip_error_init(&fault)
        defer { zip_error_fini(&fault) }
        guard let source = zip_source_buffer_create(bytes.bytes, zip_uint64_t(bytes.length), 0, &fault) else {
            throw Self.unreadable(file, "libzip cannot take it")
        }
        guard let archive = zip_open_from_source(source, ZIP_RDONLY, &fault) else {
            zip_source_free(source)
            throw Self.unreadable(file, zip_error_strerror(&fault).map { String(cString: $0) } ?? "")
        }
        let count = zip_get_num_entries(archive, 0)
        guard count <= Self.entryLimit else {
            zip_discard(archive)
            throw file.error(.tooLarge, "the archive has \(count) parts", mend: "check how the file was made")
        }
        var names: Set<String> = []
        for index in 0..<zip_uint64_t(max(count, 0)) {
            if let name = zip_get_name(archive, index, zip_flags_t(ZIP_FL_ENC_GUESS)) {
                names.insert(String(cString: name))
            }
        }
        self.file = file
        self.archive = archive
        self.bytes = bytes
        self.names = names
        room = min(Self.limit, file.options.sizeLimit)
    }

    deinit { zip_discard(archive) }

    func contains(_ name: String) -> Bool { names.contains(name) }

    /// The unpacked bytes of a part; nil where the archive has none of that name.
    ///
    /// - Throws: `LegislationReadError` for encrypted, damaged and overlarge parts.
    mutating func data(of name: String, limit: Int = .max) throws(LegislationReadError) -> Data? {
        var facts = zip_stat_t()
        zip_stat_init(&facts)
        guard contains(name), zip_stat(archive, name, zip_flags_t(ZIP_FL_ENC_GUESS), &facts) == 0 else { return nil }
        if facts.encryption_method != UInt16(ZIP_EM_NONE) {
            throw file.error(
                .encrypted, "its part “\(name)” is encrypted", mend: "save it without a password, then read it again")
        }
        let limit = min(limit, room)
        if facts.size > UInt64(limit) || facts.size > 1 << 20 && facts.size / max(facts.comp_size, 1) > Self.ratioLimit
        {
            throw tooLarge(name, limit)
        }
        guard let part = zip_fopen_index(archive, facts.index, 0) else { throw Self.unreadable(file, "part “\(name)”") }
        defer { zip_fclose(part) }
        var data = Data()
        var block = [UInt8](repeating: 0, count: 1 << 16)
        while true {
            let read = zip_fread(part, &block, zip_uint64_t(block.count))
            if read < 0 { throw Self.unreadable(file, "part “\(name)” is damaged") }
            if read == 0 {
                room -= data.count
                return data
            }
            // The size that the directory states may be a lie.
            if data.count + Int(read) > limit { throw tooLarge(name, limit) }
            data.append(contentsOf: block[..<Int(read)])
        }
    }

    /// A part that is XML, brought to UTF-8.
    mutating func xml(_ name: String) throws(LegislationReadError) -> SourceFile? {
        guard let data = try data(of: name) else { return nil }
        let label = "\(file.name)/\(name)"
        let text = try SourceText.decode(data, name: label, options: file.options)
        return SourceFile(name: label, utf8: text.utf8, options: file.options)
    }

    private func tooLarge(_ name: String, _ limit: Int) -> LegislationReadError {
        file.error(
            .tooLarge, "its part “\(name)” unpacks to more than a law does (\(limit) bytes were left to it)",
            mend: "check how the file was made, or raise the size limit")
    }

    private static func unreadable(_ file: SourceFile, _ detail: String) -> LegislationReadError {
        file.error(
            .malformed, "the ZIP archive cannot be read" + (detail.isEmpty ? "" : " (\(detail))"),
            mend: "fetch the file again")
    }
}
