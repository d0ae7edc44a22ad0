internal import Catalog
internal import Legislation
internal import Obligations
internal import TextAnalysis

/// A provision as it is compared with others.
struct ProvisionTraits {
    let record: ProvisionRecord
    let cells: [CellScore]
    /// Stems of text and heading, how often each occurs.
    private(set) var stems: [StemKey: Int] = [:]
    /// Places of concepts in the thesaurus, how often each is named.
    private(set) var concepts: [Int: Int] = [:]
    let shingles: ShingleSet

    /// A name in the heading says more than one in the text.
    private static let headingShare = 2

    init(_ record: ProvisionRecord, cells: [CellScore], open: OpenIndex, recognizer: ConceptRecognizer) {
        self.record = record
        self.cells = cells
        let language = record.textLanguage.tag
        var text = TokenBuffer()
        open.analyze(record.provision.text, language: language, into: &text)
        shingles = ShingleSet(text)
        var heading = TokenBuffer()
        if let words = record.provision.heading { open.analyze(words, language: language, into: &heading) }
        for (tokens, share) in [(text, 1), (heading, Self.headingShare)] {
            for record in tokens.records where record.form == .stem {
                let start = Int(record.termOffset)
                let bytes = Array(tokens.termBytes[start..<(start + Int(record.termLength))])
                stems[StemKey(bytes: bytes), default: 0] += share
            }
            for match in recognizer.matches(in: tokens, language: language) {
                concepts[match.concept, default: 0] += share
            }
        }
    }

    /// Share of the confidence in cells that two provisions have in common: the sum of the lesser confidences by that of
    /// the greater ones (Ruzicka's form of Jaccard's share), 0 to 1.
    static func likeness(_ left: [CellScore], _ right: [CellScore]) -> Double {
        let (first, second) = (confidences(left), confidences(right))
        var (common, all) = (0.0, 0.0)
        for cell in Set(first.keys).union(second.keys).sorted() {
            common += min(first[cell] ?? 0, second[cell] ?? 0)
            all += max(first[cell] ?? 0, second[cell] ?? 0)
        }
        return all == 0 ? 0 : common / all
    }

    private static func confidences(_ scores: [CellScore]) -> [Cell: Double] {
        Dictionary(scores.map { ($0.cell, $0.confidence) }, uniquingKeysWith: max)
    }
}
