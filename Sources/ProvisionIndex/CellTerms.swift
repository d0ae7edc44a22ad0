public import Obligations

/// How matrix cells are written into the index: as terms for ranking, and as a payload for showing and counting.
public enum CellTerms {
    /// The term of all provisions that serve an obligation, as far as weapon and aspect narrow it. Nil for an
    /// obligation means any.
    public static func term(code: String?, weapon: Weapon? = nil, aspect: Aspect? = nil) -> String {
        "\(code ?? "*")/\(weapon?.rawValue ?? "*")/\(aspect?.rawValue ?? "*")"
    }

    /// Every term a set of scored cells is found under, with the highest confidence of those it covers.
    public static func terms(of scores: [CellScore], group: (ObligationCode) -> String?) -> [String: Double] {
        var terms: [String: Double] = [:]
        for score in scores {
            let cell = score.cell
            for code in [cell.code.rawValue, group(cell.code), nil] {
                for weapon in Set([cell.weapon, nil]) {
                    for aspect in [cell.aspect, nil] as [Aspect?] {
                        let term = term(code: code, weapon: weapon, aspect: aspect)
                        terms[term] = max(terms[term] ?? 0, score.confidence)
                    }
                }
            }
        }
        return terms
    }

    /// A confidence of 0 to 1 as an impact of 1 to 255.
    public static func impact(_ confidence: Double) -> UInt8 { UInt8(max(1, min(255, (confidence * 255).rounded()))) }

    /// Four bytes a cell: row of the matrix, weapon (0 none), aspect, impact.
    public static func payload(of scores: [CellScore], matrix: ObligationMatrix) -> [UInt8] {
        var bytes: [UInt8] = []
        for score in scores.sorted(by: { ($1.confidence, $0.cell) < ($0.confidence, $1.cell) }) {
            guard let row = matrix.index(of: score.cell.code), row < 256 else { continue }
            bytes.append(UInt8(row))
            bytes.append(score.cell.weapon.flatMap { Weapon.allCases.firstIndex(of: $0) }.map { UInt8($0 + 1) } ?? 0)
            bytes.append(UInt8(Aspect.allCases.firstIndex(of: score.cell.aspect) ?? 0))
            bytes.append(impact(score.confidence))
        }
        return bytes
    }

    /// The cells of a payload, best first. Bytes that name no cell of the matrix are left out.
    public static func scores(of payload: [UInt8], matrix: ObligationMatrix) -> [CellScore] {
        let (weapons, aspects) = (Weapon.allCases, Aspect.allCases)
        var scores: [CellScore] = []
        scores.reserveCapacity(payload.count / 4)
        for start in stride(from: 0, to: payload.count - 3, by: 4) {
            let (row, weapon, aspect) = (Int(payload[start]), Int(payload[start + 1]), Int(payload[start + 2]))
            guard row < matrix.rows.count, weapon <= weapons.count, aspect < aspects.count else { continue }
            let cell = Cell(
                code: matrix.rows[row].code, weapon: weapon == 0 ? nil : weapons[weapon - 1], aspect: aspects[aspect])
            scores.append(CellScore(cell: cell, confidence: Double(payload[start + 3]) / 255))
        }
        return scores
    }
}
