internal import Catalog
internal import Foundation
internal import Legislation
internal import TextAnalysis

/// Takes one file into the catalog.
struct FileLoad {
    private let session: CatalogSession
    private let reader: LegislationReader
    private let origin: FileOrigin?
    private let keepsApart: Bool
    /// What tells a law of this file from one of its title in another: the file's name, then with its folder, and so on.
    private var marks: [String] = []
    private var source: Int64 = 0
    private var law: LawRecord?
    /// A law that another file gave before, its provisions waiting to be compared.
    private var refused: (law: Law, earlier: LawRecord)?
    private var waiting: [Provision] = []
    private var waitingBytes = 0
    private var isDetected = false
    /// What detection says of the law's language where it overrules the source.
    private var detected: LanguageTag?
    /// Whether the file gives a law that is repealed.
    private var isRepealed = false
    private(set) var lawCount = 0
    private(set) var provisionCount = 0
    private(set) var languages: [String: Int] = [:]
    /// Expressions that another file gave before.
    private(set) var duplicates: [DuplicateLaw] = []

    /// Text that is looked at to find the language of a law.
    private static let detectionBytes = 3000
    private static let batchBytes = 1 << 20

    /// - Parameters:
    ///   - origin: where the file was fetched, if it was.
    ///   - keepsApart: store a law beside an earlier one where they have but the title in common.
    init(session: CatalogSession, reader: LegislationReader, origin: FileOrigin? = nil, keepsApart: Bool = false) {
        self.session = session
        self.reader = reader
        self.origin = origin
        self.keepsApart = keepsApart
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
        let steps = identity.path.split(separator: "/")
        marks = steps.indices.reversed().map { steps[$0...].joined(separator: "/") }
        var current = self
        defer { self = current }
        let report = try reader.read(
            URL(fileURLWithPath: identity.path),
            onLaw: { try current.begin($0) }, onProvision: { try current.add($0) })
        try current.finishLaw()
        // Of a law that was repealed, nothing may be left but that.
        guard report.provisions > 0 || current.isRepealed else {
            throw LegislationReadError(
                file: identity.path, reason: .notLegislation,
                message: "read as \(report.format.name), it holds no provision with text",
                mend: "see whether the file is whole and what it says it is")
        }
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
        isRepealed = isRepealed || announced.status == .repealed
        if announced.isNamedByTitle {
            // Once kept apart it stays so: the same law has the same IRI in each state of its file.
            let apart = marks.lazy.map(announced.keptApart).first {
                session.gaveBefore($0.expression, source: source)
            }
            announced = apart ?? announced
        }
        switch try session.upsertLaw(announced, source: source) {
        case .added(let record):
            store(under: record)
        case .again(let record):
            law = record
            isDetected = true
            detected = record.detectedLanguage
        case .duplicateLaw(let earlier):
            refused = (announced, earlier)
        }
    }

    private mutating func store(under record: LawRecord) {
        law = record
        isDetected = false
        detected = nil
        lawCount += 1
    }

    private mutating func add(_ provision: Provision) throws {
        guard law != nil || refused?.law.isNamedByTitle == true else { return }
        waiting.append(provision)
        waitingBytes += provision.text.utf8.count
        if law != nil, waitingBytes > Self.batchBytes { try store() }
    }

    private mutating func finishLaw() throws {
        if let refused {
            try settle(refused.law, refusedFor: refused.earlier)
            self.refused = nil
        }
        try store()
        law = nil
    }

    /// Stores a law that was refused if it is another one than those before it and this is wanted; else counts it as a
    /// duplicate.
    private mutating func settle(_ refused: Law, refusedFor earlier: LawRecord) throws {
        var earlier = earlier
        var isOtherLaw = try refused.isNamedByTitle && isOtherText(than: earlier)
        guard isOtherLaw, keepsApart else { return refuse(earlier, isOtherLaw: isOtherLaw) }
        for mark in marks {
            switch try session.upsertLaw(refused.keptApart(by: mark), source: source) {
            case .added(let record):
                return store(under: record)
            case .again(let record), .duplicateLaw(let record):
                earlier = record
                isOtherLaw = try isOtherText(than: earlier)
                if !isOtherLaw { return refuse(earlier, isOtherLaw: false) }
            }
        }
        refuse(earlier, isOtherLaw: isOtherLaw)
    }

    private mutating func refuse(_ earlier: LawRecord, isOtherLaw: Bool) {
        duplicates.append(DuplicateLaw(earlier, isOtherLaw: isOtherLaw))
        drop()
    }

    private func isOtherText(than earlier: LawRecord) throws -> Bool {
        let texts = try session.provisionTexts(ofLaw: earlier.id)
        return !texts.elementsEqual(waiting.lazy.map(\.text))
    }

    private mutating func drop() {
        waiting.removeAll(keepingCapacity: true)
        waitingBytes = 0
    }

    private mutating func store() throws {
        guard let law, !waiting.isEmpty else { return }
        if !isDetected {
            isDetected = true
            if let language = detect(law.law) {
                try session.setDetectedLanguage(language, ofLaw: law.id)
                detected = language
            }
        }
        _ = try session.appendProvisions(toLaw: law.id, waiting)
        provisionCount += waiting.count
        languages[(detected ?? law.law.language).tag, default: 0] += waiting.count
        drop()
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
