import ArgumentParser

/// What both ways of indexing are told.
struct IndexingOptions: ParsableArguments {
    @Option(help: "Corpus that benchmarks/run has made.")
    var corpus: String

    @Option(help: "Folder of the index; what is there is replaced.")
    var index: String

    @Option(help: "Threads that fill builders.")
    var threads = 1

    @Flag(help: "Give documents the cells that questions of kind 'cell' ask for. The peers have none.")
    var cells = false

    func validate() throws {
        if threads < 1 || threads > 64 { throw ValidationError("--threads takes a number from 1 to 64.") }
    }
}
