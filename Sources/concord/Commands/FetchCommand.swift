import ArgumentParser
import Foundation
import Ingestion
import Legislation
import Publishers

/// `concord fetch`: brings laws from their publishers and reads what is new.
struct FetchCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "fetch",
        abstract: "Fetch laws from their publishers into a folder, and index what is new or changed.",
        discussion: """
            Sources are listed in a YAML file; README.md tells its keys. Without a State those sources are fetched that \
            their schedule makes due. Documents that are as they were are not sent again. robots.txt is obeyed, and \
            each host is asked for one document at a time. Documents that the publisher has no more stay in the folder \
            and are marked. Exit code 69: something could not be fetched; all else was done.
            """)

    @Argument(help: "Code or name of a State; without one, all sources that are due.")
    var state: String?

    @OptionGroup var index: IndexOption

    @Option(help: ArgumentHelp("List of sources (else $CONCORD_SOURCES, else the list built in).", valueName: "file"))
    var sources: String?

    @Option(help: ArgumentHelp("Only the source of this id.", valueName: "id"))
    var source: String?

    @Option(
        help: ArgumentHelp(
            "Folder for the documents (else 'sources' beside the folder of the index).", valueName: "dir"))
    var store: String?

    @Option(help: ArgumentHelp("Address of mail or web at which publishers reach you.", valueName: "address"))
    var contact: String?

    @OptionGroup var author: AuthorOption

    @Flag(help: "Fetch all sources, due or not.")
    var all = false

    @Flag(help: "Only list what would be asked for; nothing is sent.")
    var dryRun = false

    @Flag(help: "Fetch, and leave the index as it is.")
    var noIndex = false

    @Flag(help: "Also ask hosts that are not on the public internet.")
    var allowPrivate = false

    @Flag(help: "Believe a publisher's list that names less than half of what it did.")
    var acceptWithdrawals = false

    @Flag(help: "Print JSON.")
    var json = false

    @Flag(help: "Also list documents that are unchanged.")
    var verbose = false

    func run() async throws {
        let beside = URL(fileURLWithPath: index.folder.path).deletingLastPathComponent()
        let folder = DocumentStore(store ?? beside.appendingPathComponent("sources").path)
        let (list, chosen) = try choose(folder)
        if dryRun { return try FetchListing.plan(chosen, folder, json: json) }
        if chosen.isEmpty { return try FetchListing.nothingDue(list.sources.count, json: json) }
        var configuration = Fetcher.Configuration(
            version: Concord.configuration.version, contact: contact ?? list.contact)
        if allowPrivate { configuration.policy = .all }
        configuration.acceptsShrinking = acceptWithdrawals
        let counter = FetchCounter()
        let report = try await Fetcher(configuration).run(chosen, into: folder) { document in
            Console.progress(counter.next(document))
        }
        Console.clearProgress()
        if json {
            try FetchListing.document(report, folder)
        } else {
            FetchListing.show(report, folder, verbose: verbose)
        }
        if !noIndex { try ingest(report, folder) }
        if !report.isWhole { throw Failure.unavailable(FetchListing.failures(report)) }
    }

    /// The list, and the sources of it that are to be fetched.
    private func choose(_ folder: DocumentStore) throws -> (SourceList, [LawSource]) {
        let list = try SourceListReader(file: sources ?? BuiltInSources.path).read()
        var chosen = list.sources
        if let source {
            chosen = chosen.filter { $0.id == source }
            if chosen.isEmpty { throw Failure.notFound("the list has no source '\(source)'.") }
        }
        if let state {
            guard let jurisdiction = Jurisdiction(nameOrCode: state) else {
                throw ValidationError("'\(state)' is no State; write a code such as KE, or a name.")
            }
            chosen = chosen.filter { $0.state == jurisdiction }
            if chosen.isEmpty {
                let known = Set(list.sources.map(\.state.code)).sorted().joined(separator: ", ")
                throw Failure.notFound(
                    "the list has no source for \(jurisdiction.englishName); it has \(known). Add one with --sources.")
            }
        } else if source == nil, !all {
            chosen = chosen.filter { $0.schedule.isDue(last: folder.lastRun(of: $0), now: Date()) }
        }
        return (list, chosen)
    }

    /// Reads all that is stored of the sources: the ingestor passes over what it knows, and takes up what an earlier run
    /// fetched and did not live to read.
    private func ingest(_ report: FetchReport, _ folder: DocumentStore) throws {
        let paths = report.sources.flatMap { folder.files(of: $0.source) }
        guard !paths.isEmpty else { return }
        let started = Date()
        let ingestor = Ingestor(
            folder: index.folder, author: author.name, origin: IndexCommand.origin(ofFile:))
        let summary = try ingestor.index(paths: paths) {
            Console.progress(IndexCommand.describe($0, since: started))
        }
        Console.clearProgress()
        if !json {
            IndexCommand.report(summary, seconds: Date().timeIntervalSince(started), verbose: verbose)
        } else {
            for (path, reason) in summary.skipped { Console.note("skipped    \(path): \(reason)") }
        }
    }
}
