import ArgumentParser
import Catalog
import Foundation
import Ingestion

/// `concord history`: the record of what was taken in and decided.
struct HistoryCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "history",
        abstract: "Show what was taken in and decided, by whom, when and why.",
        discussion: """
            Events are only ever added. Each holds the hash of the one before; 'concord verify' finds any that was \
            changed. Note what --head prints elsewhere to prove later that the record up to there is the same.
            """)

    @Argument(help: "IRI of a work, expression or provision, or path of a file; all without it.")
    var subject: String?

    @OptionGroup var sharing: AudienceOption
    @OptionGroup var index: IndexOption

    @Flag(help: "Print JSON, an event a line.")
    var json = false

    @Flag(help: "Print only the number and hash of the last event.")
    var head = false

    @Option(help: "Only the last so many events.")
    var limit: Int?

    func validate() throws {
        if let limit, limit < 1 { throw ValidationError("--limit takes a number from 1.") }
        if head, subject != nil { throw ValidationError("--head is of the whole record; leave the IRI out.") }
    }

    func run() throws {
        guard index.folder.exists else { throw IngestionError.noCatalog(index.folder.path) }
        let catalog = try Catalog(directory: index.folder.path, mode: .readOnly)
        if head {
            let head = try catalog.recordHead()
            Console.line("\(head.sequence) \(head.hash)")
            return
        }
        var reading = try StateFactsReading(audience: sharing.audience, index: index)
        // Gone through twice, for a record may be too long to keep: what cannot be noted as read is not shown.
        var numbers: ClosedRange<Int64>?
        var shown = 0
        try catalog.forEachEvent(subject: subject) { event in
            numbers = (numbers?.lowerBound ?? event.sequence)...event.sequence
            if reading.admits(event.draft) { shown += 1 }
            return true
        }
        try reading.finish(command: "history", who: sharing.who, index: index)
        guard let numbers else {
            if let subject { throw Failure.notFound("\(subject): the record says nothing of it.") }
            return
        }
        var passed = limit.map { max(0, shown - $0) } ?? 0
        try catalog.forEachEvent(subject: subject) { event in
            // The note itself came after what was asked for.
            guard event.sequence <= numbers.upperBound else { return false }
            guard reading.admits(event.draft) else { return true }
            if passed > 0 { passed -= 1 } else { try show(event) }
            return true
        }
    }

    private func show(_ event: Event) throws {
        if json {
            Console.line(try JSONText.line(EventLine(event)))
            return
        }
        let draft = event.draft
        Console.line(
            "\(event.sequence)  \(event.time)  \(event.who)  " + Console.bold(draft.kind.rawValue)
                + "  \(draft.subject)")
        if let why = draft.why { Console.line("   " + Console.isolated(SearchListing.short(why, 400))) }
        if let source = draft.source, source != draft.subject { Console.line("   " + Console.dim("from \(source)")) }
    }
}
