import ArgumentParser

/// Measures how fast an index is made and opened; see README.md.
@main
struct Indexing: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "Indexing", abstract: "Measure how fast an index is made and opened.",
        subcommands: [TokenIndexing.self, TextIndexing.self, Opening.self])
}
