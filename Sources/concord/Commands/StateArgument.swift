import ArgumentParser
import Legislation
import Review

/// The State that a command is about, common to all that review one.
struct StateArgument: ParsableArguments {
    @Argument(help: "The State: ISO 3166-1 code or English name, as CA or Canada.")
    var state: String

    /// - Throws: `ReviewError.unknownState`.
    func jurisdiction() throws -> Jurisdiction {
        if let state = Jurisdiction(nameOrCode: state), state != .unknown, state != .unitedNations { return state }
        var near: String?
        do {
            _ = try Jurisdiction(code: state)
        } catch {
            near = error.suggestion.map { "\($0.code) (\($0.englishName))" }
        }
        throw ReviewError.unknownState(state, suggestion: near)
    }
}
