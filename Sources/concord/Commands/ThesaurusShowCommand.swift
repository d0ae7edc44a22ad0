import ArgumentParser
import Foundation
import Obligations

/// `concord thesaurus show`: a concept with its names.
struct ThesaurusShowCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "show",
        abstract: "Show a concept: its names in all languages, what is above and below it, the rows it points to.")

    @Argument(help: "Id of a concept, as trans-shipment, or one of its names in any language.")
    var concept: [String]

    @Flag(help: "Print JSON.")
    var json = false

    func run() throws {
        let thesaurus = try Thesaurus(.complete)
        let name = concept.joined(separator: " ")
        guard let concept = thesaurus.concept(named: name) else {
            let near = thesaurus.suggestions(for: name)
            throw Failure.notFound(
                "The thesaurus has no concept \"\(name)\"."
                    + (near.isEmpty ? "" : " Did you mean \(near.joined(separator: ", "))?"))
        }
        let document = ConceptDocument(concept, in: thesaurus)
        if json {
            Console.line(try JSONText.text(document))
            return
        }
        show(concept, document, try ObligationMatrix())
    }

    private func show(_ concept: Concept, _ document: ConceptDocument, _ matrix: ObligationMatrix) {
        Console.line(Console.bold(concept.id) + "  \(Console.isolated(concept.title()))  [\(concept.scheme.rawValue)]")
        if let note = concept.scopeNote { Console.line("  note: \(note)") }
        for language in document.names.keys.sorted() {
            let names = document.names[language] ?? []
            let others = names.dropFirst().map { Console.isolated($0) }.joined(separator: ", ")
            Console.line(
                "  " + language.padding(toLength: 4, withPad: " ", startingAt: 0)
                    + Console.isolated(names.first ?? "") + (others.isEmpty ? "" : "; \(others)"))
        }
        for (name, ids) in [
            ("broader", document.broader), ("narrower", document.narrower), ("related", document.related),
            ("weapons", document.weapons),
        ] where !ids.isEmpty {
            Console.line("  \(name): " + ids.joined(separator: ", "))
        }
        for cell in document.cells {
            let title = matrix.row(ObligationCode(cell.code))?.title() ?? ""
            Console.line("  \(cell.code) " + String(format: "%.2f", cell.strength) + "  \(title)")
        }
    }
}

/// A concept as JSON.
struct ConceptDocument: Encodable {
    struct Cell: Encodable {
        var code: String
        var strength: Double
    }

    var id: String
    var scheme: String
    /// By language, the preferred name first where there is one.
    var names: [String: [String]]
    var note: String?
    var broader: [String]
    var narrower: [String]
    var related: [String]
    var weapons: [String]
    var cells: [Cell]

    init(_ concept: Concept, in thesaurus: Thesaurus) {
        id = concept.id
        scheme = concept.scheme.rawValue
        names = Dictionary(grouping: concept.labels, by: \.language).mapValues { $0.map(\.text) }
        note = concept.scopeNote
        broader = concept.broader
        narrower = thesaurus.narrower(than: concept.id).map(\.id)
        related = concept.related
        weapons = concept.weapons.sorted().map(\.rawValue)
        cells = concept.indications.map { Cell(code: $0.code.rawValue, strength: $0.strength) }
    }
}
