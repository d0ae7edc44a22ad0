import ArgumentParser
import Catalog
import Foundation
import Ingestion
import InvertedIndex
import Legislation
import Obligations
import Retrieval

/// `concord complete`: what a question that is being typed may go on to.
struct CompleteCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "complete",
        abstract: "Complete the beginning of a question.",
        discussion: """
            Each word given is the beginning of a word: "chem weap" finds Chemical Weapons Convention. Shown are words \
            of the index for the last of them, names of concepts of the thesaurus in all languages, titles of laws and \
            names of States, the most frequent first, with the number of provisions.
            """)

    @Argument(help: "What has been typed.")
    var text: [String]

    @OptionGroup var index: IndexOption

    @Option(help: "Language of what is typed, and of the names of States (BCP 47 tag).")
    var lang: String?

    @Option(help: "Completions of each kind at most, 1 to 1000.")
    var limit = 5

    @Flag(help: "Print JSON, in the form that README.md documents.")
    var json = false

    func validate() throws {
        guard (1...1000).contains(limit) else { throw ValidationError("--limit takes a number from 1 to 1000.") }
        if text.joined(separator: " ").utf8.count > QueryParser.maximumBytes {
            throw ValidationError("The text is longer than \(QueryParser.maximumBytes) bytes.")
        }
        try LanguageOption.check(lang)
    }

    func run() throws {
        let text = text.joined(separator: " ")
        let completer = try QuestionCompleter(
            catalog: Catalog(directory: index.folder.path, mode: .readOnly),
            index: IndexSearcher(directory: index.folder.indexPath), names: ConceptNames())
        let completions = try completer.completions(of: text, language: lang, limit: limit)
        if json {
            Console.line(try JSONText.text(CompletionDocument(query: text, completions)))
            return
        }
        if completions.isEmpty { Console.line("Nothing begins so.") }
        for kind in Completion.Kind.allCases {
            let own = completions.filter { $0.kind == kind }
            guard !own.isEmpty else { continue }
            Console.line(Console.bold(Self.title(kind)))
            for completion in own {
                let detail = [completion.language, completion.id].compactMap { $0 }.joined(separator: " ")
                Console.line(
                    "   " + Console.isolated(SearchListing.short(completion.text, 120)) + "  \(completion.provisions)"
                        + (detail.isEmpty ? "" : "  " + Console.dim(detail)))
            }
        }
    }

    private static func title(_ kind: Completion.Kind) -> String {
        switch kind {
        case .term: "words"
        case .concept: "concepts"
        case .law: "laws"
        case .state: "States"
        }
    }
}

/// Completions as JSON.
struct CompletionDocument: Encodable {
    struct Item: Encodable {
        var kind: String
        var text: String
        var language: String?
        var id: String?
        var provisions: Int
    }

    var query: String
    var completions: [Item]

    init(query: String, _ completions: [Completion]) {
        self.query = query
        self.completions = completions.map {
            Item(
                kind: $0.kind.rawValue, text: $0.text, language: $0.language, id: $0.id, provisions: $0.provisions)
        }
    }
}
