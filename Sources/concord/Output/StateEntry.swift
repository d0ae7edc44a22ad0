import Foundation
import Legislation
import Retrieval
import Review

/// A State of the register as JSON.
struct StateEntry: Encodable {
    struct Former: Encodable {
        var names: [String]
        var alpha2: String?
        var alpha3: String?
        var until: Int?
        var heirs: [String]
    }

    var code: String
    var alpha3: String?
    var name: String
    var names: [String: String]
    var membership: String
    var regionalGroup: String?
    var regions: [String]
    var formerNames: [Former]
    var traditions: [String]?
    var languages: [String]?

    init(_ state: RegisteredState, profile: StateProfile? = nil) {
        code = state.code
        alpha3 = state.alpha3
        name = state.name
        names = Dictionary(
            uniqueKeysWithValues: ["ar", "zh", "en", "fr", "ru", "es"].map { ($0, state.name(in: $0)) })
        membership = state.membership.rawValue
        regionalGroup = state.group?.rawValue
        regions = state.membership == .fictional ? [] : state.jurisdiction.regions
        formerNames = state.formerNames.map { former in
            Former(
                names: former.names, alpha2: former.alpha2, alpha3: former.alpha3, until: former.until,
                heirs: former.heirs.map(\.code))
        }
        traditions = profile?.traditions.map(\.rawValue)
        languages = profile?.languages
    }

    /// Group and nearest region in words.
    static func place(_ state: RegisteredState) -> String {
        switch state.membership {
        case .fictional: return "fictional"
        case .observer: return "observer State"
        case .member: break
        }
        let region = state.jurisdiction.regions.first.flatMap { regionName($0) }
        return [state.group.map { "\($0.name) States" } ?? "of no regional group", region].compactMap(\.self)
            .joined(separator: "; ")
    }

    static func regionName(_ region: String) -> String? { Jurisdiction.regionName(region) }
}
