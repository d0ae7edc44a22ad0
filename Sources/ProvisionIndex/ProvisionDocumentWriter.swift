public import InvertedIndex
public import Legislation
public import Obligations
internal import TextAnalysis

/// Turns provisions into documents of the inverted index: analyses title, headings and text, classifies the
/// provision, and adds terms, filters, columns and payload to a builder.
///
/// Holds analyzers and their caches; each thread has its own.
public final class ProvisionDocumentWriter {
    private let classifier: ObligationClassifier
    private let matrix: ObligationMatrix
    private var analyzers: [String: Analyzer] = [:]
    private var regions: [String: [String]] = [:]
    private var title = TokenBuffer()
    private var titleKey: (text: String, language: String)?
    private var heading = TokenBuffer()
    private var text = TokenBuffer()

    /// A writer that finds cells with `classifier`; `matrix` must be the one that the classifier was made with.
    public init(classifier: ObligationClassifier, matrix: ObligationMatrix) {
        self.classifier = classifier
        self.matrix = matrix
    }

    /// Adds one provision to `builder`.
    ///
    /// - Parameters:
    ///   - id: number of the provision in the catalog.
    ///   - lawID: number of its law in the catalog.
    ///   - detectedLanguage: language found in the law's text, when it is not the one its source names.
    public func add(
        _ provision: Provision, id: Int64, law: Law, lawID: Int64, detectedLanguage: LanguageTag?,
        to builder: SegmentBuilder
    ) {
        let tag = language(of: provision, law: law, detected: detectedLanguage)
        analyzeTitle(law.title, language: tag)
        let analyzer = analyzer(tag)
        heading.removeAll()
        analyzer.analyze(headingText(provision, law: law), into: &heading)
        text.removeAll()
        analyzer.analyze(provision.text, into: &text)

        builder.use(vocabulary: analyzer.vocabulary)
        add(text, .text, to: builder)
        add(heading, .heading, to: builder)
        add(title, .title, to: builder)
        let scores = cells(of: provision, language: tag)
        let terms = CellTerms.terms(of: scores) { self.matrix.row($0)?.group.rawValue.lowercased() }
        for (term, confidence) in terms {
            builder.addImpact(space: TermSpace.cell.rawValue, term, impact: CellTerms.impact(confidence))
        }
        addFilters(provision, law: law, to: builder)
        builder.endDocument(
            length: text.wordCount,
            values: [
                .number(UInt64(id)), .number(UInt64(lawID)), .keyword(law.jurisdiction.code),
                .keyword(law.language.tag), .keyword(law.status.rawValue), .number(UInt64(max(0, law.year ?? 0))),
            ],
            payload: CellTerms.payload(of: scores, matrix: matrix))
    }

    /// The text that stands in the heading field: the headings above, the label and the own heading.
    private func headingText(_ provision: Provision, law: Law) -> String {
        var parts = provision.path
        parts += ProvisionLabel.spellings(provision, language: law.language)
        if let heading = provision.heading { parts.append(heading) }
        return parts.joined(separator: "\n")
    }

    /// The tag of the source, unless the words say otherwise: first those of the whole law, then of the provision.
    private func language(of provision: Provision, law: Law, detected: LanguageTag?) -> String {
        detected?.tag ?? law.language.tag
    }

    private func analyzer(_ language: String) -> Analyzer {
        if let analyzer = analyzers[language] { return analyzer }
        let analyzer = Analyzer(language: language)
        analyzers[language] = analyzer
        return analyzer
    }

    /// Provisions of a law come one after the other: its title is analysed once.
    private func analyzeTitle(_ text: String, language: String) {
        if let titleKey, titleKey == (text, language) { return }
        title.removeAll()
        analyzer(language).analyze(text, into: &title)
        titleKey = (text, language)
    }

    private func add(_ tokens: TokenBuffer, _ field: IndexField, to builder: SegmentBuilder) {
        tokens.termBytes.withUnsafeBufferPointer { bytes in
            for record in tokens.records {
                let start = Int(record.termOffset)
                let term = UnsafeBufferPointer(rebasing: bytes[start..<(start + Int(record.termLength))])
                let space = record.form == .exact ? TermSpace.exact : .stem
                builder.add(
                    space: space.rawValue, term: term, word: record.word, field: field, position: record.position)
            }
        }
    }

    /// What a model text declares of itself is certain; other provisions are classified.
    private func cells(of provision: Provision, language: String) -> [CellScore] {
        guard provision.obligationTags.isEmpty else {
            return provision.obligationTags.flatMap { tag -> [CellScore] in
                let aspect = Aspect(rawValue: tag.aspect) ?? .framework
                let weapons: [Weapon?] = tag.weapons.isEmpty ? [nil] : tag.weapons.map { Weapon(rawValue: $0) }
                return weapons.map {
                    CellScore(cell: Cell(code: ObligationCode(tag.code), weapon: $0, aspect: aspect), confidence: 1)
                }
            }
        }
        return classifier.classify(title: title, heading: heading, text: text, language: language)
    }

    private func addFilters(_ provision: Provision, law: Law, to builder: SegmentBuilder) {
        let code = law.jurisdiction.code
        var keywords = [
            FilterKeyword.country(code), FilterKeyword.language(law.language.tag),
            FilterKeyword.status(law.status.rawValue), FilterKeyword.kind(provision.kind.rawValue),
        ]
        if law.language.primary != law.language.tag { keywords.append(FilterKeyword.language(law.language.primary)) }
        let containing = regions[code] ?? law.jurisdiction.regions
        regions[code] = containing
        keywords += containing.map(FilterKeyword.region)
        for keyword in keywords { builder.addKeyword(space: TermSpace.keyword.rawValue, keyword) }
    }
}
