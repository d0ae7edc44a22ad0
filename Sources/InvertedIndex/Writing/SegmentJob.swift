/// The writing of one segment.
///
/// `@unchecked Sendable`: ``IndexWriter/add(_:)`` makes one job for each builder, runs each once on a thread of its own,
/// and looks at it again after all have ended; nothing else uses the builder meanwhile, for it belongs to the caller,
/// who waits.
final class SegmentJob: @unchecked Sendable {
    private let builder: SegmentBuilder
    private let name: String
    private let directory: String
    /// The segment, once it is written.
    private(set) var segment: Result<Manifest.Segment, IndexError>

    init(_ builder: SegmentBuilder, name: String, directory: String) {
        self.builder = builder
        self.name = name
        self.directory = directory
        segment = .failure(.missingFile(directory + "/" + name))
    }

    func run() {
        let documents = builder.documentCount
        do throws(IndexError) {
            let size = try builder.write(to: directory + "/" + name)
            segment = .success(
                .init(file: name, documentCount: documents, deletions: nil, deletedCount: 0, size: size))
        } catch {
            segment = .failure(error)
        }
    }
}
