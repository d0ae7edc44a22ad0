import ArgumentParser
import Ingestion
import Legislation
import Obligations
import Retrieval
import Review

/// `concord peers`: States with which experience can be shared.
struct PeersCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "peers",
        abstract: "Name States with like gaps, tradition, language and region.",
        discussion: "Of the States with laws in the index. The reason is given with each.")

    @OptionGroup var state: StateArgument

    @Option(help: "States at most, 1 to 50.")
    var count: Int = 8

    @OptionGroup var index: IndexOption

    func validate() throws {
        guard (1...50).contains(count) else { throw ValidationError("--count takes a number from 1 to 50.") }
    }

    func run() throws {
        let state = try state.jurisdiction()
        guard index.folder.exists else { throw IngestionError.noCatalog(index.folder.path) }
        let finder = try PeerFinder(folder: index.folder.path)
        let peers = try finder.peers(of: state, count: count)
        Console.line(Console.bold("Peers of \(state.englishName)"))
        if peers.isEmpty { Console.line("The index has laws of no other State.") }
        for (place, peer) in peers.enumerated() {
            Console.line(
                "\(place + 1). " + Console.bold(peer.state.englishName)
                    + Console.dim("  \(CompareMarkdown.percent(peer.score))"))
            Console.line("   " + Self.reasons(peer).joined(separator: "; "))
            let rows = Self.rows(peer.sharedGaps)
            if !rows.isEmpty { Console.line("   both lack: " + Self.list(rows)) }
            let ahead = Self.rows(peer.ahead)
            if !ahead.isEmpty { Console.line("   can tell of: " + Self.list(ahead)) }
        }
    }

    private static func reasons(_ peer: Peer) -> [String] {
        let closeness = peer.closeness
        var reasons: [String] = []
        if closeness.hasSameLeadingTradition, let first = closeness.sharedTraditions.first {
            reasons.append("the same tradition (\(first.name))")
        } else if let first = closeness.sharedTraditions.first {
            reasons.append("shares a tradition (\(first.name))")
        }
        if let language = closeness.textLanguage ?? closeness.sharedLanguage {
            reasons.append("shares the language \(language)")
        }
        if let region = closeness.region.flatMap({ Jurisdiction.regionName($0) }) { reasons.append(region) }
        reasons.append("\(peer.sharedGaps.count) gaps in common")
        return reasons
    }

    private static func rows(_ cells: [Cell]) -> [String] {
        var seen: Set<String> = []
        return cells.map(\.code.rawValue).filter { seen.insert($0).inserted }
    }

    private static func list(_ rows: [String]) -> String {
        rows.prefix(6).joined(separator: ", ") + (rows.count > 6 ? " and \(rows.count - 6) more" : "")
    }
}
