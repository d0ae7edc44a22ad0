internal import Catalog
internal import Foundation
internal import Legislation
internal import TextAnalysis

/// Takes one file into the catalog.
struct FileLoad {
    private let session: CatalogSession
    private let reader: LegislationReader
    private let origin: FileOrigin?
    private var source: Int64 = 0
    private var law: LawRecord?
    private var waiting: [Provision] = []
    private var waitingBytes = 0
    private var isDetected = false
    private(set) var lawCount = 0
    private(set) var provisionCount = 0
    private(set) var languages: [String: Int] = [:]
    /// Expressions that another file gave before.
    private(set) var duplicates: [DuplicateLaw] = []

    /// Text that is looked at to find the language of a law.
    private static let detectionBytes = 3000
    private static let batchBytes = 1 << 20

    /// - Parameter origin: where the file was fetched, if it was.
    init(session: CatalogSession, reader: LegislationReader, origin: FileOrigin? = nil) {
        self.session = session
        self.reader = reader
        self.origin = origin
    }

    /// Reads and stores the file.
    ///
    /// - Parameter force: read it even if it is as it was.
    /// - Throws: `LegislationReadError` for trouble with the file, `CatalogError` for trouble with the catalog.
    mutating func run(_ identity: SourceFile.Identity, force: Bool) throws -> IngestionSummary.Outcome {
        switch try session.beginSource(identity, force: force) {
        case .unchanged(let file):
            if case .skipped(let reason) = file.outcome {
                duplicates = DuplicateLaw(reason: reason).map { [$0] } ?? []
                return .skipped(reason: reason)
            }
            return .unchanged(laws: file.laws, provisions: file.provisions)
        case .begun(let id, _):
            source = id
        }
        var current = self
        defer { self = current }
        let report = try reader.read(
            URL(fileURLWithPath: identity.path),
            onLaw: { try current.begin($0) }, onProvision: { try current.add($0) })
        try current.finishLaw()
        if current.lawCount == 0, let duplicate = current.duplicates.first {
            try session.finishSource(source, .skipped(reason: duplicate.reason))
            return .skipped(reason: duplicate.reason)
        }
        try session.finishSource(source)
        return .indexed(report)
    }

    private mutating func begin(_ announced: Law) throws {
        try finishLaw()
        var announced = announced
        announced.sourceURL = announced.sourceURL ?? origin?.address
        switch try session.upsertLaw(announced, source: source) {
        case .added(let record):
            law = record
            isDetected = false
            lawCount += 1
        case .again(let record):
            law = record
            isDetected = true
        case .duplicateLaw(let earlier):
            law = nil
            duplicates.append(DuplicateLaw(earlier))
        }
    }

    private mutating func add(_ provision: Provision) throws {
        guard law != nil else { return }
        waiting.append(provision)
        waitingBytes += provision.text.utf8.count
        if waitingBytes > Self.batchBytes { try store() }
    }

    private mutating func finishLaw() throws {
        try store()
        law = nil
    }

    private mutating func store() throws {
        guard let law, !waiting.isEmpty else { return }
        if !isDetected {
            isDetected = true
            if let language = detect(law.law) { try session.setDetectedLanguage(language, ofLaw: law.id) }
        }
        _ = try session.appendProvisions(toLaw: law.id, waiting)
        provisionCount += waiting.count
        languages[law.law.language.tag, default: 0] += waiting.count
        waiting.removeAll(keepingCapacity: true)
        waitingBytes = 0
    }

    /// The language of the text where it is certainly not the one the source names; else nil.
    private func detect(_ law: Law) -> LanguageTag? {
        var sample = ""
        // From the middle on: laws begin with dates, numbers and names.
        for provision in waiting[(waiting.count / 3)...] {
            sample += provision.text.prefix(Self.detectionBytes) + "\n"
            if sample.utf8.count > Self.detectionBytes { break }
        }
        guard sample.utf8.count > 120,
            let best = LanguageDetector.detect(sample, hint: law.language.tag).first,
            let tag = try? LanguageTag(best.language), best.confidence >= 0.8,
            Self.family(tag.primary) != Self.family(law.language.primary)
        else { return nil }
        return tag
    }

    /// Languages that detection cannot tell apart well enough to overrule a publisher.
    private static func family(_ primary: String) -> String {
        switch primary {
        case "nb", "nn", "no", "da": "no"
        case "sr", "hr", "bs", "sh", "me": "sr"
        case "id", "ms": "id"
        case "cs", "sk": "cs"
        case "pt", "gl": "pt"
        default: primary
        }
    }
}

extension CatalogError {
    /// Whether the next file may be tried.
    var concernsOneFile: Bool {
        switch self {
        case .unstorable, .duplicateProvision: true
        default: false
        }
    }
}
