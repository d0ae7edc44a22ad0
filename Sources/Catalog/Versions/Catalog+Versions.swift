import GRDB
import Legislation

extension Catalog {
    /// Which laws a scope leaves out.
    ///
    /// For the newest expressions only works with several expressions are read; for a day, the dates of all laws.
    ///
    /// - Parameter includesWithdrawn: keep laws that were withdrawn. Otherwise they are left out, and an expression
    ///   before them counts as the newest.
    /// - Throws: `CatalogError` when reading fails.
    public func selection(
        _ scope: VersionScope, includesWithdrawn: Bool = false
    ) throws(CatalogError) -> LawSelection {
        try read { database in
            var selection = LawSelection()
            if !includesWithdrawn {
                selection.hidden = try Int64.fetchSet(
                    database, sql: "SELECT id FROM law WHERE withdrawn_at IS NOT NULL")
            }
            switch scope {
            case .all: break
            case .newest:
                let several = """
                    WHERE (work, language) IN (SELECT work, language FROM law GROUP BY work, language HAVING count(*) > 1)
                    """
                try Self.forEachTimeline(database, several, without: selection.hidden) { timeline in
                    for (law, _) in timeline.entries where law != timeline.newest { selection.hidden.insert(law) }
                }
            case .asOf(let day, let includesUndated):
                try Self.forEachTimeline(database, "", without: selection.hidden) { timeline in
                    for (law, validity) in timeline.entries {
                        switch validity.standing(on: day) {
                        case .applied: break
                        case .unknown where includesUndated: selection.undated.insert(law)
                        case .unknown, .notYet, .noLonger: selection.hidden.insert(law)
                        }
                    }
                }
            }
            return selection
        }
    }

    private static func forEachTimeline(
        _ database: Database, _ condition: String, without hidden: Set<Int64>, _ body: (LawTimeline) -> Void
    ) throws {
        let rows = try Row.fetchCursor(
            database,
            sql: """
                SELECT work, language, id, version, in_force, enacted, status FROM law \(condition)
                ORDER BY work, language
                """)
        var key: (work: String, language: String)?
        var facts: [LawTimeline.Facts] = []
        while let row = try rows.next() {
            let next: (String, String) = (try row.decode(atIndex: 0), try row.decode(atIndex: 1))
            if let key, key != next {
                body(LawTimeline(facts))
                facts.removeAll(keepingCapacity: true)
            }
            key = next
            let id: Int64 = try row.decode(atIndex: 2)
            let status: String = try row.decode(atIndex: 6)
            if hidden.contains(id) { continue }
            facts.append(
                LawTimeline.Facts(
                    id: id, version: try row.decode(atIndex: 3), inForce: try row.decode(atIndex: 4),
                    enacted: try row.decode(atIndex: 5), status: LawStatus(rawValue: status) ?? .unknown))
        }
        if !facts.isEmpty { body(LawTimeline(facts)) }
    }

    /// The expressions that an IRI means, with when each applies: by language, then in the order in which they apply,
    /// those of unknown beginning first. What was withdrawn is among them and ends nothing.
    ///
    /// - Throws: `CatalogError` when reading fails.
    public func versions(iri: String) throws(CatalogError) -> [(law: LawRecord, validity: Validity)] {
        let named = try laws(iri: iri)
        var versions: [(law: LawRecord, validity: Validity)] = []
        for work in Set(named.map(\.law.work)).sorted() {
            let all = try laws(iri: work).filter { $0.law.work == work }
            for language in Set(all.map(\.law.language.description)).sorted() {
                let records = all.filter { $0.law.language.description == language }
                let standing = LawTimeline(records.filter { $0.withdrawnAt == nil })
                let withdrawn = LawTimeline(records.filter { $0.withdrawnAt != nil })
                let wanted = Set(named.map(\.id))
                let byID = Dictionary(records.map { ($0.id, $0) }) { first, _ in first }
                for (law, validity) in withdrawn.entries + standing.entries where wanted.contains(law) {
                    if let record = byID[law] { versions.append((record, validity)) }
                }
            }
        }
        return versions
    }

    /// The expression that an IRI means on a day: the one that applied, else one whose dates do not tell.
    ///
    /// - Returns: nil when none of them may have applied on that day.
    /// - Throws: `CatalogError` when reading fails.
    public func law(iri: String, on day: LawDay) throws(CatalogError) -> (law: LawRecord, standing: Standing)? {
        let standings = try versions(iri: iri).filter { $0.law.withdrawnAt == nil }
            .map { (law: $0.law, standing: $0.validity.standing(on: day)) }
        return standings.last { $0.standing == .applied } ?? standings.last { $0.standing == .unknown }
    }
}
