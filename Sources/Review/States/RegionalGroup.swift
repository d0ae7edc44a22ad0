/// A regional group of the General Assembly.
public enum RegionalGroup: String, Sendable, Hashable, Codable, CaseIterable {
    case african
    case asiaPacific = "asia-pacific"
    case easternEuropean = "eastern-european"
    case latinAmericanCaribbean = "latin-american-caribbean"
    case westernEuropeanOthers = "western-european-others"

    /// Reads the name in any case, or a common abbreviation (`GRULAC`, `WEOG`, `EEG`); nil for anything else.
    public init?(name: String) {
        switch name.lowercased().replacing(" ", with: "-") {
        case "african", "africa", "african-states": self = .african
        case "asia-pacific", "asian", "asia", "asia-pacific-states": self = .asiaPacific
        case "eastern-european", "eeg", "eastern-europe", "eastern-european-states": self = .easternEuropean
        case "latin-american-caribbean", "grulac", "latin-american-and-caribbean",
            "latin-american-and-caribbean-states":
            self = .latinAmericanCaribbean
        case "western-european-others", "weog", "western-european-and-others", "western-european-and-other-states":
            self = .westernEuropeanOthers
        default: return nil
        }
    }

    /// English name, as `Latin American and Caribbean`.
    public var name: String {
        switch self {
        case .african: "African"
        case .asiaPacific: "Asia-Pacific"
        case .easternEuropean: "Eastern European"
        case .latinAmericanCaribbean: "Latin American and Caribbean"
        case .westernEuropeanOthers: "Western European and Others"
        }
    }
}
