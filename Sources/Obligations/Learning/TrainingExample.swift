/// A judged provision as the learner takes it.
struct TrainingExample: Sendable {
    /// Identifier, for predictions.
    var id: String
    /// Provisions of a group are kept out of training together; nil for our own drafts, which always train.
    var group: String?
    var features: [Feature]
    var rules: [RuleScorer.RowScore]
    var context: PooledFeatures.Context
    /// Rows served.
    var codes: Set<ObligationCode>
    var weapons: Set<Weapon>
    var aspects: Set<Aspect>

    /// Whether the second stage and the scale of confidences are fitted on it. What we chose to judge ourselves, because
    /// models were in doubt about it, is no fair sample of provisions.
    var isSample = true

    /// How much it counts beside a judged provision of a real law.
    var weight: Float = 1
}
