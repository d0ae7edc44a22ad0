import ArgumentParser
import Foundation
import Legislation
import Obligations
import Retrieval
import Review

/// `concord states show`: one State, and what is recorded of it.
struct StatesShowCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "show",
        abstract: "Show a State: names, group, reports, focal points, acts about treaties.",
        discussion: """
            The State is given by code (CA, CAN), by its name in any language, or by a former name or code (Swaziland, BUR).

            concord states show CA
            concord states show "Côte d'Ivoire" --audience committee --as "A. Expert" --json
            """)

    @Argument(help: "The State.")
    var state: String

    @OptionGroup var sharing: AudienceOption
    @OptionGroup var index: IndexOption

    @Flag(help: "Show earlier entries too, with who made them and why.")
    var history = false

    @Flag(help: "Print JSON.")
    var json = false

    func run() throws {
        var reading = try StateFactsReading(audience: sharing.audience, index: index)
        let match = try reading.register.match(state)
        let facts = reading.facts(match.state)
        let profile = try StateTable().profile(of: match.state.jurisdiction)
        // Noted before anything is shown: what cannot be noted is not shown.
        try reading.finish(command: "states show", who: sharing.who, index: index, tells: !json)
        if json {
            Console.line(
                try JSONText.text(
                    StateFactsDocument(
                        StateEntry(match.state, profile: profile), facts, withheld: reading.filter.withheld,
                        history: history)))
            return
        }
        if let former = match.former, let name = former.names.first {
            Console.note("\(name)\(former.until.map { " (until \($0))" } ?? ""): now \(match.state.label)")
        }
        for line in StateListing(match.state, facts, profile, try ObligationMatrix(), history: history).lines {
            Console.line(line)
        }
    }
}
