/// A family of legal systems. A State whose system is mixed has several.
public enum LegalTradition: String, Sendable, Hashable, Codable, CaseIterable {
    /// Codified law in the Roman-Germanic line.
    case civil
    /// Law made by precedent and statute in the English line.
    case common
    /// Unwritten law of communities that courts apply beside statutes.
    case customary
    /// Law drawn from Islamic sources.
    case islamic
    /// Other religious law: canon law, rabbinical law.
    case religious

    /// English name, as `common law`.
    public var name: String {
        switch self {
        case .civil: "civil law"
        case .common: "common law"
        case .customary: "customary law"
        case .islamic: "Islamic law"
        case .religious: "religious law"
        }
    }
}
