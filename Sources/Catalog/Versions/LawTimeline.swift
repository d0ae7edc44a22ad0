import Legislation

/// The expressions of one work in one language in the order in which they apply, each with its validity.
public struct LawTimeline: Sendable {
    /// What is needed of an expression.
    struct Facts: Sendable {
        var id: Int64
        var version: String?
        var inForce: String?
        var enacted: String?
        var status: LawStatus

        init(id: Int64, version: String?, inForce: String?, enacted: String?, status: LawStatus) {
            self.id = id
            self.version = version
            self.inForce = inForce
            self.enacted = enacted
            self.status = status
        }

        init(_ record: LawRecord) {
            let law = record.law
            self.init(
                id: record.id, version: law.version, inForce: law.inForce, enacted: law.enacted, status: law.status)
        }
    }

    /// Number of the law and when it applies; those of unknown beginning first.
    public let entries: [(law: Int64, validity: Validity)]
    /// The newest: of the last version date; among those without one, of the last beginning, then the first recorded.
    /// Nil for no expressions.
    let newest: Int64?

    /// The timeline of expressions of one work and language.
    public init(_ records: [LawRecord]) { self.init(records.map(Facts.init)) }

    init(_ facts: [Facts]) {
        var entries = facts.map { fact in
            (
                fact: fact,
                validity: Validity(
                    version: fact.version, inForce: fact.inForce, enacted: fact.enacted, status: fact.status)
            )
        }
        entries.sort { left, right in
            let (first, second) = (left.validity.start, right.validity.start)
            if first?.first != second?.first {
                return (first?.first.text ?? "") < (second?.first.text ?? "")
            }
            // A consolidation of the same day stands above the text it consolidates.
            let (isVersion, isOther) = (left.fact.version != nil, right.fact.version != nil)
            return isVersion != isOther ? isOther : left.fact.id < right.fact.id
        }
        for place in entries.indices where entries[place].validity.start != nil && place + 1 < entries.count {
            entries[place].validity.end = entries[place + 1].validity.start
            // What follows says when the text ended.
            entries[place].validity.isRepealed = false
        }
        self.entries = entries.map { ($0.fact.id, $0.validity) }
        newest =
            entries.max { left, right in
                if left.fact.version != right.fact.version {
                    return (left.fact.version ?? "") < (right.fact.version ?? "")
                }
                let (first, second) = (left.validity.start?.first, right.validity.start?.first)
                if first != second { return (first?.text ?? "") < (second?.text ?? "") }
                return left.fact.id > right.fact.id
            }?.fact.id
    }

    /// When an expression applies; nil when it is not of this timeline.
    public func validity(ofLaw law: Int64) -> Validity? { entries.first { $0.law == law }?.validity }
}
