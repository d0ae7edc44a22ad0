import Foundation

/// English names of States and regions, folded for lookup; built once from CLDR.
struct JurisdictionNames: Sendable {
    static let shared = JurisdictionNames()

    /// Alpha-2 codes, sorted.
    let territories: [String]
    private let territoryByName: [String: String]
    private let areaByName: [String: String]

    private init() {
        territories = CLDR.territories().filter { $0.utf8.count == 2 && $0 != "ZZ" }.sorted()
        var byName = Self.otherNames
        for code in territories {
            guard let name = CLDR.name(of: code, in: "en") else { continue }
            byName[Self.fold(name)] = code
        }
        byName[Self.fold("European Union")] = "EU"
        byName[Self.fold("United Nations")] = "UN"
        territoryByName = byName
        var areas: [String: String] = [:]
        for code in CLDR.areas() {
            areas[Self.fold(code)] = code
            if let name = CLDR.name(of: code, in: "en") { areas[Self.fold(name)] = code }
        }
        areaByName = areas
    }

    func territory(named name: String) -> String? { territoryByName[Self.fold(name)] }
    func area(named name: String) -> String? { areaByName[Self.fold(name)] }

    static func fold(_ name: String) -> String {
        let folded = name.folding(options: [.caseInsensitive, .diacriticInsensitive], locale: nil)
        return String(folded.lowercased().filter { $0.isLetter || $0.isNumber })
    }

    /// Names in common or official use that CLDR's English does not have, already folded.
    private static let otherNames = [
        "bolivarianrepublicofvenezuela": "VE", "burma": "MM", "capeverde": "CV", "congodrc": "CD",
        "czechrepublic": "CZ", "democraticpeoplesrepublicofkorea": "KP", "democraticrepublicofthecongo": "CD",
        "easttimor": "TL", "greatbritain": "GB", "holysee": "VA", "hongkong": "HK", "iranislamicrepublicof": "IR",
        "islamicrepublicofiran": "IR", "ivorycoast": "CI", "laopeoplesdemocraticrepublic": "LA", "macau": "MO",
        "macedonia": "MK", "micronesiafederatedstatesof": "FM", "moldovarepublicof": "MD", "myanmar": "MM",
        "palestine": "PS", "plurinationalstateofbolivia": "BO", "republicofkorea": "KR", "republicofmoldova": "MD",
        "republicofthecongo": "CG", "russianfederation": "RU", "stateofpalestine": "PS", "swaziland": "SZ",
        "syrianarabrepublic": "SY", "turkey": "TR", "unitedkingdomofgreatbritainandnorthernireland": "GB",
        "unitedrepublicoftanzania": "TZ", "unitedstatesofamerica": "US", "vietnam": "VN",
    ]
}
