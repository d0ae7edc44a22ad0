public import Foundation
internal import Legislation

/// What we judged of a provision of a real law: where the provision stands, not its words.
///
/// The words are read from the folder of legislation when a model is trained, so that no law is copied into the project.
public struct JudgedProvision: Sendable, Hashable, Codable {
    /// File of the law, relative to the folder of legislation, `#`, and the eId of the provision in it.
    public var id: String
    /// ISO 3166-1 code of the State.
    public var country: String
    /// BCP 47 tag of the text.
    public var lang: String
    /// Rows served; empty where there are none.
    public var labels: [GoldProvision.Label]

    /// Judges saw the beginning of each provision: characters.
    public static let judgedCharacters = 1500

    /// The judgments of a folder, JSON Lines, each with the words of its provision.
    ///
    /// - Parameters:
    ///   - judgments: folder of the judgments.
    ///   - legislation: folder of the laws.
    /// - Throws: ``GoldError`` for a line that is at fault, a folder without judgments, a law or provision that is not
    ///   there; `LegislationReadError` for a law that cannot be read.
    public static func provisions(
        judgments: URL, legislation: URL, matrix: ObligationMatrix
    ) throws -> [GoldProvision] {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: judgments.path)) ?? []
        var provisions: [GoldProvision] = []
        for name in names.sorted() where name.hasSuffix(".jsonl") {
            provisions += try read(judgments.appendingPathComponent(name), legislation, matrix)
        }
        guard !provisions.isEmpty else {
            throw GoldError(
                file: judgments.path, reason: "it holds no judgments",
                mend: "name the folder 'training/judged' of the repository")
        }
        return provisions
    }

    private static func read(_ file: URL, _ legislation: URL, _ matrix: ObligationMatrix) throws -> [GoldProvision] {
        guard let data = try? Data(contentsOf: file) else {
            throw GoldError(file: file.path, reason: "it cannot be read", mend: "check the path and its rights")
        }
        var words: [String: [String: GoldProvision]] = [:]
        var result: [GoldProvision] = []
        for (offset, line) in data.split(separator: UInt8(ascii: "\n")).enumerated() {
            func fault(_ reason: String, _ mend: String) -> GoldError {
                GoldError(file: file.path, line: offset + 1, reason: reason, mend: mend)
            }
            guard let judged = try? JSONDecoder().decode(Self.self, from: line),
                let parting = judged.id.lastIndex(of: "#")
            else {
                throw fault("it is no judgment", "write {\"id\":\"FILE#EID\",\"country\",\"lang\",\"labels\"}")
            }
            if let problem = GoldProvision.problem(judged.labels, matrix) { throw fault(problem.reason, problem.mend) }
            let (law, eId) = (String(judged.id[..<parting]), String(judged.id[judged.id.index(after: parting)...]))
            if words[law] == nil { words[law] = try provisions(of: legislation.appendingPathComponent(law)) }
            guard var provision = words[law]?[eId] else {
                throw fault("\(law) has no provision \(eId)", "judge it anew, or take the line out")
            }
            (provision.id, provision.country, provision.lang) = (judged.id, judged.country, judged.lang)
            provision.labels = judged.labels
            result.append(provision)
        }
        return result
    }

    /// The provisions of a law by eId.
    private static func provisions(of file: URL) throws -> [String: GoldProvision] {
        guard FileManager.default.isReadableFile(atPath: file.path) else {
            throw GoldError(
                file: file.path, reason: "the law is not there", mend: "name the folder of legislation that was judged")
        }
        var title = ""
        var found: [String: GoldProvision] = [:]
        try LegislationReader().read(
            file, onLaw: { title = $0.title },
            onProvision: { provision in
                var words = GoldProvision(provision, id: provision.eId, lang: "", law: title)
                words.text = String(words.text.prefix(judgedCharacters))
                found[provision.eId] = words
            })
        return found
    }
}
