import ArgumentParser
import Foundation

/// Predictions for provisions, as `concord classify` writes them.
enum PredictedCells {
    private struct Line: Decodable {
        struct Entry: Decodable {
            var cell: String
            var weapon: String?
            var confidence: Double
        }
        var id: String
        var cells: [Entry]
    }

    /// By provision: row and weapon type with the confidence of the surer aspect.
    static func read(_ path: String) throws -> [String: [String: Double]] {
        guard let text = try? String(contentsOfFile: path, encoding: .utf8) else {
            throw ValidationError("\(path): cannot be read.")
        }
        var scores: [String: [String: Double]] = [:]
        for (number, line) in text.split(separator: "\n").enumerated() {
            guard let parsed = try? JSONDecoder().decode(Line.self, from: Data(line.utf8)) else {
                throw ValidationError("\(path), line \(number + 1): no prediction.")
            }
            for entry in parsed.cells {
                let key = "\(entry.cell)/\(entry.weapon ?? "-")"
                scores[parsed.id, default: [:]][key] = max(scores[parsed.id]?[key] ?? 0, entry.confidence)
            }
        }
        return scores
    }
}
