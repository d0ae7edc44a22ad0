import Foundation

/// Sections of Canadian acts in English and French, from `pairs.jsonl.xz` of the set `canada-parallel`.
///
/// The sections that the set's questions ask for are left out, or the questions would measure what was learned from
/// their answers.
struct CanadianSections {
    private struct Section: Decodable {
        var id: String
        var act_en: String
        var act_fr: String
        var heading_en: String
        var heading_fr: String
        var text_en: String
        var text_fr: String
    }

    /// Titles of acts, headings of sections, defined terms, and texts, cut by ``DefinitionPairs`` where they define.
    private(set) var titles = ParallelTexts(name: "titles of Canadian acts")
    private(set) var headings = ParallelTexts(name: "headings of Canadian sections")
    private(set) var definitions = ParallelTexts(name: "terms defined in Canadian acts")
    private(set) var texts = ParallelTexts(name: "texts of Canadian sections")
    /// Sections left out because a question asks for them, with their headings, which are the questions.
    private(set) var leftOut: [(question: [String: String], provision: [String: String])] = []

    /// - Throws: ``LearningError`` where a file of the set is missing or has a bad line.
    init(folder: String) throws {
        let tests = try Self.tests(folder + "/queries.tsv")
        let path = folder + "/pairs.jsonl.xz"
        let decoder = JSONDecoder()
        var seenTitles: Set<String> = []
        for (number, line) in try Self.unpack(path).split(separator: UInt8(ascii: "\n")).enumerated() {
            guard let section = try? decoder.decode(Section.self, from: Data(line)) else {
                throw LearningError("\(path), line \(number + 1): not a section in two languages.")
            }
            if tests.contains(section.id) {
                leftOut.append(
                    (
                        ["en": section.heading_en, "fr": section.heading_fr],
                        ["en": section.text_en, "fr": section.text_fr]
                    ))
                continue
            }
            if seenTitles.insert(section.act_en).inserted {
                titles.texts.append(["en": section.act_en, "fr": section.act_fr])
            }
            headings.texts.append(["en": section.heading_en, "fr": section.heading_fr])
            let pairs = DefinitionPairs(
                english: Self.body(section.text_en, heading: section.heading_en),
                french: Self.body(section.text_fr, heading: section.heading_fr))
            definitions.texts += pairs.terms.map { ["en": $0, "fr": $1] }
            texts.texts += pairs.pieces.map { ["en": $0, "fr": $1] }
        }
    }

    /// The text without the heading, which it repeats.
    private static func body(_ text: String, heading: String) -> String {
        text.hasPrefix(heading) ? String(text.dropFirst(heading.count)) : text
    }

    private static func tests(_ path: String) throws -> Set<String> {
        guard let text = try? String(contentsOfFile: path, encoding: .utf8) else {
            throw LearningError("\(path): missing; without it the sections kept for tests are not known.")
        }
        let ids = text.split(separator: "\n").dropFirst().compactMap {
            $0.split(separator: "\t").first.map(String.init)
        }
        guard !ids.isEmpty else { throw LearningError("\(path): it names no section.") }
        return Set(ids)
    }

    private static func unpack(_ path: String) throws -> Data {
        guard FileManager.default.isReadableFile(atPath: path) else {
            throw LearningError("\(path): missing. --sets names the folder of the sets.")
        }
        let (process, output) = (Process(), Pipe())
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = ["xz", "--decompress", "--stdout", path]
        process.standardOutput = output
        try process.run()
        let data = output.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        guard process.terminationStatus == 0 else {
            throw LearningError("\(path): xz ended with status \(process.terminationStatus).")
        }
        return data
    }
}
