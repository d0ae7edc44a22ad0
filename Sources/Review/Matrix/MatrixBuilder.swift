internal import Catalog
internal import InvertedIndex
public import Legislation
public import Obligations
internal import ProvisionIndex
internal import Retrieval

/// Drafts the matrix of a State from the provisions in an index.
///
/// The cells of each provision lie beside it in the index, so that a State is gone through once and only the provisions
/// that are shown are read from the catalog.
public final class MatrixBuilder {
    private let open: OpenIndex
    /// The index as it stands today.
    private let index: IndexSearcher
    private let scale: SupportScale
    /// Of which work a law is an expression, and in which language, by its number in the catalog.
    private lazy var expressions = Result {
        var expressions: [UInt64: Expression] = [:]
        try open.catalog.forEachLaw { record in
            expressions[UInt64(record.id)] = Expression(work: record.law.work, language: record.law.language.tag)
        }
        return expressions
    }

    private struct Expression {
        var work: String
        var language: String
    }

    /// Provisions that are shown for a cell.
    public static let evidenceLimit = 5
    /// Confidence below which a provision is not shown beside surer ones.
    private static let leastShown = 0.2
    /// Candidates for it: what stands in several languages falls away.
    private static let candidateLimit = 12

    /// Opens the index in `folder` for reading.
    ///
    /// - Throws: `CatalogError`, `IndexError` or `ResourceError` when a part is missing, damaged or of another version.
    public init(folder: String, scale: SupportScale = .standard) throws {
        open = try OpenIndex(folder: folder)
        index = try open.today()
        self.scale = scale
    }

    /// The matrix whose cells are filled.
    public var matrix: ObligationMatrix { open.matrix }

    /// The matrix of a State: what its laws show, with the decisions of experts on top.
    ///
    /// A State without laws in the index has a matrix of blank cells, and its decisions if there are any.
    ///
    /// - Throws: `IndexError` or `CatalogError` when damage is met, ``ReviewError/damagedRecord(event:detail:)`` for a
    ///   record of decisions that cannot be read.
    public func build(_ state: Jurisdiction) throws -> StateMatrix {
        let gathered = try gather(state)
        let proposals = try proposals(gathered.byCell)
        let decisions = try DecisionLog(catalog: open.catalog).decisions(of: state)
        let watch = ReopeningWatch(catalog: open.catalog)
        var cells: [MatrixCell] = []
        for row in matrix.rows {
            for cell in row.cells {
                let proposal = proposals[cell] ?? .none
                let decision = decisions[cell]
                cells.append(
                    MatrixCell(
                        cell: cell, proposal: proposal, decision: decision,
                        reopening: try decision.flatMap { try watch.reopening(of: $0, proposal: proposal) }))
            }
        }
        return StateMatrix(
            state: state, lawCount: gathered.lawCount, provisionCount: gathered.provisionCount, cells: cells)
    }

    /// What is proposed for each cell of every State that has laws in the index. Decisions are not looked at.
    ///
    /// - Throws: `IndexError` when damage is met.
    public func coverage() throws -> [Jurisdiction: [Cell: CellValue]] {
        var found: [String: [Cell: [Found]]] = [:]
        index.forEachLiveDocument(column: ProvisionSchema.ColumnName.provision) { document, _ in
            let code = index.keyword(ProvisionSchema.ColumnName.country, of: document) ?? ""
            add(document, to: &found[code, default: [:]])
        }
        let expressions = try expressions.get()
        var coverage: [Jurisdiction: [Cell: CellValue]] = [:]
        for (code, cells) in found where !cells.isEmpty {
            guard let state = try? Jurisdiction(code: code), state != .unknown, state != .unitedNations else {
                continue
            }
            coverage[state] = cells.mapValues { scale.value(support($0, expressions)) }.filter { $0.value != .blank }
        }
        return coverage
    }

    // MARK: Gathering

    private struct Found {
        var document: UInt64
        var law: UInt64
        var confidence: Double
    }

    private struct Gathered {
        var byCell: [Cell: [Found]] = [:]
        var provisionCount = 0
        var lawCount = 0
    }

    private func gather(_ state: Jurisdiction) throws -> Gathered {
        var gathered = Gathered()
        var laws: Set<UInt64> = []
        for document in index.documents(in: try index.matches(OpenIndex.countries([state.code]))) {
            gathered.provisionCount += 1
            laws.insert(law(of: document))
            add(document, to: &gathered.byCell)
        }
        gathered.lawCount = laws.count
        return gathered
    }

    /// Takes the cells of a provision, unless its law was repealed.
    private func add(_ document: UInt64, to byCell: inout [Cell: [Found]]) {
        let payload = index.payload(of: document)
        guard !payload.isEmpty,
            index.keyword(ProvisionSchema.ColumnName.status, of: document) != LawStatus.repealed.rawValue
        else { return }
        let law = law(of: document)
        for score in CellTerms.scores(of: payload, matrix: matrix) {
            byCell[score.cell, default: []].append(Found(document: document, law: law, confidence: score.confidence))
        }
    }

    private func law(of document: UInt64) -> UInt64 {
        index.number(ProvisionSchema.ColumnName.law, of: document) ?? 0
    }

    /// How far provisions together support a cell. A law in several languages says everything as often, and is one witness:
    /// of each work only the language with the most support counts.
    private func support(_ found: [Found], _ expressions: [UInt64: Expression]) -> Double {
        var byWork: [String: [String: [Double]]] = [:]
        for one in found {
            let expression = expressions[one.law] ?? Expression(work: String(one.law), language: "")
            byWork[expression.work, default: [:]][expression.language, default: []].append(one.confidence)
        }
        return scale.support(
            byWork.values.flatMap { languages in
                languages.values.max { scale.support($0) < scale.support($1) } ?? []
            })
    }

    private func proposals(_ byCell: [Cell: [Found]]) throws -> [Cell: CellProposal] {
        let expressions = try expressions.get()
        var proposals: [Cell: CellProposal] = [:]
        var shown: [Cell: [Found]] = [:]
        for (cell, found) in byCell {
            let support = support(found, expressions)
            let value = scale.value(support)
            proposals[cell] = CellProposal(value: value, support: support, evidence: [], provisionCount: found.count)
            if value != .blank {
                shown[cell] = Array(
                    found.sorted { ($1.confidence, $0.document) < ($0.confidence, $1.document) }
                        .prefix(Self.candidateLimit))
            }
        }
        // Many cells are served by the same provisions: each is read once.
        let wanted = Set(shown.values.joined().map(\.document)).sorted()
        let records = Dictionary(uniqueKeysWithValues: zip(wanted, try open.provisions(of: wanted)))
        for (cell, found) in shown {
            proposals[cell]?.evidence = Self.evidence(
                found.compactMap { one in records[one.document].flatMap { $0 }.map { ($0, one.confidence) } })
        }
        return proposals
    }

    /// The surest provisions; what stands in several languages of a law stands once.
    private static func evidence(_ found: [(record: ProvisionRecord, confidence: Double)]) -> [CellEvidence] {
        var seen: Set<String> = []
        var evidence: [CellEvidence] = []
        for (record, confidence) in found {
            if confidence < leastShown, !evidence.isEmpty { break }
            guard seen.insert("\(record.law.law.work)#\(record.provision.eId)").inserted else { continue }
            evidence.append(CellEvidence(record, confidence: confidence))
            if evidence.count == evidenceLimit { break }
        }
        return evidence
    }
}
