internal import Catalog
public import Legislation
public import Obligations
internal import Retrieval

/// Puts together what is known of a State: the dossier for its review, and the draft of its action plan.
public struct DossierWriter: Sendable {
    /// A model provision by name, number and heading, and its first lines.
    public struct Model: Sendable, Hashable {
        /// What it is called.
        public var name: String
        /// Number and heading.
        public var heading: String
        /// The words.
        public var text: String
        /// Language of the words.
        public var language: LanguageTag

        /// Made of its parts, which are taken as they are.
        public init(name: String, heading: String, text: String, language: LanguageTag) {
            self.name = name
            self.heading = heading
            self.text = text
            self.language = language
        }
    }

    let words: DocumentWords
    private let rows: ObligationMatrix
    private let date: String
    let models: @Sendable (Cell) -> Model?

    /// Provisions quoted for one row.
    private static let quotesOfRow = 3
    /// Gaps that are treated one by one.
    static let gapLimit = 20

    /// - Parameters:
    ///   - words: The words of the document's language.
    ///   - rows: The committee's matrix.
    ///   - date: The day that the document bears, `YYYY-MM-DD`.
    ///   - models: The model provision for a cell, where the corpus has one.
    public init(
        words: DocumentWords, rows: ObligationMatrix, date: String, models: @escaping @Sendable (Cell) -> Model?
    ) {
        self.words = words
        self.rows = rows
        self.date = date
        self.models = models
    }

    private var tag: String { words.language.tag }

    // MARK: Dossier

    /// The dossier of a State.
    ///
    /// - Parameters:
    ///   - matrix: The State's matrix.
    ///   - gaps: Its gaps, the weightiest first, the first of them with comparables.
    ///   - facts: What is recorded of its reports, contacts and treaties, as those may see it who get the document.
    public func dossier(_ matrix: StateMatrix, _ gaps: [Gap], facts: StateFacts) -> ReviewDocument {
        var document = head(words("dossier.title"), matrix)
        document.facts.append(.init(words("reporting"), reporting(facts.reporting)))
        document.facts += facts.focalPoints.map { point in
            .init(
                words("contact"), [point.name, point.office, point.contact].compactMap(\.self).joined(separator: ", "))
        }
        document.blocks += summary(matrix)
        document.blocks.append(.heading(words("sources"), level: 1))
        document.blocks += treaties(facts)
        for group in ObligationGroup.allCases { document.blocks += sources(group, matrix) }
        document.blocks.append(.heading(words("matrix"), level: 1))
        document.blocks.append(.paragraph(words("matrix.legend")))
        for group in ObligationGroup.allCases {
            document.blocks.append(.heading(rows.title(of: group, in: tag), level: 2))
            document.blocks.append(.table(grid(group, matrix)))
        }
        document.blocks.append(.heading(words("gaps"), level: 1))
        let blank = gaps.count(where: \.isBlank)
        document.blocks.append(
            .paragraph(words("gaps.text", ["blank": "\(blank)", "unclear": "\(gaps.count - blank)"])))
        for gap in gaps.prefix(Self.gapLimit) { document.blocks += block(gap) }
        document.blocks.append(.heading(words("report"), level: 1))
        document.blocks.append(.steps((1...5).map { words("report.\($0)") }))
        return document
    }

    func head(_ title: String, _ matrix: StateMatrix) -> ReviewDocument {
        let name = matrix.state.name(in: tag)
        let basis =
            matrix.lawCount == 0
            ? words("basis.none")
            : words("basis.text", ["laws": "\(matrix.lawCount)", "provisions": "\(matrix.provisionCount)"])
        return ReviewDocument(
            title: title, subtitle: name, language: words.language,
            facts: [.init(words("state"), name), .init(words("date"), date), .init(words("basis"), basis)],
            caution: words("caution"), blocks: [])
    }

    private func reporting(_ status: ReportingStatus) -> String {
        switch status {
        case .unknown: return words("reporting.unknown")
        case .none: return words("reporting.none")
        case .reported(let first, let additional):
            let more = additional.map(\.description).joined(separator: "; ")
            return words("reporting.first", ["first": first.description])
                + (additional.isEmpty ? "" : " · " + words("reporting.additional", ["more": more]))
        }
    }

    /// What is recorded about treaties; nothing where nothing is, for their absence here says nothing.
    private func treaties(_ facts: StateFacts) -> [ReviewDocument.Block] {
        let actions = Treaty.Action.allCases
        let lines = rows.rows.compactMap { row -> [String]? in
            let acts = facts.acts(about: row.code)
            guard !acts.isEmpty else { return nil }
            return [row.title(in: tag)]
                + actions.map { action in acts[action].map { $0?.description ?? words("treaty.not") } ?? "" }
        }
        guard !lines.isEmpty else { return [] }
        let header = [words("treaty")] + actions.map { words("treaty.\($0.rawValue)") }
        return [
            .heading(words("treaties"), level: 2),
            .table(.init(header: header, rows: lines, widths: [0.49, 0.17, 0.17, 0.17], isGrid: true)),
        ]
    }

    private func summary(_ matrix: StateMatrix) -> [ReviewDocument.Block] {
        let asked = matrix.cells.filter { GapFinder.isOfLaw($0.cell) }
        func count(_ value: CellValue) -> String { "\(asked.count { $0.value == value })" }
        var blocks: [ReviewDocument.Block] = [
            .heading(words("summary"), level: 1),
            .paragraph(
                words(
                    "summary.text",
                    [
                        "asked": "\(asked.count)", "documented": count(.documented), "unclear": count(.unclear),
                        "blank": count(.blank),
                    ])),
        ]
        let decided = matrix.cells.count { $0.decision != nil }
        if decided > 0 {
            let reopened = matrix.cells.count { $0.reopening != nil }
            blocks.append(
                .paragraph(words("summary.decided", ["decided": "\(decided)", "reopened": "\(reopened)"])))
        }
        return blocks
    }

