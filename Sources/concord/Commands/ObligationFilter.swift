import ArgumentParser
import Obligations

/// Rows and weapon type asked for; an unknown one is refused with the nearest.
struct ObligationFilter {
    let matrix: ObligationMatrix
    private let codes: Set<ObligationCode>?
    private let weapon: Weapon?

    init(obligation: String?, weapon: String?) throws {
        matrix = try ObligationMatrix()
        if let obligation {
            let rows = matrix.rows(matching: obligation)
            guard !rows.isEmpty else {
                let near = matrix.suggestion(for: obligation).map { " Did you mean \($0)?" }
                throw ValidationError(
                    "The matrix has no row \"\(obligation)\"." + (near ?? " 'concord obligations' lists them."))
            }
            codes = Set(rows.map(\.code))
        } else {
            codes = nil
        }
        if let weapon {
            guard let type = Weapon(name: weapon) else {
                let initial = weapon.lowercased().first
                let near = Weapon.allCases.first { $0.name.first == initial }.map { " Did you mean \($0.name)?" }
                throw ValidationError(
                    "There is no weapon type \"\(weapon)\"; there are nuclear, chemical and biological." + (near ?? ""))
            }
            self.weapon = type
        } else {
            self.weapon = nil
        }
    }

    func holds(_ score: CellScore) -> Bool {
        if let codes, !codes.contains(score.cell.code) { return false }
        return weapon == nil || score.cell.weapon == weapon
    }
}
