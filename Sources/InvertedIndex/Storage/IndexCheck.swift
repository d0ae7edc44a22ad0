/// Proves that an index is what was written: every checksum of every file.
public enum IndexCheck {
    /// Reads all files of the newest commit in `directory`.
    ///
    /// - Returns: number of segments and bytes that were compared with their checksums.
    /// - Throws: ``IndexError`` for the first file that is not as it was written.
    public static func verify(directory: String) throws(IndexError) -> (segments: Int, bytes: Int) {
        let searcher = try IndexSearcher(directory: directory)
        var bytes = 0
        for segment in searcher.manifest.segments {
            let file = try SegmentFile(path: directory + "/" + segment.file)
            try file.verifyChecksums()
            bytes += file.file.bytes.count
        }
        return (searcher.manifest.segments.count, bytes)
    }
}
