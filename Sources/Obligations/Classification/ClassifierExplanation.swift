/// Why the classifier gave the rows of the matrix that it gave, and how sure it is.
public struct ClassifierExplanation: Sendable {
    /// A feature that spoke for a row, or against it.
    public struct Reason: Sendable, Hashable {
        /// Name of the feature as in `model.tsv`, for example `text:export` (a concept), `heading~ship` (a headword
        /// that the words translate) or `nuclear&licence` (a concept in what is about something).
        public var feature: String
        /// What it adds to the logit of the row; negative where it speaks against it.
        public var contribution: Double
        /// Where the words stand; empty for features of form.
        public var mentions: [ClassifierEvidence.Mention]
    }

    /// A row that is given.
    public struct Row: Sendable {
        /// The row's code.
        public var code: ObligationCode
        /// Confidence of the row's likeliest cell, 0 to 1.
        public var confidence: Double
        /// Its cells, by falling confidence.
        public var cells: [CellScore]
        /// What words and concepts together add to the logit.
        public var words: Double
        /// What the rules add.
        public var rules: Double
        /// What is left: how frequent the row is, and the form of the provision.
        public var rest: Double
        /// Features by the size of their contribution, largest first.
        public var reasons: [Reason]
        /// Rules that fired for the row, by falling score.
        public var evidence: [ClassifierEvidence]
    }

    /// Rows by falling confidence.
    public var rows: [Row]
}
