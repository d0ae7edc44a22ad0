import Foundation
import Testing

/// A question of `Resources/expert-queries.tsv`, with the provisions that answer it.
struct ExpertQuestion: Sendable, CustomTestStringConvertible {
    var id: String
    var question: String
    var language: String
    /// Files relative to `legislation/`, each with the numbers of its right provisions; `*` means any.
    var answers: [(file: String, numbers: [String])]

    var testDescription: String { "\(id): \(question)" }

    static let all: [ExpertQuestion] = {
        guard
            let url = Bundle.module.url(forResource: "expert-queries", withExtension: "tsv", subdirectory: "Resources"),
            let text = try? String(contentsOf: url, encoding: .utf8)
        else { return [] }
        return text.split(separator: "\n").filter { !$0.hasPrefix("#") }.dropFirst().compactMap { line in
            let columns = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
            guard columns.count == 7 else { return nil }
            let files = columns[4].split(separator: "|").map(String.init)
            let numbers = columns[5].split(separator: ";").map { $0.split(separator: "|").map(String.init) }
            return ExpertQuestion(
                id: columns[0], question: (columns[1] + " " + columns[3]).trimmingCharacters(in: .whitespaces),
                language: columns[2], answers: Array(zip(files, numbers)))
        }
    }()

    /// Whether a provision with this number of this file is a right answer.
    func isAnswered(byFile path: String, number: String?) -> Bool {
        let path = Self.comparable(path)
        return answers.contains { file, numbers in
            path.hasSuffix(Self.comparable(file))
                && (numbers == ["*"] || numbers.contains { Self.comparable($0) == Self.comparable(number ?? "") })
        }
    }

    /// File names of the set mix composed and decomposed letters; numbers are printed with and without spaces.
    private static func comparable(_ text: String) -> String {
        text.precomposedStringWithCanonicalMapping.lowercased().filter { !$0.isWhitespace }
    }
}
