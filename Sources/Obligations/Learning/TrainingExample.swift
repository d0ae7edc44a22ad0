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

    /// How much it counts beside a judged provision of a real law.
    var weight: Float = 1
}
