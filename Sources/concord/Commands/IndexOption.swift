import ArgumentParser
import Foundation
import Ingestion

/// The folder of the index, common to all commands.
struct IndexOption: ParsableArguments {
    @Option(
        name: .customLong("index"),
        help: ArgumentHelp("Folder of the index (else $CONCORD_INDEX, else .concord).", valueName: "dir"))
    var directory: String?

    var folder: IndexFolder {
        IndexFolder(directory ?? ProcessInfo.processInfo.environment["CONCORD_INDEX"] ?? ".concord")
    }
}
