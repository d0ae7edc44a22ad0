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

    /// Every fault of the newest commit in `directory`: files that are missing or are not those that the manifest names,
    /// and sections that do not fit their checksums. Empty when all is as it was written.
    ///
    /// - Throws: ``IndexError`` when the manifest itself cannot be read.
    public static func faults(directory: String) throws(IndexError) -> [IndexError] {
        var manifest = try Manifest.read(from: directory)
        while true {
            let faults = faults(of: manifest, in: directory)
            let newer = try Manifest.read(from: directory)
            // A writer may have committed, and cleared away what it replaced, since the manifest was read.
            if faults.isEmpty || newer.generation == manifest.generation { return faults }
            manifest = newer
        }
    }

    private static func faults(of manifest: Manifest, in directory: String) -> [IndexError] {
        var faults: [IndexError] = []
        for entry in manifest.segments {
            let path = directory + "/" + entry.file
            do throws(IndexError) {
                let file = try SegmentFile(path: path)
                if file.file.bytes.count != entry.size {
                    faults.append(.corrupt(file: path, place: "size (not the segment that the manifest names)"))
                }
                faults += file.checksumFaults()
            } catch {
                faults.append(error)
            }
            guard let name = entry.deletions else { continue }
            do throws(IndexError) {
                _ = try DeletionFile.read(directory + "/" + name, capacity: entry.documentCount)
            } catch {
                faults.append(error)
            }
        }
        return faults
    }
}
