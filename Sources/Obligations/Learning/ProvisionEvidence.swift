internal import TextAnalysis

/// All that is seen in a provision before anything is concluded: concepts, headwords and rules.
struct ProvisionEvidence {
    var profile: ProvisionProfile
    /// Headwords that words of the title, the heading and the text translate, by place.
    var words: (title: [NameMatch], heading: [NameMatch], text: [NameMatch])
    /// Words (for Han text characters) in heading and text.
    var lengths: (heading: Int, text: Int)
    /// Rules by row: the best and the second best score of each row for which one fires, in the order of codes.
    var rules: [RuleScorer.RowScore]
}
