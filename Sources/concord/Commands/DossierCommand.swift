import ArgumentParser
import Foundation
import Ingestion
import Legislation
import Obligations
import Review

/// `concord dossier`: all that is known of a State, as a document that can be sent.
struct DossierCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "dossier",
        abstract: "Write the dossier of a State: what public sources show, draft matrix, gaps, comparables.",
        discussion: """
            For a State that never reported, and for any other: by obligation what its laws in the index show, with \
            quotations and links; the draft matrix; the gaps with model and comparable provisions; and how to make a first \
            report. In Arabic, Chinese, English, French, Russian or Spanish.

            concord dossier LS --lang fr --format docx --output lesotho.docx
            """)

    @OptionGroup var options: ReviewDocumentOptions

    func run() throws {
        try options.write(by: "dossier") { writer, matrix, gaps, facts in writer.dossier(matrix, gaps, facts: facts) }
    }
}

/// `concord roadmap`: the draft of a voluntary national action plan.
struct RoadmapCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "roadmap",
        abstract: "Draft a voluntary national action plan from the gaps of a State.",
        discussion: """
            Measures by priority, each with steps, a model provision, comparable provisions, and fields to fill in.

            concord roadmap LS --lang en --format docx --output plan.docx
            """)

    @OptionGroup var options: ReviewDocumentOptions

    func run() throws { try options.write(by: "roadmap") { writer, matrix, gaps, _ in writer.plan(matrix, gaps) } }
}
