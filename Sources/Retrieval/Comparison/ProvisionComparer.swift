internal import Catalog
internal import InvertedIndex
internal import Legislation
public import Obligations
internal import ProvisionIndex
internal import TextAnalysis

/// Finds provisions of other States that a drafter can use for one cell of the matrix.
///
/// Candidates are the surest provisions of the cell, overall and of each State. What is nearly the same text stands
/// once. The choice is by maximal marginal relevance over relevance, closeness to the State that drafts and readable
/// length; operative text in force is used up before definitions and preambles, these before repealed laws.
public final class ProvisionComparer {
    private let open: OpenIndex
    private let states: StateTable
    private let recognizer: ConceptRecognizer
    private let housekeeping: Set<Int>

    /// A candidate's score is its confidence, as the chance that it serves the cell, times the use that it is of then: a
    /// part that any provision is of, closeness and readability. The parts are this project's judgment, not fitted:
    /// there are no judged comparables.
    private static let generalUse = 0.55
    private static let closenessWeight = 0.3
    private static let readabilityWeight = 0.15
    /// Share of the score in the choice; the rest is unlikeness to those chosen before.
    private static let lambda = 0.7
    /// Similarity of two provisions of one State, and of one law, however their words differ.
    private static let sameState = 0.8
    private static let sameLaw = 1.0
    /// Candidates: the surest overall, and of each State.
    private static let surest = 300
    private static let surestOfState = 8
    /// Candidates below this share of the best confidence are not offered for the sake of another State.
    private static let leastShare = 0.35
    /// Concepts that a heading names where the provision carries no obligation itself.
    private static let housekeepingConcepts = ["definitions", "commencement", "purpose-scope"]

    /// Opens the index in `folder` for reading.
    ///
    /// - Throws: `CatalogError`, `IndexError`, `ResourceError` or `ThesaurusError` when a part is missing or damaged.
    public init(folder: String) throws {
        open = try OpenIndex(folder: folder)
        states = try StateTable()
        let thesaurus = try Thesaurus()
        recognizer = ConceptRecognizer(thesaurus: thesaurus)
        housekeeping = Set(Self.housekeepingConcepts.compactMap(thesaurus.index))
    }

    /// The matrix by whose rows requests are made.
    public var matrix: ObligationMatrix { open.matrix }

    /// Chooses provisions.
    ///
    /// - Throws: ``ComparisonError/noProvision(cell:isNarrowed:index:ofAskingState:state:)`` when the index has none of another
    ///   State; `IndexError` or `CatalogError` when damage is met.
    public func compare(_ request: ComparisonRequest) throws -> Comparison {
        let term = CellTerms.term(code: request.row.code.rawValue, weapon: request.weapon, aspect: request.aspect)
        let serving = IndexQuery.term(IndexTerm(TermSpace.cell.key(term)))
        let own = try open.index.matches(.filtered(serving, by: OpenIndex.countries([request.state.code])))
        let ownCount = own.reduce(0) { $0 + $1.count }
        // Model texts stand on top by themselves; a text of unknown origin cannot be cited.
        let others = IndexQuery.excluding(
            serving,
            OpenIndex.countries([
                request.state.code, Jurisdiction.unitedNations.code, Jurisdiction.unknown.code,
            ]))
        let matches = try open.index.matches(others)
        let byState = open.index.facet(ProvisionSchema.ColumnName.country, in: matches)
        var candidates = try candidates(others, states: byState.keys.sorted(), request)
        guard !candidates.isEmpty else {
            throw ComparisonError.noProvision(
                cell: request.cellName, isNarrowed: request.weapon != nil || request.aspect != nil, index: open.folder,
                ofAskingState: ownCount, state: request.state.englishName)
        }
        candidates.sort {
            ($0.fitness.standing, -$0.score, $0.record.id) < ($1.fitness.standing, -$1.score, $1.record.id)
        }
        let groups = Self.grouped(candidates)
        let chosen = Self.choose(request.count, groups: groups, candidates)
        return Comparison(
            request: request, profile: states.profile(of: request.state),
            servingCount: byState.values.reduce(0, +), stateCount: byState.count, ownCount: ownCount,
            choices: choices(chosen, groups: groups, candidates, request))
    }

    // MARK: Candidates

    private struct Candidate {
        var record: ProvisionRecord
        var confidence: Double
        var closeness: StateCloseness
        var otherProfile: StateProfile?
        var fitness: TextFitness
        var score: Double
        var shingles: ShingleSet
    }

    private func candidates(
        _ query: IndexQuery, states: [String], _ request: ComparisonRequest
    ) throws -> [Candidate] {
        var documents: [UInt64] = []
        var seen: Set<UInt64> = []
        func take(_ hits: [IndexHit]) {
            for hit in hits where seen.insert(hit.document).inserted { documents.append(hit.document) }
        }
        take(try open.index.search(query, limit: Self.surest))
        for state in states {
            take(
                try open.index.search(
                    .filtered(query, by: OpenIndex.countries([state])), limit: Self.surestOfState))
        }
        let found = try open.records(of: documents).map { record, cells in
            (record: record, confidence: cells.filter { request.includes($0.cell) }.map(\.confidence).max() ?? 0)
        }
        let least = Self.leastShare * (found.map(\.confidence).max() ?? 0)
        return found.filter { $0.confidence >= least && $0.confidence > 0 }
            .map { candidate($0.record, confidence: $0.confidence, request) }
    }

