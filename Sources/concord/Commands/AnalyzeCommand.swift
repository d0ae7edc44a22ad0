import ArgumentParser
import Catalog
import Foundation
import Legislation
import TextAnalysis

/// `concord analyze`: shows the tokens of a text.
struct AnalyzeCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "analyze",
        abstract: "Show how a text is turned into tokens.",
        discussion: "A line for each token: form, position, UTF-8 range of the text, term, and the text it stands for.")

    @Argument(help: "The text.")
    var text: [String]

    @Option(help: "Language of the text (BCP 47 tag); found from the text when it is not given.")
    var lang: String?

    // Every command takes the folder; analysis does not depend on it.
    @OptionGroup var index: IndexOption

    @Flag(help: "Print JSON.")
    var json = false

    func validate() throws {
        if let lang, (try? LanguageTag(lang)) == nil {
            throw ValidationError("\"\(lang)\" is no language tag. Tags follow BCP 47, as fr or zh-Hant.")
        }
    }

    func run() throws {
        let text = text.joined(separator: " ")
        let language = lang ?? LanguageDetector.detect(text, hint: nil).first?.language ?? "und"
        var buffer = TokenBuffer()
        Analyzer(language: language).analyze(text, into: &buffer)
        let bytes = Array(text.utf8)
        let tokens = buffer.records.map { record in
            Token(
                form: record.form == .exact ? "exact" : "stem", position: Int(record.position),
                start: Int(record.start), end: Int(record.end), term: buffer.term(of: record),
                text: String(decoding: bytes[Int(record.start)..<Int(record.end)], as: UTF8.self))
        }
        if json {
            Console.line(try JSONText.text(Document(language: language, tokens: tokens)))
            return
        }
        Console.line("language: \(language)")
        for token in tokens {
            let form = token.form == "exact" ? "exact" : "stem "
            let range = "\(token.start)..<\(token.end)".padding(toLength: 10, withPad: " ", startingAt: 0)
            let position = String(token.position).padding(toLength: 4, withPad: " ", startingAt: 0)
            Console.line(
                "\(form)  \(position) \(range) \(Console.isolated(token.term))\t\(Console.isolated(token.text))")
        }
    }

    private struct Document: Encodable {
        var language: String
        var tokens: [Token]
    }

    private struct Token: Encodable {
        var form: String
        var position: Int
        var start: Int
        var end: Int
        var term: String
        var text: String
    }
}
