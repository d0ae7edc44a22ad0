public import InvertedIndex
internal import TextAnalysis

/// What every segment of a provision index holds besides terms.
public enum ProvisionSchema {
    /// Folder of the index beside the catalog.
    public static let folder = "index"

    /// Column names.
    public enum ColumnName {
        /// The provision's number in the catalog.
        public static let provision = "provision"
        /// The law's number in the catalog.
        public static let law = "law"
        /// ISO 3166-1 code.
        public static let country = "country"
        /// Language tag of the law.
        public static let language = "language"
        /// Whether the law applies: a raw value of `LawStatus`.
        public static let status = "status"
        /// Year of the law; 0 when it is not known.
        public static let year = "year"
    }

    /// The columns of every segment, in the order in which ``ProvisionDocumentWriter`` gives their values.
    public static let columns = [
        ColumnDefinition(name: ColumnName.provision, kind: .number),
        ColumnDefinition(name: ColumnName.law, kind: .number),
        ColumnDefinition(name: ColumnName.country, kind: .keyword),
        ColumnDefinition(name: ColumnName.language, kind: .keyword),
        ColumnDefinition(name: ColumnName.status, kind: .keyword),
        ColumnDefinition(name: ColumnName.year, kind: .number),
    ]

    /// Provisions of one language stand together, whatever the order of reading, and those of equal score come in the
    /// order of the catalog.
    public static let order = DocumentOrder(clusters: [ColumnName.language], ties: ColumnName.provision)

    /// Changes whenever the same text would give other terms, so that an index made differently is rebuilt.
    public static var analysisVersion: UInt32 { Analyzer.version &* 1000 &+ documentVersion }

    /// Counts changes of how a provision becomes a document.
    private static let documentVersion: UInt32 = 9
}

extension ProvisionSchema {
    /// The ranking function impacts are stored for. Chosen on the development sets of `benchmarks/RetrievalQuality`.
    public static let ranking = RankingParameters(k1: 0.75, b: 0.85, fieldWeights: [1, 1.5, 1, 0])
}
