public import Obligations

extension Cell {
    /// Reads a cell as people write it: `op3cd.transit/CW/framework`; the weapon type also as a word, `-` or left out
    /// where the row is not asked by weapon type.
    ///
    /// - Throws: ``ReviewError/unknownCell(_:suggestion:)`` with the nearest cell, where one is near.
    public init(name: String, matrix: ObligationMatrix) throws(ReviewError) {
        let parts = name.split(separator: "/").map(String.init)
        let code = ObligationCode((parts.first ?? "").lowercased())
        guard let row = matrix.row(code) else {
            let near = matrix.suggestion(for: code.rawValue).flatMap { matrix.row($0)?.cells.first }
            throw .unknownCell(name, suggestion: near?.description)
        }
        var weapon: Weapon?
        var aspect: Aspect?
        for part in parts.dropFirst() {
            if let named = Weapon(name: part) {
                weapon = named
            } else if let named = Aspect(rawValue: part.lowercased()) {
                aspect = named
            } else if part != "-" {
                throw .unknownCell(name, suggestion: row.cells.first?.description)
            }
        }
        let asked = row.weapons.isEmpty ? weapon == nil : weapon.map(row.weapons.contains) ?? false
        guard asked, let aspect else {
            throw .unknownCell(name, suggestion: row.cells.first?.description)
        }
        self.init(code: code, weapon: weapon, aspect: aspect)
    }
}
