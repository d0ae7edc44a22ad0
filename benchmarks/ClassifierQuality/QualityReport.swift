import BenchmarkCorpus
import Foundation
import Obligations

/// Figures of one setting, for a table and as JSON.
struct QualityReport: Encodable {
    /// A figure with the interval that holds 95 % of what resampling gives.
    struct Estimate: Encodable {
        var value, low, high: Double
    }

    struct Part: Encodable {
        var name: String
        /// Rows with enough positives: five for all and groups, three for a language.
        var rows: Int
        var ndcg, averagePrecision, f1: Double
    }

    var setting: String
    /// Macro nDCG at 10, resampled over rows.
    var ndcg: Estimate
    /// Micro F1 at 0.5, resampled over provisions.
    var f1: Estimate
    var averagePrecision: Double
    /// Expected calibration error, 15 bins.
    var calibrationError: Double
    /// Share of judged labels' aspects and weapon types that are met, where the row was given at 0.5.
    var aspectF1: Double
    var weaponF1: Double
    var parts: [Part]
    /// Mean of nDCG at 10 over the languages with rows.
    var meanOfLanguages: Double
    /// Microseconds a provision; nil where not measured.
    var cost: Double?

    private static let resamples = 1000

    init(
        setting: String, _ gold: [GoldProvision], _ predictions: [String: [CellScore]], cost: Double? = nil
    ) {
        self.setting = setting
        self.cost = cost
        let all = ClassificationMeasures(gold, predictions)
        averagePrecision = all.averagePrecision
        calibrationError = all.calibrationError
        ndcg = Self.interval(all.rows.map(\.ndcg)) { values in values.reduce(0, +) / Double(max(1, values.count)) }
        let measured = Set(all.rows.map(\.cell))
        let counts = gold.map { Self.counts($0, predictions[$0.id] ?? [], measured) }
        f1 = Self.interval(counts) { counts in
            let sum = counts.reduce(SIMD3<Double>.zero, +)
            return sum.x > 0 ? 2 * sum.x / (2 * sum.x + sum.y + sum.z) : 0
        }
        parts = ["op2.", "op3ab.", "op3cd."].map { prefix in
            let rows = all.rows.filter { $0.cell.hasPrefix(prefix) }
            return Self.part(String(prefix.dropLast()), rows)
        }
        let languages = Set(gold.map(\.lang)).sorted().compactMap { language -> Part? in
            let rows = ClassificationMeasures(
                gold.filter { $0.lang == language }, predictions, minimumPositives: 3
            ).rows
            return rows.isEmpty ? nil : Self.part(language, rows)
        }
        parts += languages
        meanOfLanguages = languages.reduce(0) { $0 + $1.ndcg } / Double(max(1, languages.count))
        aspectF1 = Self.companions(gold, predictions) {
            $0.aspect.map { [$0] } ?? []
        } of: {
            [$0.cell.aspect.rawValue]
        }
        weaponF1 = Self.companions(gold, predictions) {
            $0.weapons ?? []
        } of: {
            $0.cell.weapon.map { [$0.rawValue] } ?? []
        }
    }

    func print() {
        Swift.print("\(setting)")
        Swift.print(
            String(
                format: "  nDCG@10 %.3f (%.3f to %.3f)  MAP %.3f  micro F1 %.3f (%.3f to %.3f)  ECE %.3f", ndcg.value,
                ndcg.low, ndcg.high, averagePrecision, f1.value, f1.low, f1.high, calibrationError))
        Swift.print(String(format: "  of given rows: aspect F1 %.3f, weapon F1 %.3f", aspectF1, weaponF1))
        for part in parts {
            let name = part.name.padding(toLength: 7, withPad: " ", startingAt: 0)
            Swift.print(
                String(
                    format: "  \(name) rows %3d  nDCG@10 %.3f  MAP %.3f  micro F1 %.3f", part.rows, part.ndcg,
                    part.averagePrecision, part.f1))
        }
        Swift.print(String(format: "  mean of languages: nDCG@10 %.3f", meanOfLanguages))
        if let cost { Swift.print(String(format: "  cost: %.1f microseconds a provision", cost)) }
    }

    private static func part(_ name: String, _ rows: [ClassificationMeasures.Row]) -> Part {
        let count = Double(max(1, rows.count))
        let right = Double(rows.reduce(0) { $0 + $1.right })
        let others = Double(rows.reduce(0) { $0 + $1.wrong + $1.missed })
        return Part(
            name: name, rows: rows.count, ndcg: rows.reduce(0) { $0 + $1.ndcg } / count,
            averagePrecision: rows.reduce(0) { $0 + $1.averagePrecision } / count,
            f1: right > 0 ? 2 * right / (2 * right + others) : 0)
    }

    /// Right, wrong and missed rows of a provision.
    private static func counts(
        _ provision: GoldProvision, _ scores: [CellScore], _ measured: Set<String>
    ) -> SIMD3<Double> {
        let truth = Set((provision.labels ?? []).map(\.cell)).intersection(measured)
        let given = Set(scores.filter { $0.confidence >= 0.5 }.map(\.cell.code.rawValue)).intersection(measured)
        let right = Double(truth.intersection(given).count)
        return SIMD3(right, Double(given.count) - right, Double(truth.count) - right)
    }

    /// Micro F1 of aspects or weapon types over the rows that were given and right.
    private static func companions(
        _ gold: [GoldProvision], _ predictions: [String: [CellScore]],
        _ judged: (GoldProvision.Label) -> [String], of found: (CellScore) -> [String]
    ) -> Double {
        var (right, all) = (0, 0)
        for provision in gold {
            let given = (predictions[provision.id] ?? []).filter { $0.confidence >= 0.5 }
            for cell in Set((provision.labels ?? []).map(\.cell)) {
                let own = given.filter { $0.cell.code.rawValue == cell }
                guard !own.isEmpty else { continue }
                let truth = Set((provision.labels ?? []).filter { $0.cell == cell }.flatMap(judged))
                let said = Set(own.flatMap(found))
                right += truth.intersection(said).count
                all += truth.count + said.count
            }
        }
        return all > 0 ? 2 * Double(right) / Double(all) : 0
    }

    private static func interval<Value>(_ values: [Value], _ measure: ([Value]) -> Double) -> Estimate {
        guard !values.isEmpty else { return Estimate(value: 0, low: 0, high: 0) }
        var generator = SplitMix64(seed: 1540)
        let drawn = (0..<resamples).map { _ in
            measure(values.map { _ in values[Int.random(in: 0..<values.count, using: &generator)] })
        }.sorted()
        return Estimate(
            value: measure(values), low: drawn[resamples * 25 / 1000], high: drawn[resamples * 975 / 1000])
    }
}
