public import Foundation
internal import Legislation
internal import TextAnalysis

/// Trains and measures the classifier on judged provisions: the one way in which `model.tsv` comes to be.
///
/// Nothing is drawn at random; the same provisions in the same order give the same model.
public struct ClassifierTraining: Sendable {
    /// What is kept out of training together when the classifier is measured.
    public enum Grouping: Sendable, Hashable {
        /// Countries, in this many parts of about equal size.
        case country(parts: Int)
        /// Each language that has a provision.
        case language
    }

    private let matrix: ObligationMatrix
    private let parts: ClassifierParts
    private let judged: [TrainingExample]
    private let languages: [String]
    /// Model texts, drafts and what we judged ourselves: they train, and are measured nowhere.
    private let ours: [TrainingExample]
    private let languagesOfOurs: [String]

    /// How much a provision of our own counts beside a judged one of a real law: `benchmarks/ClassifierQuality` has what
    /// other weights gave.
    private static let modelWeight: Float = 0.3
    private static let draftWeight: Float = 0.3
    private static let ownWeight: Float = 1

    /// Sees all provisions once.
    ///
    /// - Parameters:
    ///   - gold: judged provisions, with country and labels.
    ///   - modelTexts: provisions of our own model texts (``modelTexts(in:)``), which always train.
    ///   - drafts: provisions of invented laws, drafted and judged for training (``drafts(in:matrix:)``); likewise.
    ///   - own: provisions of real laws that we judged ourselves (``JudgedProvision``); they are left out with their
    ///     country or language, and teach what words mean, not how sure to be.
    /// - Throws: ``ResourceError`` or ``ThesaurusError`` where rules or thesaurus are at fault, `TranslationError`.
    public init(
        gold: [GoldProvision], modelTexts: [GoldProvision], drafts: [GoldProvision],
        own: [GoldProvision] = [], resources: ResourceFolder = ResourceFolder()
    ) throws {
        matrix = try ObligationMatrix(resources: resources)
        parts = try ClassifierParts(
            matrix: matrix, thesaurus: Thesaurus(resources: resources), resources: resources,
            analysis: ConceptRecognizer.analysis(for:))
        let reader = ExampleReader(parts: parts)
        judged = gold.map { reader.example($0, group: $0.country ?? "") }
        languages = gold.map(\.lang)
        // Preambles and notes without a tag were not judged to serve nothing.
        let texts = modelTexts.filter { $0.labels?.isEmpty == false }
        ours =
            texts.map { reader.example($0, group: nil, weight: Self.modelWeight) }
            + drafts.map { reader.example($0, group: nil, weight: Self.draftWeight) }
            + own.map { reader.example($0, group: $0.country, isSample: false, weight: Self.ownWeight) }
        languagesOfOurs = (texts + drafts + own).map { Self.primary($0.lang) }
    }

    /// The model of all provisions, as the text of its file.
    public func trainedModel() -> String {
        let model = ObligationLearner(matrix: matrix).train(judged + ours)
        return ObligationModelFile(matrix: matrix, space: parts.space).text(of: model)
    }

    /// Cells for every judged provision, given by models that saw none of its group.
    ///
    /// - Parameter progress: told how many of how many models are done.
    /// - Returns: cells by id.
    public func predictions(
        leavingOut grouping: Grouping, progress: (Int, Int) -> Void = { _, _ in }
    ) throws(ResourceError) -> [String: [CellScore]] {
        let groups: [Int]
        switch grouping {
        case .country(let count):
            groups = ObligationLearner.folds(judged.map { $0.group ?? "" }, count: count)
        case .language:
            let tags = Set(languages).sorted()
            groups = languages.map { tags.firstIndex(of: $0) ?? 0 }
        }
        let numbers = Set(groups).sorted()
        var result: [String: [CellScore]] = [:]
        for (done, number) in numbers.enumerated() {
            progress(done, numbers.count)
            var training = judged.indices.filter { groups[$0] != number }.map { judged[$0] }
            let left = Set(judged.indices.filter { groups[$0] == number }.map { Self.primary(languages[$0]) })
            let countries = Set(judged.indices.filter { groups[$0] == number }.compactMap { judged[$0].group })
            for (example, language) in zip(ours, languagesOfOurs) {
                switch grouping {
                case .country: if example.group.map(countries.contains) == true { continue }
                // A language is left out with our own texts in it.
                case .language: if left.contains(language) { continue }
                }
                training.append(example)
            }
            // Through the file's form, so that what is measured is what is delivered.
            let file = ObligationModelFile(matrix: matrix, space: parts.space)
            let model = try file.model(from: file.text(of: ObligationLearner(matrix: matrix).train(training)))
            for place in judged.indices where groups[place] == number {
                result[judged[place].id] = cells(of: judged[place], model)
            }
        }
        progress(numbers.count, numbers.count)
        return result
    }

    /// The language of a tag without script and region: `de` of `de-AT`.
    private static func primary(_ tag: String) -> String { String(tag.prefix { $0 != "-" }) }

    private func cells(of example: TrainingExample, _ model: ObligationModel) -> [CellScore] {
        let row = model.vocabulary.row(example.features)
        guard !example.features.isEmpty, !(example.rules.isEmpty && model.isHopeless(row)) else { return [] }
        let logits = model.logits(row)
        return CellDecision(matrix: matrix).cells(
            model, logits: logits,
            probabilities: model.probabilities(logits: logits, rules: example.rules, context: example.context),
            maximumRows: ObligationClassifier.maximumCodes, minimum: ObligationClassifier.minimumConfidence)
    }

    /// The provisions drafted for training, from the folder `training`: JSON Lines, a file a language.
    ///
    /// - Throws: ``GoldError`` where a line is at fault or the folder has no such file.
    public static func drafts(in folder: URL, matrix: ObligationMatrix) throws(GoldError) -> [GoldProvision] {
        var provisions: [GoldProvision] = []
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
        for name in names.sorted() where name.hasSuffix(".jsonl") {
            provisions += try GoldProvision.read(
                folder.appendingPathComponent(name), matrix: matrix, requiresLabels: true, requiresCountry: false)
        }
        guard !provisions.isEmpty else {
            throw GoldError(
                file: folder.path, reason: "it holds no drafted provisions",
                mend: "name the folder 'training' of the repository")
        }
        return provisions
    }

    /// The provisions of our own model texts with the cells they declare, from the folder `corpus`.
    ///
    /// - Throws: `LegislationReadError` where a text cannot be read, ``GoldError`` where the folder has none.
    public static func modelTexts(in folder: URL) throws -> [GoldProvision] {
        var provisions: [GoldProvision] = []
        let families = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
        for family in families.sorted() where family.hasPrefix("model-") {
            let home = folder.appendingPathComponent(family)
            let names = (try? FileManager.default.contentsOfDirectory(atPath: home.path)) ?? []
            for name in names.sorted() where name.hasSuffix(".xml") {
                var law: Law?
                try LegislationReader().read(
                    home.appendingPathComponent(name), onLaw: { law = $0 },
                    onProvision: { provision in
                        guard let law else { return }
                        provisions.append(
                            GoldProvision(
                                provision, id: "\(family)#\(provision.eId)|\(law.language.primary)",
                                lang: law.language.tag, law: law.title,
                                labels: provision.obligationTags.map {
                                    GoldProvision.Label(cell: $0.code, weapons: $0.weapons, aspect: $0.aspect)
                                }))
                    })
            }
        }
        guard !provisions.isEmpty else {
            throw GoldError(
                file: folder.path, reason: "it holds no model texts", mend: "name the folder 'corpus' of the repository"
            )
        }
        return provisions
    }
}
