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
            Checks the database, compares every section of every segment with its checksum, and compares the \
            provisions of both, one by one.
            """)

    @OptionGroup var index: IndexOption

    func run() throws {
        let report = try IndexVerifier(folder: index.folder).verify()
        for fault in report.faults { Console.line("fault: \(fault)") }
        for source in report.catalog.incompleteSources {
            Console.line("incomplete: \(source) was being read when a run was stopped; index it again")
        }
        guard report.faults.isEmpty else {
            throw Failure.badData("catalog and index do not agree; 'concord reindex' makes the index anew.")
        }
        if report.waiting > 0 {
            Console.line(
                "behind: \(report.waiting) provisions of a run that was stopped wait to be indexed; "
                    + "'concord index' goes on with them")
        }
        Console.line(
            "sound: \(report.catalog.laws) laws, \(report.provisions) provisions, the same in catalog and index; "
                + "\(report.segments) segments, \(Quantity.bytes(report.bytes)) as their checksums say")
    }
}