    private func candidate(
        _ record: ProvisionRecord, confidence: Double, _ request: ComparisonRequest
    ) -> Candidate {
        let language = record.textLanguage
        let other = record.law.law.jurisdiction
        let closeness = StateCloseness(
            asking: request.state, profile: states.profile(of: request.state), other: other,
            otherProfile: states.profile(of: other), language: language)
        let fitness = TextFitness(record, isHousekeeping: isHousekeeping(record, language: language.tag))
        var tokens = TokenBuffer()
        open.analyze(record.provision.text, language: language.tag, into: &tokens)
        return Candidate(
            record: record, confidence: confidence, closeness: closeness, otherProfile: states.profile(of: other),
            fitness: fitness,
            score: confidence
                * (Self.generalUse + Self.closenessWeight * closeness.score
                    + Self.readabilityWeight * fitness.readability),
            shingles: ShingleSet(tokens))
    }

    private func isHousekeeping(_ record: ProvisionRecord, language: String) -> Bool {
        guard let heading = record.provision.heading else { return false }
        var tokens = TokenBuffer()
        open.analyze(heading, language: language, into: &tokens)
        let named = recognizer.matches(in: tokens, language: language).map(\.concept)
        // "Scope of export licences" is about licences.
        return !named.isEmpty && named.allSatisfy(housekeeping.contains)
    }

    // MARK: Choice

    /// Candidates that are one text, best first: near-duplicates, and the language versions of one provision.
    private static func grouped(_ candidates: [Candidate]) -> [[Int]] {
        var groups: [[Int]] = []
        var byProvision: [String: Int] = [:]
        for group in NearDuplicates.groups(candidates.map(\.shingles)) {
            let record = candidates[group[0]].record
            let key = "\(record.law.law.work)#\(record.provision.eId)"
            if let known = byProvision[key] {
                groups[known] += group
            } else {
                byProvision[key] = groups.count
                groups.append(group)
            }
        }
        return groups
    }

    /// Places of the chosen among `groups`, whose first members stand for them.
    private static func choose(_ count: Int, groups: [[Int]], _ candidates: [Candidate]) -> [Int] {
        let leaders = groups.map { candidates[$0[0]] }
        let choice = MaximalMarginalRelevance(lambda: lambda, relevance: leaders.map(\.score)) { left, right in
            let (first, second) = (leaders[left], leaders[right])
            if first.record.law.law.work == second.record.law.law.work { return sameLaw }
            let alike = first.shingles.resemblance(second.shingles)
            return first.record.law.law.jurisdiction == second.record.law.law.jurisdiction
                ? max(sameState, alike) : alike
        }
        let tiers = TextFitness.Standing.allCases.map { standing in
            leaders.indices.filter { leaders[$0].fitness.standing == standing }
        }
        return choice.choose(count, from: tiers)
    }

    private func choices(
        _ chosen: [Int], groups: [[Int]], _ candidates: [Candidate], _ request: ComparisonRequest
    ) -> [ComparableProvision] {
        var met: Set<Jurisdiction> = []
        return chosen.enumerated().map { place, group in
            let candidate = candidates[groups[group][0]]
            let isNew = met.insert(candidate.record.law.law.jurisdiction).inserted
            return ComparableProvision(
                rank: place + 1, record: candidate.record, confidence: candidate.confidence, score: candidate.score,
                closeness: candidate.closeness, reasons: Self.reasons(candidate, request.state, isNew: isNew),
                sameText: groups[group].dropFirst().map { candidates[$0].record })
        }
    }

    private static func reasons(_ candidate: Candidate, _ state: Jurisdiction, isNew: Bool) -> [ChoiceReason] {
        let closeness = candidate.closeness
        var reasons = [ChoiceReason.serves(confidence: candidate.confidence)]
        if closeness.hasSameLeadingTradition, let leading = closeness.sharedTraditions.first {
            reasons.append(.sameTradition(leading, also: Array(closeness.sharedTraditions.dropFirst())))
        } else if !closeness.sharedTraditions.isEmpty {
            reasons.append(.sharedTradition(closeness.sharedTraditions))
        } else if let other = candidate.otherProfile {
            reasons.append(.otherTradition(other.traditionName))
        }
        if let region = closeness.region { reasons.append(.region(region, isNearest: closeness.isNearestRegion)) }
        if closeness.textLanguage != nil {
            reasons.append(.ownLanguage(candidate.record.textLanguage, state: state))
        } else if let shared = closeness.sharedLanguage.flatMap({ try? LanguageTag($0) }) {
            reasons.append(.sharedLanguage(shared))
        }
        if isNew { reasons.append(.newState(candidate.record.law.law.jurisdiction)) }
        switch candidate.record.law.law.status {
        case .inForce: reasons.append(.inForce)
        case .notYetInForce: reasons.append(.notYetInForce)
        case .repealed: reasons.append(.repealed)
        case .unknown: break
        }
        if candidate.fitness.standing == .auxiliary { reasons.append(.auxiliary) }
        return reasons
    }
}
