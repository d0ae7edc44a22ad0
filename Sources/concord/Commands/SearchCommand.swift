import ArgumentParser
import Foundation
import Ingestion
import Legislation
import Retrieval

/// `concord search`: asks the index.
struct SearchCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "search",
        abstract: "Find provisions.",
        discussion: """
            Words are ranked by best match. Further: "exact phrase", AND OR NOT ( ), +word -word, word*, word~1, \
            a NEAR/5 b, heading:x title:x text:x, country:CA, region:europe, lang:fr, obligation:op3cd.transit, \
            weapon:chemical, aspect:enforcement, status:in-force, year:2004..2012.

            Words are put into the other languages of the index too; each hit in another language tells by which translations it \
            was reached.

            With --batch, each line of the file is an id, a tab and a question; what cannot be parsed as a question is \
            taken as plain words. The run file has a line in TREC's form for each provision found: \
            id, Q0, the document's id as its source gave it (else its IRI), rank, score, concord.

            Of each law the newest expression in each language is asked. With --as-of, the one that applied on that day; \
            laws whose dates do not tell stand lower and are marked.

            Provisions of a State that is named among the words come first. Where a word is found nowhere, or few \
            provisions are, a question that was probably meant is shown.
            """)

    @Argument(help: "The question.")
    var query: [String] = []

    @OptionGroup var index: IndexOption

    @Option(help: "Only laws of these countries (codes or names, separated by commas).")
    var country: String?

    @Option(help: "Only laws in these languages (BCP 47 tags, separated by commas).")
    var lang: String?

    @Option(help: "Only provisions that serve these obligations (codes, see 'concord obligations').")
    var obligation: String?

    @Option(help: "Only provisions that reach these weapons (nuclear, chemical, biological).")
    var weapon: String?

    @Option(
        help: ArgumentHelp(
            "Languages of the provisions: own-first (all, those in the question's language before others), any (all alike), "
                + "same (the question's only), or one by its tag.",
            valueName: "own-first|any|same|xx"))
    var resultsIn = "own-first"

    @OptionGroup var versions: VersionOptions

    @Option(help: "Provisions at most (10; with --batch 100).")
    var limit: Int?

    @Flag(help: "Count all matches by country, language, obligation and year.")
    var facets = false

    @Flag(help: "Print JSON, in the form that README.md documents.")
    var json = false

    @Option(
        help: ArgumentHelp(
            "Parameters of BM25F instead of those the index was made for: k1, b, text, heading, title.",
            valueName: "k1=0.75,b=0.85,..."))
    var ranking: String?

    @Option(help: ArgumentHelp("Answer every question of a file.", valueName: "queries.tsv"))
    var batch: String?

    @Option(name: .customLong("run"), help: ArgumentHelp("Where the answers of --batch go.", valueName: "run.tsv"))
    var runFile: String?

    func validate() throws {
        if batch == nil, query.joined(separator: " ").trimmingCharacters(in: .whitespaces).isEmpty,
            country == nil, lang == nil, obligation == nil, weapon == nil
        {
            throw ValidationError("Ask a question, for example: concord search \"export licence\"")
        }
        if let limit, limit < 1 || limit > 100_000 { throw ValidationError("--limit takes a number from 1 to 100000.") }
        _ = try ranking.map(RankingArgument.init)
        if ResultLanguages(resultsIn) == nil {
            throw ValidationError(
                "--results-in takes own-first, any, same or the tag of a language as fr, not \"\(resultsIn)\".")
        }
        if batch != nil, runFile == nil { throw ValidationError("--batch needs --run FILE for the answers.") }
        if batch == nil, runFile != nil { throw ValidationError("--run goes with --batch FILE.") }
    }

    func run() throws {
        let parameters = try ranking.map { try RankingArgument($0).parameters }
        let filters = try filterQuery.map { try QueryParser.parse($0) }
        if let batch, let runFile {
            try BatchSearch(
                searcher: LawSearcher(folder: index.folder.path), filters: filters, limit: limit ?? 100,
                parameters: parameters, resultsIn: ResultLanguages(resultsIn) ?? .ownFirst, versions: versions
            )
            .run(questions: batch, answers: runFile)
            return
        }
        let text = query.joined(separator: " ")
        let parsed = try text.isEmpty ? nil : QueryParser.parse(text)
        var request = SearchRequest(parsed ?? Query(.clauses([])), limit: limit ?? 10)
        request.restrict(filters?.root.filters ?? [])
        request.wantsTotal = true
        request.resultsIn = ResultLanguages(resultsIn) ?? .ownFirst
        request.versions = versions.scope
        request.includesWithdrawn = versions.includeWithdrawn
        request.profile.parameters = parameters
        request.wantsFacets = facets
        request.spelledQuestion = text.isEmpty ? nil : text
        let started = Date()
        let result = try LawSearcher(folder: index.folder.path).search(request)
        let seconds = Date().timeIntervalSince(started)
        if json {
            Console.line(try SearchDocument(query: text, result: result).text)
        } else {
            SearchListing(result: result, seconds: seconds).print()
        }
    }

    /// The options in the query language.
    private var filterQuery: String? {
        let parts = [("country", country), ("lang", lang), ("obligation", obligation), ("weapon", weapon)]
            .compactMap { name, value in
                value.map { $0.split(separator: ",").map { Self.quoted(String($0)) }.joined(separator: ",") }
                    .map { "\(name):\($0)" }
            }
        return parts.isEmpty ? nil : parts.joined(separator: " ")
    }

    private static func quoted(_ value: String) -> String {
        let trimmed = value.trimmingCharacters(in: .whitespaces)
        return trimmed.contains(" ") ? "\"\(trimmed)\"" : trimmed
    }
}

extension QueryNode {
    /// The filters of a question that consists of filters only.
    fileprivate var filters: [QueryFilter] {
        switch self {
        case .filter(let filter, _): [filter]
        case .clauses(let clauses): clauses.flatMap(\.node.filters)
        case .all(let nodes): nodes.flatMap(\.filters)
        default: []
        }
    }
}
