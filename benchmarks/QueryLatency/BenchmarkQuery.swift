import BenchmarkCorpus
import InvertedIndex

/// A question, ready to be asked: what is made of it here is made outside the clock, as the peers' queries are.
struct BenchmarkQuery: Sendable {
    /// Forms of questions; see benchmarks/corpora/queries.cpp.
    enum Kind: String, CaseIterable, Sendable {
        case term, and, or2, or3, or6, phrase, not, country, lang, cell
    }

    let id: String
    let kind: Kind
    let query: IndexQuery

    /// Reads the questions of a file.
    ///
    /// - Parameter kinds: those to keep, separated by commas; nil keeps all.
    /// - Throws: `BenchmarkError` with the line that is not as it must be, or a kind that is not known.
    static func read(_ path: String, kinds: String?) throws(BenchmarkError) -> [BenchmarkQuery] {
        var wanted: Set<Kind> = []
        for name in kinds?.split(separator: ",").map(String.init) ?? Kind.allCases.map(\.rawValue) {
            guard let kind = Kind(rawValue: name) else { throw unknown(name, at: "--kinds") }
            wanted.insert(kind)
        }
        let file = try LineFile(path)
        var questions: [BenchmarkQuery] = []
        try file.forEachLine(columns: 4) { number, columns throws(BenchmarkError) in
            guard let kind = Kind(rawValue: file.string(columns[1])) else {
                throw unknown(file.string(columns[1]), at: "\(path):\(number)")
            }
            let terms = file.string(columns[2]).split(separator: " ").map(String.init)
            guard !terms.isEmpty else { throw BenchmarkError("\(path):\(number): no terms. Make the queries again.") }
            guard wanted.contains(kind) else { return }
            questions.append(
                BenchmarkQuery(
                    id: file.string(columns[0]), kind: kind,
                    query: Self.query(kind, terms, operand: file.string(columns[3]))))
        }
        guard !questions.isEmpty else { throw BenchmarkError("\(path): no question of the kinds asked for.") }
        return questions
    }

    private static func unknown(_ name: String, at place: String) -> BenchmarkError {
        let known = Kind.allCases.map(\.rawValue).joined(separator: ", ")
        return BenchmarkError("\(place): '\(name)' is no kind of question; known are \(known).")
    }

    private static func query(_ kind: Kind, _ terms: [String], operand: String) -> IndexQuery {
        let keys = terms.map { BenchmarkIndex.Space.word.key($0) }
        let words = keys.map { IndexQuery.term(IndexTerm($0)) }
        func keyword(_ name: String) -> IndexQuery { .term(IndexTerm(BenchmarkIndex.Space.keyword.key(name))) }
        switch kind {
        case .term: return words[0]
        case .and: return .all(words)
        case .or2, .or3, .or6: return .any(words)
        case .phrase:
            let slots = keys.enumerated().map { IndexPhrase.Slot(keys: [$1], offset: UInt32($0)) }
            return .phrase(IndexPhrase(slots: slots))
        case .not: return .excluding(.any(words), .term(IndexTerm(BenchmarkIndex.Space.word.key(operand))))
        case .country: return .filtered(.any(words), by: keyword(BenchmarkIndex.country(operand)))
        case .lang: return .filtered(.any(words), by: keyword(BenchmarkIndex.language(operand)))
        case .cell: return .any([.term(IndexTerm(BenchmarkIndex.Space.cell.key(operand)))] + words)
        }
    }
}
