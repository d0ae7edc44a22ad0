import ArgumentParser
import Foundation
import Ingestion
import InvertedIndex
import Legislation
import Retrieval

/// `concord suggest`: a question with its misspelt words corrected.
struct SuggestCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "suggest",
        abstract: "Correct the spelling of a question by the words of the index.",
        discussion: """
            Prints the corrected question, and a line for each word that was corrected. Words in quotation marks, \
            patterns, codes, numbers and Han text stay as they are. 'search' says so itself where little is found.
            """)

    @Argument(help: "The question.")
    var query: [String]

    @OptionGroup var index: IndexOption

    @Option(help: "Language of the question (BCP 47 tag); found from the words when it is not given.")
    var lang: String?

    @Flag(help: "Print JSON, in the form that README.md documents.")
    var json = false

    func validate() throws {
        if query.joined(separator: " ").utf8.count > QueryParser.maximumBytes {
            throw ValidationError("The question is longer than \(QueryParser.maximumBytes) bytes.")
        }
        try LanguageOption.check(lang)
    }

    func run() throws {
        let text = query.joined(separator: " ")
        let suggester = SpellingSuggester(index: try IndexSearcher(directory: index.folder.indexPath))
        let suggestion = try suggester.suggestion(for: text, language: lang)
        if json {
            Console.line(try JSONText.text(SuggestionDocument(query: text, suggestion)))
            return
        }
        guard let suggestion else {
            Console.line("No word of the question needs correcting.")
            return
        }
        Console.line(Console.isolated(suggestion.question))
        for correction in suggestion.corrections {
            let words = "\(Console.isolated(correction.written)) → \(Console.isolated(correction.correction))"
            Console.line("   \(words)  \(correction.provisions) provisions (\(suggestion.language))")
        }
    }
}

/// A corrected question as JSON.
struct SuggestionDocument: Encodable {
    struct Correction: Encodable {
        var written: String
        var correction: String
        var edits: Int
        var provisions: Int
        /// UTF-8 offsets in the question.
        var start: Int
        var end: Int
    }

    var query: String
    var suggestion: String?
    var language: String?
    var corrections: [Correction]

    init(query: String, _ suggestion: SpellingSuggestion?) {
        self.query = query
        self.suggestion = suggestion?.question
        language = suggestion?.language
        corrections = (suggestion?.corrections ?? []).map {
            Correction(
                written: $0.written, correction: $0.correction, edits: $0.edits, provisions: $0.provisions,
                start: $0.range.lowerBound, end: $0.range.upperBound)
        }
    }
}
