import ArgumentParser
import Foundation
import Obligations

/// `concord classify`: cells for a file of provisions.
struct ClassifyCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "classify",
        abstract: "Name the matrix cells that provisions serve.",
        discussion: """
            Reads JSON Lines {"id","lang","law","heading","text"} and prints for each, in the same order, a line \
            {"id","cells":[{"cell","weapon","aspect","confidence"}]}. From a confidence of 0.5 on a cell counts as \
            given. Files of judged provisions are such files; their labels are not looked at.
            """)

    @Argument(help: "File of provisions; '-' for standard input.")
    var file: String

    @Option(help: "Only this row of the matrix, or those that a pattern such as op3cd means.")
    var obligation: String?

    @Option(help: "Only this weapon type: nuclear, chemical or biological.")
    var weapon: String?

    func run() throws {
        let analysis = try ObligationFilter(obligation: obligation, weapon: weapon)
        let matrix = analysis.matrix
        let provisions =
            file == "-"
            ? try GoldProvision.read(
                FileHandle.standardInput.readDataToEndOfFile(), name: "standard input", matrix: matrix,
                requiresLabels: false)
            : try GoldProvision.read(URL(fileURLWithPath: file), matrix: matrix, requiresLabels: false)
        let classifier = try ObligationClassifier(matrix: matrix, thesaurus: Thesaurus())
        var tokens = ProvisionTokens()
        for provision in provisions {
            tokens.analyze(
                title: provision.law, heading: provision.heading ?? "", text: provision.text, language: provision.lang)
            let scores = classifier.classify(
                title: tokens.title, heading: tokens.heading, text: tokens.text, language: provision.lang)
            Console.line(
                try JSONText.line(
                    ClassifiedProvision(
                        id: provision.id, cells: scores.filter(analysis.holds).map(CellDocument.init))))
        }
    }
}
