import Foundation
public import Legislation

/// For whom something is shown or exported.
public enum Audience: Sendable, Hashable, CustomStringConvertible {
    /// The public.
    case everyone
    /// The committee and its experts.
    case committee
    /// A State.
    case state(Jurisdiction)
    /// Who gives assistance, by name.
    case donor(String)

    /// Reads `everyone`, `committee`, `state:KE` or `donor:NAME`.
    ///
    /// - Throws: ``StatesError/unknownAudience(_:)``; `ReviewError.unknownState` for a State that is none.
    public init(_ text: String, register: StateRegister) throws {
        let parts = text.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false).map {
            $0.trimmingCharacters(in: .whitespaces)
        }
        switch (parts[0].lowercased(), parts.count) {
        case ("everyone", 1), ("public", 1): self = .everyone
        case ("committee", 1): self = .committee
        case ("state", 2): self = .state(try register.find(parts[1]).jurisdiction)
        case ("donor", 2) where !parts[1].isEmpty: self = .donor(parts[1])
        default: throw StatesError.unknownAudience(text)
        }
    }

    /// As it is read.
    public var description: String {
        switch self {
        case .everyone: "everyone"
        case .committee: "committee"
        case .state(let state): "state:\(state)"
        case .donor(let name): "donor:\(name)"
        }
    }
}
