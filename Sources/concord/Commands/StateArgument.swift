import ArgumentParser
import Legislation
import Review

/// The State that a command is about, common to all that review one.
struct StateArgument: ParsableArguments {
    @Argument(help: "The State: ISO 3166-1 code, or its name in any language, as CA or Canada; former names as well.")
    var state: String

    /// - Throws: `ReviewError.unknownState`.
    func jurisdiction() throws -> Jurisdiction { try StateRegister().find(state).jurisdiction }
}
