import Foundation

/// A folder for laws and an index, removed with this object.
final class LawFiles: Sendable {
    let root: String
    var index: String { root + "/index" }
    var laws: String { root + "/laws" }

    init() throws {
        root = NSTemporaryDirectory() + "concord-program-" + UUID().uuidString
        try FileManager.default.createDirectory(atPath: root + "/laws", withIntermediateDirectories: true)
    }

    deinit { try? FileManager.default.removeItem(atPath: root) }

    @discardableResult
    func write(_ name: String, _ text: String) throws -> String {
        let path = root + "/" + name
        try Data(text.utf8).write(to: URL(fileURLWithPath: path))
        return path
    }

    /// Writes invented laws of five articles each; the words `ledgerN` and `dutyNxA` are of law N alone.
    func writeLaws(_ numbers: Range<Int>) throws {
        for number in numbers {
            var text = "---\ntitle: \"Toxins Act \(number)\"\nidentifier: T-\(number)\ncountry: KE\nlanguage: en\n---\n"
            for article in 1...5 {
                text += "\n## Article \(article). Duty\n\nA holder of a licence keeps ledger\(number) and "
                text += "duty\(number)x\(article).\n"
            }
            try write("laws/law\(String(number + 1000)).md", text)
        }
    }

    /// Two provisions as JSON Lines, with ids of their own.
    func writeLines() throws -> String {
        try write(
            "laws/lines.jsonl",
            """
            {"id": "KE/Ports#1", "country": "KE", "lang": "en", "law": "Ports Act", "year": "2004", "heading": "Section 1 Cargo", "text": "The master declares mangoes before unloading."}
            {"id": "KE/Ports#2", "country": "KE", "lang": "en", "law": "Ports Act", "year": "2004", "heading": "Section 2 Arms", "text": "No person shall manufacture a chemical weapon."}

            """)
    }
}

/// An index of the two provisions and three laws that all reading tests share.
enum SharedIndex {
    static let files: Result<LawFiles, any Error> = Result {
        let files = try LawFiles()
        // What is shared lives as long as the process, and nothing is torn down at its end.
        atexit { try? FileManager.default.removeItem(atPath: SharedIndex.files.get().root) }
        _ = try files.writeLines()
        try files.writeLaws(0..<3)
        let result = try Program.run("index", "--index", files.index, files.laws)
        guard result.status == 0 else { throw CocoaError(.fileReadUnknown) }
        return files
    }
}
