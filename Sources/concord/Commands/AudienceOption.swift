import ArgumentParser

/// For whom an export is made, common to all commands that show records.
struct AudienceOption: ParsableArguments {
    @Option(
        help: """
            For whom: everyone, committee, state:KE or donor:NAME. What they may not see is left out, and counted; reading \
            what is not public is noted in the record.
            """)
    var audience: String = "everyone"

    @Option(
        name: .customLong("as"),
        help: ArgumentHelp("Your name, for the record (else $CONCORD_USER).", valueName: "name"))
    var who: String?
}
