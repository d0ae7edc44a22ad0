import ArgumentParser
import Foundation
import Review

/// `concord states list`: the States of the register.
struct StatesListCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list",
        abstract: "List the States, or those of a region or regional group.",
        discussion: """
            concord states list --region "Eastern Africa"
            concord states list --group GRULAC --json
            """)

    @OptionGroup var choice: StateChoice
    @OptionGroup var index: IndexOption

    @Flag(help: "Print JSON.")
    var json = false

    func run() throws {
        let reading = try StateFactsReading(audience: "everyone", index: index)
        let states = try choice.states(of: reading.register)
        if json {
            Console.line(try JSONText.text(states.map { StateEntry($0) }))
            return
        }
        for state in states {
            let code = "\(state.code)  \(state.alpha3 ?? "   ")"
            Console.line("\(code)  \(StatusTerminal.padded(state.name, 54))\(StateEntry.place(state))")
        }
    }
}
