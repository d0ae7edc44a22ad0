import Foundation
import Legislation
import Obligations
import Retrieval
import Review

/// A State and what is recorded of it, for reading on a terminal.
struct StateListing {
    private let state: RegisteredState
    private let facts: StateFacts
    private let profile: StateProfile?
    private let matrix: ObligationMatrix
    private let showsHistory: Bool

    init(
        _ state: RegisteredState, _ facts: StateFacts, _ profile: StateProfile?, _ matrix: ObligationMatrix,
        history: Bool
    ) {
        self.state = state
        self.facts = facts
        self.profile = profile
        self.matrix = matrix
        showsHistory = history
    }

    var lines: [String] {
        var lines = [Console.bold(state.name) + "  \(state.code)" + (state.alpha3.map { "  \($0)" } ?? "")]
        lines.append("  " + StateEntry.place(state))
        if state.membership != .fictional {
            let names = ["ar", "zh", "fr", "ru", "es"].map { "\($0) \(Console.isolated(state.name(in: $0)))" }
            lines.append("  names:     " + names.joined(separator: "; "))
        }
        for former in state.formerNames {
            let codes = [former.alpha2, former.alpha3].compactMap(\.self).joined(separator: ", ")
            let facts = [former.until.map { "until \($0)" }, codes.isEmpty ? nil : codes].compactMap(\.self)
            lines.append(
                "  formerly:  " + former.names.joined(separator: ", ")
                    + (facts.isEmpty ? "" : " (\(facts.joined(separator: "; ")))"))
        }
        if let profile {
            let languages = profile.languages.compactMap { try? LanguageTag($0) }.map(\.englishName)
            lines.append("  law:       \(profile.traditionName); in \(languages.joined(separator: ", "))")
        }
        return lines + reports + contacts + treaties + (showsHistory ? history : [])
    }

    private var reports: [String] {
        switch facts.reporting {
        case .unknown: return ["  reports:   not recorded"]
        case .none: return ["  reports:   none"]
        case .reported(let first, let additional):
            let later = additional.map(\.description).joined(separator: ", ")
            return ["  reports:   first \(first)" + (later.isEmpty ? "" : "; additional \(later)")]
        }
    }

    private var contacts: [String] {
        facts.focalPoints.map { point in
            let parts = [point.name, point.office, point.contact].compactMap(\.self).map(Console.isolated)
            return "  contact:   \(parts.joined(separator: ", "))  [\(point.visibility.rawValue)]"
        }
    }

    private var treaties: [String] {
        Treaty.all.compactMap { treaty in
            let acts = facts.acts(about: treaty.code)
            let known = Treaty.Action.allCases.compactMap { action in
                acts[action].map { "\(action.rawValue) \($0?.description ?? "none")" }
            }
            guard !known.isEmpty else { return nil }
            return "  treaty:    \(matrix.row(treaty.code)?.title() ?? treaty.code.rawValue): "
                + known.joined(separator: ", ")
        }
    }

    private var history: [String] {
        facts.history.values.joined().sorted { ($0.sequence, $0.fact.field) < ($1.sequence, $1.fact.field) }.map {
            entry in
            let origin = [entry.why, entry.source].compactMap(\.self).joined(separator: "; ")
            return
                "  \(Console.dim(String(entry.time.prefix(16)))) \(entry.fact.field) = \(Console.isolated(entry.fact.value))"
                + " by \(entry.who)" + (origin.isEmpty ? "" : " (\(origin))")
        }
    }
}
