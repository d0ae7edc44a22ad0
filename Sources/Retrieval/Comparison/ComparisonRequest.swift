public import Legislation
public import Obligations

/// What a State that drafts a law wants to see: provisions of other States for one cell of the matrix.
public struct ComparisonRequest: Sendable, Hashable {
    /// The obligation.
    public var row: ObligationMatrix.Row
    /// The weapon type; nil for any.
    public var weapon: Weapon?
    /// The aspect; nil for either.
    public var aspect: Aspect?
    /// The State that drafts.
    public var state: Jurisdiction
    /// Provisions at most, at least 1.
    public var count: Int

    /// A request for a cell that is known to exist.
    public init(row: ObligationMatrix.Row, weapon: Weapon?, aspect: Aspect?, state: Jurisdiction, count: Int = 12) {
        self.row = row
        self.weapon = weapon
        self.aspect = aspect
        self.state = state
        self.count = count
    }

    /// Reads a request as people write it.
    ///
    /// - Parameters:
    ///   - obligation: one code, as `op3cd.transit`; a pattern is taken where one row alone matches it.
    ///   - weapon: `chemical`, `CW`; nil for any.
    ///   - aspect: `framework` or `enforcement`; nil for either.
    ///   - state: an ISO 3166-1 code or an English name.
    /// - Throws: ``ComparisonError`` for what does not exist, with the nearest that does.
    public init(
        obligation: String, weapon: String? = nil, aspect: String? = nil, state: String, count: Int = 12,
        matrix: ObligationMatrix
    ) throws(ComparisonError) {
        let rows = matrix.rows(matching: obligation)
        guard let row = rows.first else {
            throw .unknownObligation(obligation, suggestion: matrix.suggestion(for: obligation)?.rawValue)
        }
        guard rows.count == 1 else { throw .severalObligations(obligation, codes: rows.map(\.code.rawValue)) }
        var reached: Weapon?
        if let weapon {
            guard let known = Weapon(name: weapon) else {
                let names = Weapon.allCases.map(\.name) + Weapon.allCases.map { $0.rawValue.lowercased() }
                throw .unknownWeapon(weapon, suggestion: Spelling.nearest(to: weapon.lowercased(), in: names))
            }
            guard row.weapons.contains(known) else { throw .notAskedByWeapon(code: row.code.rawValue) }
            reached = known
        }
        var half: Aspect?
        if let aspect {
            guard let known = Aspect(rawValue: aspect.lowercased()) else {
                throw .unknownAspect(
                    aspect,
                    suggestion: Spelling.nearest(to: aspect.lowercased(), in: Aspect.allCases.map(\.rawValue)))
            }
            half = known
        }
        self.init(
            row: row, weapon: reached, aspect: half, state: try Self.state(named: state), count: max(1, count))
    }

    private static func state(named text: String) throws(ComparisonError) -> Jurisdiction {
        if let known = Jurisdiction(nameOrCode: text), known != .unknown, known != .unitedNations { return known }
        var suggestion: String?
        do {
            _ = try Jurisdiction(code: text)
        } catch {
            suggestion = error.suggestion.map { "\($0.code) (\($0.englishName))" }
        }
        if suggestion == nil {
            let names = Jurisdiction.all.map { ($0.englishName.lowercased(), $0) }
            let nearest = Spelling.nearest(to: text.lowercased(), in: names.map(\.0))
            suggestion = names.first { $0.0 == nearest }.map { "\($0.1.code) (\($0.1.englishName))" }
        }
        throw .unknownState(text, suggestion: suggestion)
    }

    /// The cell in words, as `op3cd.transit for chemical weapons, framework`.
    public var cellName: String {
        row.code.rawValue + (weapon.map { " for \($0.name) weapons" } ?? "") + (aspect.map { ", \($0.rawValue)" } ?? "")
    }

    /// Whether a cell that a provision serves is asked for.
    func includes(_ cell: Cell) -> Bool {
        cell.code == row.code && (weapon == nil || cell.weapon == weapon) && (aspect == nil || cell.aspect == aspect)
    }
}