    private func sources(_ group: ObligationGroup, _ matrix: StateMatrix) -> [ReviewDocument.Block] {
        var blocks: [ReviewDocument.Block] = [.heading(rows.title(of: group, in: tag), level: 2)]
        var quoted: Set<String> = []
        for row in rows.rows where row.group == group {
            let cells = matrix.cells.filter { $0.cell.code == row.code && !$0.proposal.evidence.isEmpty }
            var best: [String: CellEvidence] = [:]
            for evidence in cells.flatMap(\.proposal.evidence)
            where evidence.confidence > best[evidence.iri]?.confidence ?? -1 {
                best[evidence.iri] = evidence
            }
            let evidence = best.values.sorted { ($1.confidence, $0.iri) < ($0.confidence, $1.iri) }
            guard !evidence.isEmpty else { continue }
            blocks.append(.heading(row.title(in: tag), level: 3))
            for one in evidence.prefix(Self.quotesOfRow) {
                // A provision that serves several rows is quoted once in full.
                blocks.append(.quotation(quotation(one, isKnown: !quoted.insert(one.iri).inserted)))
            }
        }
        if blocks.count == 1 { blocks.append(.paragraph(words("sources.none"))) }
        return blocks
    }

    private func quotation(_ evidence: CellEvidence, isKnown: Bool) -> ReviewDocument.Quotation {
        let status =
            switch evidence.status {
            case .unknown: words("status.unknown")
            default: words(evidence.status.rawValue)
            }
        let authenticity =
            switch evidence.authenticity {
            case .official: words("official")
            case .unofficialTranslation: words("unofficial")
            case .model: words("model")
            case .unknown: words("authenticity.unknown")
            }
        let remark = [
            evidence.date, status, authenticity, "\(words("confidence")): \(Self.percent(evidence.confidence))",
        ]
        return ReviewDocument.Quotation(
            source: "\(evidence.law) — \(evidence.label)", text: isKnown ? "" : evidence.quote,
            language: (try? LanguageTag(evidence.language)) ?? .undetermined,
            remark: remark.compactMap(\.self).joined(separator: " · "), link: evidence.source)
    }

    private func grid(_ group: ObligationGroup, _ matrix: StateMatrix) -> ReviewDocument.Table {
        let rows = self.rows.rows.filter { $0.group == group }
        let byWeapon = rows.contains { !$0.weapons.isEmpty }
        let columns: [Weapon?] = byWeapon ? Weapon.allCases : [nil]
        let header =
            [words("row")]
            + columns.flatMap { weapon in
                Aspect.allCases.map { aspect in
                    (weapon.map { "\(self.rows.title(of: $0, in: tag)): " } ?? "")
                        + self.rows.title(of: aspect, in: tag)
                }
            }
        let first = byWeapon ? 0.34 : 0.6
        let width = (1 - first) / Double(header.count - 1)
        return ReviewDocument.Table(
            header: header,
            rows: rows.map { row in
                [row.title(in: tag)]
                    + columns.flatMap { weapon in
                        Aspect.allCases.map { aspect in
                            matrix[Cell(code: row.code, weapon: weapon, aspect: aspect)].map(Self.mark) ?? "–"
                        }
                    }
            },
            widths: [first] + Array(repeating: width, count: header.count - 1), isGrid: true)
    }

    private static func mark(_ cell: MatrixCell) -> String {
        switch cell.standing {
        case .proposed: cell.value.rawValue
        case .decided: cell.value.rawValue + "*"
        case .reopened: cell.value.rawValue + "*!"
        }
    }

    // MARK: Gaps

    func title(of cell: Cell) -> String {
        let weapon = cell.weapon.map { " · \(rows.title(of: $0, in: tag))" } ?? ""
        return (rows.row(cell.code)?.title(in: tag) ?? cell.code.rawValue) + weapon
            + " · \(rows.title(of: cell.aspect, in: tag))"
    }

    private func block(_ gap: Gap) -> [ReviewDocument.Block] {
        var blocks: [ReviewDocument.Block] = [.heading(title(of: gap.cell.cell), level: 3), .paragraph(others(gap))]
        if let model = models(gap.cell.cell) {
            blocks.append(
                .quotation(
                    .init(
                        source: model.heading, text: model.text, language: model.language,
                        remark: "\(words("model")) · \(model.name)", link: nil)))
        }
        blocks += gap.comparables.map { .quotation(quotation($0)) }
        return blocks
    }

    func others(_ gap: Gap) -> String {
        gap.havingStates.isEmpty
            ? words("gap.nobody")
            : words(
                "gap.share",
                [
                    "share": Self.percent(gap.share),
                    "states": gap.havingStates.map { $0.name(in: tag) }.joined(separator: tag == "ar" ? "، " : ", "),
                ])
    }

    func quotation(_ choice: ComparableProvision) -> ReviewDocument.Quotation {
        let evidence = CellEvidence(choice.record, confidence: choice.confidence)
        var quotation = quotation(evidence, isKnown: false)
        quotation.remark = "\(choice.record.law.law.jurisdiction.name(in: tag)) · " + quotation.remark
        return quotation
    }

    static func percent(_ share: Double) -> String { "\(Int((share * 100).rounded()))\u{00A0}%" }
}
