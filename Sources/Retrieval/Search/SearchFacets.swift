internal import InvertedIndex
internal import Obligations
internal import ProvisionIndex

/// How the matches of a question are spread. A provision counts for each obligation it serves.
public struct SearchFacets: Sendable, Equatable {
    /// One value and its number of provisions.
    public struct Count: Sendable, Equatable {
        /// Code, tag or year.
        public var value: String
        /// Provisions that have it, at least 1.
        public var count: Int
    }

    /// ISO 3166-1 codes.
    public var countries: [Count]
    /// BCP 47 tags.
    public var languages: [Count]
    /// Obligation codes.
    public var obligations: [Count]
    /// Years; 0 where the year is not known.
    public var years: [Count]
}

extension SearchFacets {
    /// Counts the matches of an index.
    init(of matches: [DocumentSet], in index: IndexSearcher, matrix: ObligationMatrix) {
        var obligations: [Int: Int] = [:]
        index.forEachPayload(in: matches) { payload in
            var seen: Set<Int> = []
            for offset in stride(from: 0, to: payload.count - 3, by: 4) { seen.insert(Int(payload[offset])) }
            for row in seen { obligations[row, default: 0] += 1 }
        }
        var byCode: [String: Int] = [:]
        for (row, count) in obligations where matrix.rows.indices.contains(row) {
            byCode[matrix.rows[row].code.rawValue] = count
        }
        self.init(
            countries: Self.sorted(index.facet(ProvisionSchema.ColumnName.country, in: matches)),
            languages: Self.sorted(index.facet(ProvisionSchema.ColumnName.language, in: matches)),
            obligations: Self.sorted(byCode),
            years: Self.sorted(index.facet(ProvisionSchema.ColumnName.year, in: matches)))
    }

    /// Most frequent first, ties by value.
    private static func sorted(_ counts: [String: Int]) -> [Count] {
        counts.map { Count(value: $0.key, count: $0.value) }
            .sorted { $0.count != $1.count ? $0.count > $1.count : $0.value < $1.value }
    }
}
