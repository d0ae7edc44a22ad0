import ArgumentParser
import Foundation
import Obligations

/// `concord train`: makes the classifier's model from judged provisions.
struct TrainCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "train",
        abstract: "Train the obligation classifier on judged provisions.",
        discussion: """
            Reads JSON Lines {"id","country","lang","law","heading","text","labels"}, where a label is {"cell", \
            "weapons","aspect","grade"}, our own model texts, the provisions that we drafted for training, and those of \
            real laws that we judged. Prints how well models do on countries that they did not see, then writes the \
            model of all provisions. The same input gives the same model. A text resource is replaced by copying the \
            model to Sources/Obligations/Resources/model.tsv, or to the folder that CONCORD_RESOURCES names.
            """)

    @Argument(help: "Files of judged provisions.")
    var gold: [String]

    @Option(help: "File to write the model to.")
    var model: String

    @Option(help: "Parts into which countries are split for measuring; 0 leaves measuring out.")
    var folds = 8

    @Option(help: "Folder of the model texts; that of 'concord model' where it is not given.")
    var corpus: String?

    @Option(help: "Folder of the provisions drafted for training; 'training' beside the model texts where not given.")
    var training: String?

    @Option(
        help: """
            Folder of the laws of which we judged provisions ('judged' in the folder of drafts); without it those do not \
            train.
            """)
    var legislation: String?

    func validate() throws {
        if gold.isEmpty { throw ValidationError("Name at least one file of judged provisions.") }
        guard folds == 0 || (2...50).contains(folds) else { throw ValidationError("--folds is 0, or from 2 to 50.") }
    }

    func run() throws {
        let matrix = try ObligationMatrix()
        var provisions: [GoldProvision] = []
        for file in gold {
            provisions += try GoldProvision.read(URL(fileURLWithPath: file), matrix: matrix, requiresLabels: true)
        }
        let corpus = try ModelCorpus.folder(named: corpus)
        let texts = try ClassifierTraining.modelTexts(in: corpus)
        let folder =
            training.map { URL(fileURLWithPath: $0) }
            ?? corpus.deletingLastPathComponent().appendingPathComponent("training")
        let drafts = try ClassifierTraining.drafts(in: folder, matrix: matrix)
        let own = try legislation.map {
            try JudgedProvision.provisions(
                judgments: folder.appendingPathComponent("judged"), legislation: URL(fileURLWithPath: $0),
                matrix: matrix)
        }
        let training = try ClassifierTraining(gold: provisions, modelTexts: texts, drafts: drafts, own: own ?? [])
        Console.line(
            "\(provisions.count) judged provisions, \(texts.count) of model texts, \(drafts.count) drafted for "
                + "training, \(own?.count ?? 0) judged by us")
        if folds > 0 {
            let predictions = try training.predictions(leavingOut: .country(parts: folds)) { done, count in
                Console.progress("measuring: \(done) of \(count) models")
            }
            Console.clearProgress()
            let measures = ClassificationMeasures(provisions, predictions)
            Console.line(
                String(
                    format: "countries left out: nDCG@10 %.3f  MAP %.3f  micro F1 %.3f  ECE %.3f  (%d rows)",
                    measures.ndcg, measures.averagePrecision, measures.f1, measures.calibrationError,
                    measures.rows.count))
        }
        let text = training.trainedModel()
        do {
            try Data(text.utf8).write(to: URL(fileURLWithPath: model), options: .atomic)
        } catch {
            throw Failure.output("\(model) cannot be written: \(error.localizedDescription)")
        }
        Console.line("\(model): \(text.utf8.count) bytes")
    }
}
