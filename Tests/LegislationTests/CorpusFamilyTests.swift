import Foundation
import Legislation
import Testing

/// The model texts of `corpus/`, clause by clause.
@Suite("The model texts, as a family")
struct CorpusFamilyTests {
    static let languages = ["en", "ar", "zh", "fr", "ru", "es"]
    static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        .appendingPathComponent("../../corpus").standardizedFileURL

    let family: ModelFamily

    init() throws { family = try ModelFamily(folder: Self.folder, languages: Self.languages) }

    @Test("There are at least 150 provisions in each of six languages")
    func size() {
        for place in Self.languages.indices {
            #expect(family.members.reduce(0) { $0 + $1.texts[place].articles.count } >= 150)
        }
    }

    @Test("Every language has the same articles, clauses, choices, notes and references as English, with the same tags")
    func parallel() throws {
        for member in family.members {
            let english = try #require(member.texts.first)
            for text in member.texts {
                let name = "\(member.name), \(text.law.language)"
                #expect(text.law.work == english.law.work && text.law.authenticity == .model, "\(name)")
                #expect(text.articles.map(\.eId) == english.articles.map(\.eId), "\(name)")
                for (article, other) in zip(text.articles, english.articles) {
                    #expect(article.obligations == other.obligations, "\(name) \(article.eId)")
                    #expect(article.path.count == other.path.count, "\(name) \(article.eId)")
                    #expect(article.clauses.map(\.eId) == other.clauses.map(\.eId), "\(name) \(article.eId)")
                    for (clause, twin) in zip(article.clauses, other.clauses) {
                        #expect(clause.choice == twin.choice && clause.level == twin.level, "\(name) \(clause.eId)")
                        #expect(clause.notes.count == twin.notes.count, "\(name) \(clause.eId)")
                        #expect(clause.definitions.count == twin.definitions.count, "\(name) \(clause.eId)")
                        #expect(clause.references.sorted() == twin.references.sorted(), "\(name) \(clause.eId)")
                    }
                }
            }
        }
    }

    @Test("No article, heading, clause or note is empty")
    func whole() {
        for text in family.members.flatMap(\.texts) {
            for article in text.articles {
                #expect(!article.number.isEmpty && !article.heading.isEmpty && !article.clauses.isEmpty)
                for clause in article.clauses {
                    #expect(!clause.text.isEmpty, "\(text.law.expression)#\(clause.eId)")
                    #expect(!clause.notes.contains(""), "\(text.law.expression)#\(clause.eId)")
                }
            }
        }
    }

    @Test("What an article refers to is there")
    func references() {
        for text in family.members.flatMap(\.texts) {
            let ids = Set(text.articles.map(\.eId) + text.articles.flatMap { $0.clauses.map(\.eId) })
            for article in text.articles {
                for target in article.clauses.flatMap(\.references) {
                    #expect(ids.contains(target), "\(text.law.expression)#\(article.eId) → \(target)")
                }
            }
        }
    }

    @Test(
        "The supplements mark optional and alternative paragraphs, alternatives in pairs, and carry notes for drafters")
    func choices() throws {
        for member in family.members where member.name != "model-act" {
            let clauses = try #require(member.texts.first).articles.flatMap(\.clauses)
            let alternatives = clauses.filter { $0.choice == .alternative }
            #expect(clauses.contains { $0.choice == .optional }, "\(member.name)")
            #expect(!alternatives.isEmpty && alternatives.count.isMultiple(of: 2), "\(member.name)")
            for (first, second) in zip(alternatives, alternatives.dropFirst()) where first.eId.hasSuffix("A") {
                #expect(second.eId == first.eId.dropLast() + "B", "\(member.name)")
            }
            #expect(clauses.contains { !$0.notes.isEmpty }, "\(member.name)")
        }
    }

    @Test("A note for drafters is no part of the provision that is searched")
    func notesAreApart() throws {
        for member in family.members {
            for (language, text) in zip(Self.languages, member.texts) {
                var provisions: [String: String] = [:]
                let file = Self.folder.appendingPathComponent("\(member.name)/\(language).xml")
                try LegislationReader().read(file, onLaw: { _ in }, onProvision: { provisions[$0.eId] = $0.text })
                for article in text.articles {
                    let searched = try #require(provisions[article.eId])
                    for note in article.clauses.flatMap(\.notes) {
                        #expect(!searched.contains(note), "\(text.law.expression)#\(article.eId)")
                    }
                }
            }
        }
    }

    @Test("A reference is moved with its article, or leads to the text that it was taken from")
    func fragments() throws {
        let text = try #require(family.members.first { $0.name == "model-act" }?.texts.first)
        let article = try #require(text.articles.first { !$0.clauses.flatMap(\.references).isEmpty })
        let target = try #require(article.clauses.flatMap(\.references).first)
        let alone = article.akomaNtoso(prefix: "m", kept: [article.eId], expression: text.law.expression)
        #expect(alone.contains("eId=\"m__\(article.eId)\""))
        #expect(alone.contains("href=\"\(text.law.expression)#\(target)\""))
        let both = article.akomaNtoso(prefix: "m", kept: [article.eId, target], expression: text.law.expression)
        #expect(both.contains("href=\"#m__\(target)\""))
    }

    @Test("A folder without model texts, a missing language and a broken file are named")
    func faults() throws {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("models-" + UUID().uuidString)
        let texts = folder.appendingPathComponent("model-x")
        try FileManager.default.createDirectory(at: texts, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        #expect(throws: LegislationReadError.self) { try ModelFamily(folder: texts, languages: ["en"]) }
        let missing = try #require(throws: LegislationReadError.self) {
            try ModelFamily(folder: folder, languages: ["en"])
        }
        #expect(missing.file.hasSuffix("model-x/en.xml"))
        let whole = try String(contentsOf: Self.folder.appendingPathComponent("model-act/en.xml"), encoding: .utf8)
        let cut = whole.split(separator: "\n", omittingEmptySubsequences: false).prefix(400).joined(separator: "\n")
        try cut.write(to: texts.appendingPathComponent("en.xml"), atomically: true, encoding: .utf8)
        let broken = try #require(throws: LegislationReadError.self) {
            try ModelFamily(folder: folder, languages: ["en"])
        }
        guard case .line(let line) = broken.place else {
            Issue.record("no line: \(broken)")
            return
        }
        #expect((395...401).contains(line) && !broken.mend.isEmpty)
    }
}
