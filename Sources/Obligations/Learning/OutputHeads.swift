/// What the linear model answers at once: a row of the matrix each, then the groups, whether any row is served at
/// all, and, given that one is, the aspects and weapon types.
struct OutputHeads: Sendable, Equatable {
    /// The rows, in the matrix's order.
    let codes: [ObligationCode]
    /// Place in `ObligationGroup.allCases` of each row's group.
    let groups: [Int]
    private let places: [ObligationCode: Int]

    /// - Parameter codes: rows of the matrix; those that are not are left out.
    init(codes: [ObligationCode], matrix: ObligationMatrix) {
        let rows = codes.compactMap { matrix.row($0) }
        self.codes = rows.map(\.code)
        groups = rows.map { ObligationGroup.allCases.firstIndex(of: $0.group) ?? 0 }
        places = Dictionary(
            rows.enumerated().map { ($1.code, $0) }, uniquingKeysWith: { first, _ in first })
    }

    /// Number of answers.
    var count: Int { codes.count + ObligationGroup.allCases.count + 1 + Aspect.allCases.count + Weapon.allCases.count }

    func place(of code: ObligationCode) -> Int? { places[code] }
    func groupHead(_ group: Int) -> Int { codes.count + group }
    var anyHead: Int { codes.count + ObligationGroup.allCases.count }
    func head(of aspect: Aspect) -> Int { anyHead + 1 + (aspect == .framework ? 0 : 1) }
    func head(of weapon: Weapon) -> Int { anyHead + 3 + weapon.column }
    /// From here on answers hold for provisions that serve a row only.
    var firstConditional: Int { anyHead + 1 }

    /// Names of the answers behind the rows, as the model's file writes them.
    var otherNames: [String] {
        ObligationGroup.allCases.map { "group:" + $0.rawValue } + ["any"]
            + Aspect.allCases.map { "aspect:" + $0.rawValue } + Weapon.allCases.map { "weapon:" + $0.rawValue }
    }

    /// Name of any answer.
    func name(of head: Int) -> String { head < codes.count ? codes[head].rawValue : otherNames[head - codes.count] }
}
