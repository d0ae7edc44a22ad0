import ArgumentParser

/// `concord thesaurus`: the names of the domain in many languages.
struct ThesaurusCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "thesaurus",
        abstract: "Show a concept of the thesaurus, or check its names against laws.",
        subcommands: [ThesaurusCheckCommand.self, ThesaurusExportCommand.self, ThesaurusShowCommand.self])
}
