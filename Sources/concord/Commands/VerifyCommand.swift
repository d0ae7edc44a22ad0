import ArgumentParser
import Catalog
import Foundation
import Ingestion
import Legislation

/// `concord verify`: proves that catalog and index agree.
struct VerifyCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "verify",
        abstract: "Prove that catalog and index are whole and agree.",
        discussion: """
            Checks the database and the chain of recorded events, compares every section of every segment with its \
            checksum, and compares the provisions of both, one by one.

            With --deep, also computes the digest of every provision anew and compares it with what was recorded, and \
            analyses a sample of provisions again, or all, and compares every posting with the index.
            """)

    @OptionGroup var index: IndexOption

    @Flag(help: "Compute all digests anew and analyse a sample of provisions again.")
    var deep = false

    @Option(help: "With --deep, analyse about so many provisions (2000), or 'all'.")
    var sample: String?

    func validate() throws {
        if sample != nil, !deep { throw ValidationError("--sample goes with --deep.") }
        if let sample, sample != "all", Int(sample).map({ $0 > 0 }) != true {
            throw ValidationError("--sample takes a number from 1, or 'all', not \"\(sample)\".")
        }
    }

    private var depth: IndexVerifier.Depth {
        guard deep else { return .numbers }
        return sample == "all" ? .everything : .sample(sample.flatMap(Int.init) ?? 2000)
    }

    func run() throws {
        let report = try IndexVerifier(folder: index.folder).verify(depth)
        for fault in report.faults { Console.line("fault: \(fault)") }
        for source in report.catalog.incompleteSources {
            Console.line("incomplete: \(source) was being read when a run was stopped; index it again")
        }
        guard report.faults.isEmpty else {
            throw Failure.badData(
                report.catalog.isSound
                    ? "catalog and index do not agree; 'concord reindex' makes the index anew."
                    : "the catalog is not as it was written; restore it from a backup or an export.")
        }
        if report.waiting > 0 {
            Console.line(
                "behind: \(report.waiting) provisions of a run that was stopped wait to be indexed; "
                    + "'concord index' goes on with them")
        }
        Console.line(
            "sound: \(report.catalog.laws) laws, \(report.provisions) provisions, the same in catalog and index; "
                + "\(report.segments) segments, \(Quantity.bytes(report.bytes)) as their checksums say; "
                + "\(report.catalog.events) events in one chain")
        if deep {
            Console.line(
                "deep: every provision as it was recorded; \(report.analysed) analysed again, the same as in the index")
        }
    }
}
