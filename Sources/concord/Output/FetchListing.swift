import Foundation
import Publishers

/// What `concord fetch` prints.
enum FetchListing {
    /// Documents that fetching would ask for.
    static func plan(_ sources: [LawSource], _ store: DocumentStore, json: Bool) throws {
        let documents = sources.map { source in
            switch source.listing {
            case .addresses(let addresses):
                FetchPlanDocument(
                    source: source,
                    addresses: addresses.map { address in
                        let known = store.provenance(PlannedDocument(address: address, source: source)) != nil
                        return .init(address: address.text, isStored: known)
                    })
            case .index(let index): FetchPlanDocument(source: source, list: index.address.text, links: index.links)
            }
        }
        if json { return Console.line(try JSONText.text(documents)) }
        for document in documents {
            Console.line("\(document.country)/\(document.language)  \(document.source): \(document.publisher)")
            for address in document.addresses {
                Console.line("  \(address.isStored ? "again" : "new  ")  \(address.address)")
            }
            if let list = document.list, let links = document.links {
                Console.line("  list   \(list), links that match \(links)")
            }
        }
        let count = documents.reduce(0) { $0 + $1.addresses.count }
        Console.line("\(documents.count) sources, \(count) documents named; nothing was sent")
    }

    /// Says that no source is due.
    static func nothingDue(_ count: Int, json: Bool) throws {
        if json { return Console.line(try JSONText.text(FetchDocument(sources: []))) }
        Console.line("none of \(count) sources is due; name a State, or use --all")
    }

    /// Lists documents with what became of them.
    static func show(_ report: FetchReport, _ store: DocumentStore, verbose: Bool) {
        for source in report.sources {
            for document in source.documents where verbose || document.outcome != .unchanged {
                let word = document.outcome.word.padding(toLength: 9, withPad: " ", startingAt: 0)
                var line = "\(word)  \(document.document.address)"
                if let failure = document.outcome.failure {
                    line += ": \(failure)"
                } else if case .withdrawn(let since) = document.outcome {
                    line +=
                        ": since \(since.formatted(.iso8601.year().month().day())), kept as "
                        + document.document.location
                } else {
                    line += " -> \(document.document.location)"
                }
                Console.line(line)
            }
            if let failure = source.failure { Console.line("failed     \(source.source.id): \(failure)") }
        }
        let counts = ["new", "changed", "unchanged", "withdrawn", "failed"].map { word in
            "\(report.documents.count { $0.outcome.word == word }) \(word)"
        }
        let bytes = report.documents.reduce(0) { $0 + $1.bytes }
        Console.line(
            "\(report.sources.count) sources: " + counts.joined(separator: ", ") + "; \(Quantity.bytes(bytes)) received"
        )
    }

    /// Prints the report as JSON.
    static func document(_ report: FetchReport, _ store: DocumentStore) throws {
        Console.line(try JSONText.text(FetchDocument(sources: report.sources.map { .init($0, store) })))
    }

    /// What failed, in one sentence.
    static func failures(_ report: FetchReport) -> String {
        let documents = report.documents.count { $0.outcome.failure != nil }
        let lists = report.sources.count { $0.failure != nil }
        return "\(documents) documents and \(lists) lists of documents could not be fetched; all else was done."
    }
}
