internal import Catalog
internal import Legislation
internal import Obligations
internal import Translation

/// What the best of a search are put in order by besides their score: the obligation that the question speaks of,
/// whether the law is in force, and whether the provision is operative.
///
/// Soft: it moves provisions among the best, never shuts one out. The obligation is told from the concepts named in the
/// question and the matrix rows they point to (`concepts/indications.tsv`, made from the thesaurus). Where the question
/// filters by obligation or status itself, that is not weighed again.
struct ResultOrder {
    /// Provisions looked at beyond those wanted.
    static let reach = 20

    private let intent: [ObligationCode: Double]
    private let weighsStatus: Bool
    private let profile: RankingProfile
    /// Numbers of the laws whose dates do not tell whether they applied on the day that was asked for.
    let undated: Set<Int64>

    /// - Parameters:
    ///   - concepts: ids of the concepts that the question names.
    ///   - undated: numbers of laws that may not have applied on the day asked for.
    /// - Throws: `TranslationError` where the table of indications is at fault.
    init(
        concepts: [String], lexicon: Lexicon, query: Query, profile: RankingProfile, undated: Set<Int64>
    ) throws(TranslationError) {
        self.profile = profile
        self.undated = undated
        let filters = query.root.filters
        weighsStatus = !filters.contains { if case .status = $0 { true } else { false } }
        var intent: [ObligationCode: Double] = [:]
        let isAsked = filters.contains { if case .obligation = $0 { true } else { false } }
        if !isAsked, profile.intentWeight > 0 {
            for concept in concepts {
                for indication in try lexicon.indications(of: concept) {
                    let code = ObligationCode(indication.code)
                    intent[code] = max(intent[code] ?? 0, indication.strength)
                }
            }
        }
        self.intent = intent
    }

    /// Factor of a provision's score.
    func factor(_ record: ProvisionRecord, cells: [CellScore]) -> Float {
        var factor: Float = 1
        if !intent.isEmpty {
            let served = cells.map { (intent[$0.cell.code] ?? 0) * $0.confidence }.max() ?? 0
            factor += profile.intentWeight * Float(served)
        }
        if weighsStatus, record.law.law.status == .repealed { factor *= profile.repealedFactor }
        if undated.contains(record.law.id) { factor *= profile.undatedFactor }
        switch record.provision.kind {
        case .preamble, .definition, .footnote: factor *= profile.inoperativeFactor
        default: break
        }
        return factor
    }
}

extension QueryNode {
    /// Whether the question is words and filters, without operators between words.
    var isPlain: Bool {
        switch self {
        case .words, .phrase, .prefix, .fuzzy, .filter: true
        case .clauses(let clauses):
            clauses.allSatisfy { clause in
                clause.occurrence == .should ? clause.node.isPlain : clause.occurrence == .must && clause.node.isFilter
            }
        default: false
        }
    }

    /// The filters that have to hold.
    var filters: [QueryFilter] {
        switch self {
        case .filter(let filter, _): [filter]
        case .clauses(let clauses): clauses.filter { $0.occurrence == .must }.flatMap(\.node.filters)
        case .all(let nodes): nodes.flatMap(\.filters)
        default: []
        }
    }
}
