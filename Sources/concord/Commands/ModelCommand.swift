import ArgumentParser
import Foundation
import Legislation
import Obligations

/// `concord model`: the model provisions for a cell of the matrix.
struct ModelCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "model",
        abstract: "Show model provisions for an obligation, side by side in several languages.",
        discussion: """
            Without CODE, lists which articles of the model texts serve which row of the matrix. Several languages \
            stand side by side. HTML can be opened in a word processor; Akoma Ntoso takes one language.

            The model texts are looked for in CONCORD_CORPUS, else in a folder named corpus beside the program or \
            above it, or in share/concord of its prefix, or in the current folder.
            """)

    @Argument(help: "Code, group or pattern, as op3cd.transit, op3cd, 'op3*'.")
    var code: String?

    @Option(help: "Languages, separated by commas (ar, zh, en, fr, ru, es).")
    var lang: String = "en"

    @Option(help: "Only articles that serve this weapon type: nuclear, chemical, biological, or NW, CW, BW.")
    var weapon: String?

    @Option(help: "terminal, html, markdown or akn.")
    var format: ModelFormat = .terminal

    @Option(help: "File to write to, instead of standard output.")
    var output: String?

    @Option(help: "Folder of the model texts.")
    var corpus: String?

    private var languages: [String] { lang.split(separator: ",").map { $0.lowercased() } }

    func validate() throws {
        let known = ObligationMatrix.languages
        guard !languages.isEmpty, languages.allSatisfy(known.contains), Set(languages).count == languages.count else {
            throw ValidationError("--lang takes of \(known.joined(separator: ", ")), each once.")
        }
        if let weapon, Weapon(name: weapon) == nil {
            throw ValidationError("--weapon takes one of nuclear, chemical, biological.")
        }
        if format == .akn, languages.count > 1 {
            throw ValidationError("An Akoma Ntoso document has one language; name one with --lang.")
        }
        if code == nil, format != .terminal {
            throw ValidationError("Name a CODE, as op3cd.transit or '*', of which to write model provisions.")
        }
    }

    func run() throws {
        let matrix = try ObligationMatrix()
        let rows = code.map { matrix.rows(matching: $0) } ?? matrix.rows
        if let code, rows.isEmpty {
            let hint = matrix.suggestion(for: code).map { " Did you mean \($0)?" } ?? ""
            throw Failure.notFound("There is no obligation \"\(code)\".\(hint)")
        }
        let family = try ModelFamily(folder: ModelCorpus.folder(named: corpus), languages: languages)
        let weapon = weapon.flatMap(Weapon.init(name:))
        let codes = Set(rows.map(\.code.rawValue))
        func isWanted(_ tag: ObligationTag) -> Bool {
            codes.contains(tag.code) && Self.reaches(tag, weapon)
        }
        guard code != nil else { return try write(ModelListing(family, rows: rows, weapon: weapon).text) }
        let served = family.articles(serving: isWanted)
        let isServed = Set(served.flatMap { $0.articles.first?.obligations.filter(isWanted).map(\.code) ?? [] })
        for row in rows where !isServed.contains(row.code.rawValue) {
            let reach = weapon.map { " for \($0.name) weapons" } ?? ""
            Console.note("No model provision serves \(row.code) (\(row.title()))\(reach).")
        }
        guard !served.isEmpty else { return }
        let document = ModelDocument(rows: rows, matrix: matrix, family: family, served: served, isWanted: isWanted)
        switch format {
        case .terminal: try write(ModelTerminal(document).text)
        case .html: try write(ModelHTML(document).text)
        case .markdown: try write(ModelMarkdown(document).text)
        case .akn: try write(try ModelAkomaNtoso(document).text())
        }
    }

    /// A tag without weapon types is of a row that is not asked by weapon.
    static func reaches(_ tag: ObligationTag, _ weapon: Weapon?) -> Bool {
        guard let weapon else { return true }
        return tag.weapons.isEmpty || tag.weapons.contains(weapon.rawValue)
    }

    private func write(_ text: String) throws { try OutputFile.write(text, to: output) }
}

/// Forms in which model provisions are given.
enum ModelFormat: String, ExpressibleByArgument, CaseIterable {
    case terminal, html, markdown, akn
}
