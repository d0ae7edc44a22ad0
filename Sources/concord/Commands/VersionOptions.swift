import ArgumentParser
import Catalog

/// Which expressions of the laws a question goes to.
struct VersionOptions: ParsableArguments {
    @Option(help: ArgumentHelp("Only what applied on this day.", valueName: "YYYY-MM-DD"))
    var asOf: String?

    @Flag(help: "With --as-of, leave out laws whose dates do not tell whether they applied.")
    var datedOnly = false

    @Flag(help: "Also older expressions of the laws, not the newest only.")
    var allVersions = false

    @Flag(help: "Also laws that were withdrawn.")
    var includeWithdrawn = false

    func validate() throws {
        if let asOf, LawDay(asOf) == nil {
            throw ValidationError("--as-of takes a day as 2009-02-01, not \"\(asOf)\".")
        }
        if asOf != nil, allVersions { throw ValidationError("--as-of and --all-versions exclude each other.") }
        if asOf == nil, datedOnly { throw ValidationError("--dated-only goes with --as-of DAY.") }
    }

    var scope: VersionScope {
        if let day = asOf.flatMap(LawDay.init) { return .asOf(day, includesUndated: !datedOnly) }
        return allVersions ? .all : .newest
    }
}
