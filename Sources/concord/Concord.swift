import ArgumentParser
import Foundation

/// The command line: takes arguments, calls the modules, prints. No logic of its own.
@main
struct Concord: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "concord",
        abstract: "Search engine and database for national legislation.",
        discussion: """
            Indexes laws in many languages by provision, and names for each provision the obligations of UN Security \
            Council resolution 1540 (2004) that it serves.

            Exit codes: 0 done; 64 the command or the question is not well-formed; 65 a file could not be read as law, \
            or catalog and index do not agree; 66 a file, folder, provision or index is not there; 69 a document could \
            not be fetched; 74 reading or writing failed, or the disk is full; 75 another process is writing to the \
            index; 70 any other failure.
            """,
        version: "0.1.0",
        subcommands: [
            IndexCommand.self, FetchCommand.self, SearchCommand.self, SuggestCommand.self, CompleteCommand.self,
            ShowCommand.self, VersionsCommand.self, DiffCommand.self, CompareCommand.self, SimilarCommand.self,
            ObligationsCommand.self, ModelCommand.self, MatrixCommand.self, GapsCommand.self, PeersCommand.self,
            DossierCommand.self, RoadmapCommand.self, StatesCommand.self, StatusCommand.self,
            ThesaurusCommand.self, ClassifyCommand.self, ExplainCommand.self, TrainCommand.self, AnalyzeCommand.self,
            InfoCommand.self, HistoryCommand.self, WithdrawCommand.self, VerifyCommand.self, ReindexCommand.self,
            ExportCommand.self, ImportCommand.self, BackupCommand.self,
        ])

    static func main() async {
        // Writing to a pipe that nobody reads is answered where it happens.
        signal(SIGPIPE, SIG_IGN)
        do {
            var command = try parseAsRoot()
            if var command = command as? any AsyncParsableCommand {
                try await command.run()
            } else {
                try command.run()
            }
        } catch {
            if let status = Failure.status(of: error) {
                Console.error(Failure.text(of: error))
                Foundation.exit(status)
            }
            exit(withError: error)
        }
    }
}
