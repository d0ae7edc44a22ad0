internal import InvertedIndex
internal import Legislation
internal import Obligations
internal import ProvisionIndex

/// Turns filters into index queries; checks that what they name exists.
struct FilterPlanner {
    let matrix: ObligationMatrix
    let cellWeight: Float

    /// The index query of a filter that is no cell filter.
    func query(_ filter: QueryFilter) throws(RetrievalError) -> IndexQuery {
        switch filter {
        case .country(let names):
            var keywords: [String] = []
            for name in names { keywords.append(FilterKeyword.country(try country(name))) }
            return Self.keywords(keywords)
        case .region(let names):
            var keywords: [String] = []
            for name in names {
                guard let code = Jurisdiction.regionCode(name) else {
                    throw RetrievalError(
                        "There is no region \"\(name)\". Regions are UN M49 codes or English names, as 150 or Europe.")
                }
                keywords.append(FilterKeyword.region(code))
            }
            return Self.keywords(keywords)
        case .language(let names):
            var keywords: [String] = []
            for name in names { keywords.append(FilterKeyword.language(try language(name))) }
            return Self.keywords(keywords)
        case .status(let values): return Self.keywords(values.map { FilterKeyword.status($0.rawValue) })
        case .year(let ranges):
            return Self.anyOf(
                ranges.map { years in
                    // Year 0 stands for a year that is not known and is in no range.
                    let from = UInt64(max(1, years.from ?? 1))
                    return .number(
                        column: ProvisionSchema.ColumnName.year,
                        range: from...max(from, UInt64(max(0, years.to ?? 9999))))
                })
        case .obligation, .weapon, .aspect: return try cells([filter])
        }
    }

    /// One ranked query for the obligation, weapon and aspect filters that stand together: the cells they all name,
    /// scored by confidence.
    func cells(_ filters: [QueryFilter]) throws(RetrievalError) -> IndexQuery {
        var codes: Set<String>?
        var weapons: Set<Weapon>?
        var aspects: Set<Aspect>?
        for filter in filters {
            switch filter {
            case .obligation(let wanted):
                var named: Set<String> = []
                for obligation in wanted { named.formUnion(try self.codes(obligation)) }
                codes = codes.map { $0.intersection(named) } ?? named
            case .weapon(let wanted):
                let named = Set(wanted.compactMap { Weapon(rawValue: $0.rawValue) })
                weapons = weapons.map { $0.intersection(named) } ?? named
            case .aspect(let wanted):
                let named = Set(wanted.compactMap { Aspect(rawValue: $0.rawValue) })
                aspects = aspects.map { $0.intersection(named) } ?? named
            default: break
            }
        }
        var terms: [IndexQuery] = []
        for code in codes.map({ $0.sorted().map(Optional.some) }) ?? [nil] {
            for weapon in weapons.map({ $0.sorted().map(Optional.some) }) ?? [nil] {
                for aspect in aspects.map({ $0.sorted().map(Optional.some) }) ?? [nil] {
                    let term = CellTerms.term(code: code, weapon: weapon, aspect: aspect)
                    terms.append(.term(IndexTerm(TermSpace.cell.key(term), boost: cellWeight)))
                }
            }
        }
        return Self.anyOf(terms)
    }

    private func codes(_ obligation: QueryFilter.Obligation) throws(RetrievalError) -> [String] {
        switch obligation {
        case .code(let code):
            if matrix.row(ObligationCode(code)) != nil { return [code] }
            let rows = matrix.rows(matching: code)
            if !rows.isEmpty { return rows.map(\.code.rawValue) }
            throw RetrievalError(
                "There is no obligation \"\(code)\". 'concord obligations' lists the codes.",
                suggestion: matrix.suggestion(for: code)?.rawValue)
        case .startingWith(let start):
            let rows = matrix.rows(matching: start + "*")
            if !rows.isEmpty { return rows.map(\.code.rawValue) }
            throw RetrievalError(
                "No obligation begins with \"\(start)\". 'concord obligations' lists the codes.",
                suggestion: matrix.suggestion(for: start)?.rawValue)
        }
    }

    private func country(_ name: String) throws(RetrievalError) -> String {
        if let jurisdiction = Jurisdiction(nameOrCode: name) { return jurisdiction.code }
        let wanted = name.lowercased()
        for language in ObligationMatrix.languages {
            let named = ([.unitedNations] + Jurisdiction.all).first { $0.name(in: language).lowercased() == wanted }
            if let named { return named.code }
        }
        do {
            return try Jurisdiction(code: name).code
        } catch {
            throw RetrievalError(
                "There is no country \"\(name)\". Countries are ISO 3166-1 codes, or names in a UN language, as CA or Canada.",
                suggestion: error.suggestion?.code)
        }
    }

    private func language(_ name: String) throws(RetrievalError) -> String {
        do {
            return try LanguageTag(name).tag
        } catch {
            throw RetrievalError("\"\(name)\" is no language tag. Tags follow BCP 47, as fr or zh-Hant.")
        }
    }

    private static func keywords(_ keywords: [String]) -> IndexQuery {
        .termSet(keywords.map { TermSpace.keyword.key($0) })
    }

    private static func anyOf(_ queries: [IndexQuery]) -> IndexQuery {
        queries.count == 1 ? queries[0] : .any(queries)
    }
}
