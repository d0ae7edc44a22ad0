import ArgumentParser
import Foundation
import Review

/// Which States a command is about.
struct StateChoice: ParsableArguments {
    @Option(help: "Only States of a region: UN M49 code, grouping or English name, as 150, EU, \"Eastern Africa\".")
    var region: String?

    @Option(
        help: """
            Only States of a regional group: african, asia-pacific, eastern-european, latin-american-caribbean (GRULAC), \
            western-european-others (WEOG).
            """)
    var group: String?

    @Flag(help: "Only the fictional States of a sample.")
    var fictional = false

    func validate() throws {
        if fictional, region != nil || group != nil {
            throw ValidationError("Fictional States lie in no region and group: leave --region and --group out.")
        }
    }

    /// In the order of their names.
    ///
    /// - Throws: `StatesError` for a region or group that there is none.
    func states(of register: StateRegister) throws -> [RegisteredState] {
        try register.states(region: region, group: group).filter { ($0.membership == .fictional) == fictional }
            .map { (key: $0.name.folding(options: [.caseInsensitive, .diacriticInsensitive], locale: nil), state: $0) }
            .sorted { ($0.key, $0.state.code) < ($1.key, $1.state.code) }.map(\.state)
    }

    /// In words; empty for all.
    var words: String {
        let name = region.map { region in StateEntry.regionName(region) ?? region }
        let group = group.flatMap { RegionalGroup(name: $0)?.name }.map { "\($0) States" }
        return ([name, group] + [fictional ? "fictional sample" : nil]).compactMap(\.self).joined(separator: ", ")
    }
}
