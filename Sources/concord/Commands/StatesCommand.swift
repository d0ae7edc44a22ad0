import ArgumentParser
import Foundation
import Review

/// `concord states`: the States that are reviewed, and what is recorded of them.
struct StatesCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "states",
        abstract: "List States, show what is recorded of one, and enter facts.",
        discussion: """
            The register holds the Member States of the United Nations and its observer States. Whether a State reported, \
            its focal points and its acts about treaties are never guessed: they are imported or entered, with the name of \
            who did so.
            """,
        subcommands: [
            StatesListCommand.self, StatesShowCommand.self, StatesSetCommand.self, StatesImportCommand.self,
        ])
}
