import ArgumentParser
import Catalog

/// Under which name the record holds what a command does, common to all that write.
struct AuthorOption: ParsableArguments {
    @Option(
        name: .customLong("as"),
        help: ArgumentHelp(
            "Name under which this is recorded (else $CONCORD_USER, else the login name).", valueName: "name"))
    var given: String?

    var name: String { EventAuthor.name(given) }
}
