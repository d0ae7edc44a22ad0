import Catalog
import Legislation
import ProvisionIndex

/// Two expressions of a law compared, as JSON and as the base of the other forms.
struct DiffDocument: Encodable {
    /// An expression.
    struct Expression: Encodable {
        var iri: String
        var title: String
        var language: String
        var version: String?
        var published: String?
        var inForce: String?

        init(_ record: LawRecord) {
            iri = record.expression
            title = record.law.title
            language = record.law.language.tag
            version = record.law.version
            published = record.law.enacted
            inForce = record.law.inForce
        }
    }

    /// A provision and what became of it.
    struct Change: Encodable {
        var kind: ProvisionChange.Kind
        var isTextChanged: Bool
        var from: String?
        var to: String?
        var heading: String
        var earlierHeading: String?
        var earlierPath: [String]?
        var path: [String]
        /// The words compared; the whole text for what was added or repealed; empty where nothing changed.
        var words: [WordRun]
    }

    var from: Expression
    var to: Expression
    var counts: [String: Int]
    var changes: [Change]
    /// Language of the newer text.
    let language: LanguageTag

    private enum CodingKeys: String, CodingKey { case from, to, counts, changes }

    init(from old: LawRecord, to new: LawRecord, difference: LawDifference, includesUnchanged: Bool) {
        from = Expression(old)
        to = Expression(new)
        language = new.law.language
        counts = Dictionary(uniqueKeysWithValues: difference.counts.map { ($0.key.rawValue, $0.value) })
        changes = difference.changes.filter { includesUnchanged || $0.kind != .unchanged || $0.isTextChanged }
            .map { change in
                let before = change.before.map { ProvisionLabel.heading($0, language: old.law.language) }
                let after = change.after.map { ProvisionLabel.heading($0, language: new.law.language) }
                let path = (change.after ?? change.before)?.path ?? []
                return Change(
                    kind: change.kind, isTextChanged: change.isTextChanged, from: change.before?.eId,
                    to: change.after?.eId, heading: after ?? before ?? "",
                    earlierHeading: before == after || after == nil ? nil : before,
                    earlierPath: change.before.flatMap { $0.path == path ? nil : $0.path }, path: path,
                    words: change.before?.text == change.after?.text ? [] : change.words)
            }
    }

    /// As `2 added, 1 repealed, 3 changed`.
    var summary: String {
        let order: [ProvisionChange.Kind] = [.added, .repealed, .changed, .renumbered, .moved, .unchanged]
        return order.compactMap { kind in counts[kind.rawValue].map { "\($0) \(kind.rawValue)" } }
            .joined(separator: ", ")
    }
}
