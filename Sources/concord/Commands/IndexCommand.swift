import ArgumentParser
import Foundation
import Ingestion
import Legislation
import Publishers

/// `concord index`: reads laws.
struct IndexCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "index",
        abstract: "Read files and folders of laws into the index.",
        discussion: """
            Formats are told by content: Akoma Ntoso and the XML in which States publish their laws, HTML, PDF, DOCX, \
            DOC, ODT, RTF, Markdown with front matter, provisions JSON, JSON Lines and plain text. Files that are as \
            they were are not read again; changed ones replace what they gave before. A law that another file gave \
            before is skipped; where it has but the title in common with that one, it is kept beside it. A run that \
            was interrupted is taken up where it stopped.
            """)

    @Argument(help: "Files and folders.")
    var paths: [String]

    @OptionGroup var index: IndexOption

    @Option(help: "Language of texts that do not say it (BCP 47 tag).")
    var lang: String?

    @Option(help: "Country of texts that do not say it (ISO 3166-1 code).")
    var country: String?

    @Flag(
        help: """
            Withdraw the laws of files that are gone from the folders named: they stay in the catalog, and searches pass \
            them over.
            """)
    var withdrawMissing = false

    @OptionGroup var author: AuthorOption

    @Flag(help: "Also list each file that was read, with what was found in it.")
    var verbose = false

    func validate() throws {
        if paths.isEmpty { throw ValidationError("Name at least one file or folder to index.") }
    }

    func run() throws {
        var options = ReaderOptions()
        do {
            options.language = try lang.map { try LanguageTag($0) }
            options.jurisdiction = try country.map { try Jurisdiction(code: $0) }
        } catch {
            throw ValidationError("\(error)")
        }
        let started = Date()
        let ingestor = Ingestor(
            folder: index.folder, options: options, author: author.name, origin: Self.origin(ofFile:))
        let summary = try ingestor.index(paths: paths, withdrawsMissing: withdrawMissing) {
            Console.progress(Self.describe($0, since: started))
        }
        Console.clearProgress()
        Self.report(summary, seconds: Date().timeIntervalSince(started), verbose: verbose)
        let named = Set(paths.map { URL(fileURLWithPath: $0).standardizedFileURL.path })
        let refused = summary.skipped.filter { named.contains($0.path) }
        let isNothingRead = !summary.files.contains { file in
            if case .skipped = file.outcome { return false }
            return true
        }
        if let first = refused.first { throw Failure.badData("not indexed: \(first.reason)") }
        if isNothingRead, !summary.files.isEmpty { throw Failure.badData("no law was found in what was named.") }
    }

    /// What is known of a file in a store that `concord fetch` keeps.
    static func origin(ofFile path: String) -> FileOrigin? {
        DocumentStore.provenance(ofFile: path).map {
            FileOrigin(address: $0.address, isWithdrawn: $0.withdrawnAt != nil)
        }
    }

    static func describe(_ progress: IngestionProgress, since started: Date) -> String {
        switch progress.phase {
        case .merging: return "writing the index ..."
        case .reading, .indexing:
            let seconds = max(Date().timeIntervalSince(started), 0.001)
            let rate = Double(progress.bytesDone) / seconds
            let left = rate > 0 ? Double(progress.bytesTotal - progress.bytesDone) / rate : 0
            let files = "\(progress.filesDone)/\(progress.filesTotal) files"
            let provisions = "\(progress.provisionsRead) provisions"
            return "\(files), \(provisions), \(Quantity.bytes(Int(rate)))/s, \(Quantity.duration(left)) left"
        }
    }

    static func report(_ summary: IngestionSummary, seconds: Double, verbose: Bool) {
        for file in summary.files {
            switch file.outcome {
            case .indexed(let report):
                let isNoteworthy = report.structure == .paragraphGroups || report.convertedFrom != nil
                if verbose || isNoteworthy || report.noteCount > 0 { describe(file.path, report, verbose: verbose) }
            case .unchanged(let laws, let provisions):
                if verbose { Console.line("unchanged  \(file.path): \(laws) laws, \(provisions) provisions") }
            case .skipped(let reason):
                let text = reason.hasPrefix(file.path) ? reason : "\(file.path): \(reason)"
                Console.line("skipped    \(text)")
            }
            for duplicate in file.duplicates where file.duplicates.count < 20 || verbose {
                Console.line("duplicate  \(file.path): \(duplicate)")
            }
        }
        for file in summary.withdrawn { Console.line("withdrawn  \(file.path): it is gone; \(file.laws) laws") }
        let read = summary.files.count(where: \.isIndexed)
        let unchanged = summary.files.count { if case .unchanged = $0.outcome { true } else { false } }
        Console.line(
            "\(read) files read, \(unchanged) unchanged, \(summary.skipped.count) skipped: "
                + "\(summary.laws) laws, \(summary.provisions) provisions in \(Quantity.duration(seconds))"
                + (read > 0 ? " (\(Quantity.bytes(Int(Double(summary.bytes) / max(seconds, 0.001))))/s)" : ""))
        if !summary.languages.isEmpty {
            let languages = summary.languages.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
            Console.line("provisions by language: " + languages.map { "\($0.key) \($0.value)" }.joined(separator: ", "))
        }
    }

    private static func describe(_ path: String, _ report: ReadReport, verbose: Bool) {
        var facts = ["\(report.format.name)", "\(report.laws) laws, \(report.provisions) provisions"]
        if report.structure == .paragraphGroups { facts.append("no articles found, split into paragraph groups") }
        if let charset = report.convertedFrom { facts.append("converted from \(charset)") }
        Console.line("read       \(path): " + facts.joined(separator: "; "))
        let shown = verbose ? report.notes : Array(report.notes.prefix(3))
        for note in shown { Console.line("           \(note)") }
        if report.noteCount > shown.count {
            Console.line("           and \(report.noteCount - shown.count) more notes")
        }
    }
}
