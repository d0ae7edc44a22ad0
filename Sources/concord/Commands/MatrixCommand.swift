import ArgumentParser

/// `concord matrix`: the matrix of a State, and what experts decide about it.
struct MatrixCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "matrix",
        abstract: "Draft a State's matrix from its laws, and record what experts decide.",
        discussion: """
            What is drafted are indicators of fact, not of the degree of compliance. A proposal becomes a decision only \
            when an expert makes it one; decisions are kept in the record with name, time and reason.

            X   references to a legal basis were found
            ?   references were found that may not be relevant, or are incomplete
            NA  does not apply (only by decision)

            concord matrix build CA
            concord matrix accept CA op3cd.transit/CW/framework --why "section 7 covers transit" --as "A. Expert"
            """,
        subcommands: [
            MatrixBuildCommand.self, MatrixAcceptCommand.self, MatrixRejectCommand.self, MatrixEditCommand.self,
            MatrixHistoryCommand.self, MatrixExportCommand.self,
        ])
}
