import Foundation
import Retrieval

/// Questions with the documents judged relevant to them, and the corpus these lie in.
struct QuestionSet: Sendable {
    /// A question and what is judged about it.
    struct Question: Sendable {
        var id: String
        var text: String
        /// BCP 47 tag; nil where the set does not tell.
        var language: String?
        /// Gains by document, as judged.
        var gains: [String: Int]
    }

    /// Name in tables.
    let name: String
    /// Folder of the corpus under the folder of sets.
    let corpus: String
    /// In the order in which the judgments name them first, which is the order the bootstrap draws from.
    let questions: [Question]

    /// Names of all sets, in the order of the table.
    static let names = [
        "known-item-q", "known-item-question", "known-item-q_en", "known-item-q_fr", "known-item-q_zh", "stard",
        "lawbench-3-2", "canada-en-en", "canada-en-fr", "canada-fr-fr", "canada-fr-en",
    ]
    /// In which languages the answers are wanted.
    let resultsIn: ResultLanguages
    /// Language of all questions; nil where it is to be found from the words.
    let asked: String?

    /// Reads a set.
    ///
    /// - Parameter folder: folder of all sets.
    /// - Throws: ``QualityError`` when the name is unknown, or a file is missing or not of its form.
    init(_ name: String, folder: String) throws {
        self.name = name
        let place: (folder: String, field: String)
        let languages = name.split(separator: "-").map(String.init)
        let isParallel = languages.first == "canada" && languages.count == 3
        resultsIn = isParallel ? .only(languages[2]) : name.contains("-q_") ? .any : .ownFirst
        asked = isParallel ? languages[1] : nil
        if isParallel, Self.names.contains(name) {
            corpus = "canada-parallel"
            questions = try Self.parallel(folder + "/canada-parallel/queries.tsv", from: languages[1], to: languages[2])
            return
        }
        switch name {
        case "known-item-q": (place, corpus) = (("known-item", "q"), "known-item")
        case "known-item-q_en", "known-item-q_fr", "known-item-q_zh":
            (place, corpus) = (("known-item", String(name.dropFirst("known-item-".count))), "known-item")
        case "known-item-question": (place, corpus) = (("known-item", "question"), "known-item")
        case "stard", "lawbench-3-2": (place, corpus) = ((name, "text"), "stard")
        default:
            throw QualityError("There is no set \"\(name)\"; the sets are \(Self.names.joined(separator: ", ")).")
        }
        let base = folder + "/" + place.folder
        let texts = try Self.texts(base + "/queries.jsonl", field: place.field)
        questions = try Self.judgments(base + "/qrels.tsv").map { id, gains in
            guard let (text, language) = texts[id] else {
                throw QualityError("\(base)/queries.jsonl: no question \(id), which qrels.tsv judges.")
            }
            return Question(id: id, text: text, language: language, gains: gains)
        }
    }

    /// Marginal notes in one language, each with its section in another (``CorpusIndex`` names the documents so).
    private static func parallel(_ path: String, from: String, to: String) throws -> [Question] {
        try lines(path).dropFirst().filter { !$0.isEmpty }.map { line in
            let fields = line.split(separator: "\t", omittingEmptySubsequences: false)
            guard fields.count == 3 else { throw QualityError("\(path): \"\(line)\" is not id, English, French.") }
            let id = String(fields[0])
            return Question(
                id: id, text: String(fields[from == "en" ? 1 : 2]), language: nil, gains: ["\(id)@\(to)": 1])
        }
    }

    private static func texts(_ path: String, field: String) throws -> [String: (text: String, language: String?)] {
        var texts: [String: (text: String, language: String?)] = [:]
        for (number, line) in try lines(path).enumerated() where !line.isEmpty {
            guard let object = try? JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any],
                let id = (object["id"] ?? object["_id"]) as? String, let text = object[field] as? String
            else { throw QualityError("\(path), line \(number + 1): not an object with an id and \"\(field)\".") }
            texts[id] = (text, object["lang"] as? String)
        }
        return texts
    }

    /// Judgments by question; lines whose third column is no number are headings.
    private static func judgments(_ path: String) throws -> [(id: String, gains: [String: Int])] {
        var found: [(id: String, gains: [String: Int])] = []
        var places: [String: Int] = [:]
        for line in try lines(path) {
            let fields = line.split(separator: "\t", omittingEmptySubsequences: false)
            guard fields.count >= 3, let gain = Int(fields[2].filter { !$0.isWhitespace }), (0...30).contains(gain)
            else { continue }
            let id = String(fields[0])
            let place = places[id] ?? found.count
            if place == found.count {
                places[id] = place
                found.append((id, [:]))
            }
            found[place].gains[String(fields[1])] = gain
        }
        guard !found.isEmpty else { throw QualityError("\(path): no judgments (question TAB document TAB gain).") }
        return found
    }

    private static func lines(_ path: String) throws -> [Substring] {
        guard let data = FileManager.default.contents(atPath: path), let text = String(data: data, encoding: .utf8)
        else { throw QualityError("\(path): missing, or not UTF-8. --sets names the folder of the sets.") }
        return text.split(separator: "\n", omittingEmptySubsequences: false)
    }
}
