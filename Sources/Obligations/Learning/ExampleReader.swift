internal import TextAnalysis

/// Turns judged provisions into examples; keeps the analyzers of their languages.
final class ExampleReader {
    private let parts: ClassifierParts
    private var analyzers: [String: Analyzer] = [:]

    init(parts: ClassifierParts) { self.parts = parts }

    func example(
        _ provision: GoldProvision, group: String?, isSample: Bool = true, weight: Float = 1
    ) -> TrainingExample {
        let analyzer = analyzers[provision.lang] ?? Analyzer(language: provision.lang)
        analyzers[provision.lang] = analyzer
        var (title, heading, text) = (TokenBuffer(), TokenBuffer(), TokenBuffer())
        analyzer.analyze(provision.law, into: &title)
        analyzer.analyze(provision.heading ?? "", into: &heading)
        analyzer.analyze(provision.text, into: &text)
        let seen = parts.evidence.evidence(title: title, heading: heading, text: text, language: provision.lang)
        let labels = provision.labels ?? []
        return TrainingExample(
            id: provision.id, group: group, features: seen.map(parts.extractor.features(of:)) ?? [],
            rules: seen?.rules ?? [],
            context: seen.map { PooledFeatures.Context($0, table: parts.evidence.scorer.table) } ?? .init(),
            codes: Set(labels.map { ObligationCode($0.cell) }),
            weapons: Set(labels.flatMap { $0.weapons ?? [] }.compactMap { Weapon(rawValue: $0) }),
            aspects: Set(labels.compactMap { $0.aspect.flatMap(Aspect.init(rawValue:)) }), isSample: isSample,
            weight: weight)
    }
}
