/// A restriction by a fact about the law or the provision. Values of one filter are alternatives.
public enum QueryFilter: Sendable, Hashable {
    /// The facts that can be asked for; the raw value is the name in a query.
    public enum Kind: String, Sendable, Hashable, Codable, CaseIterable {
        /// `country:` State that made the law; `region:` region of that State.
        case country, region
        /// Language of the text.
        case language = "lang"
        /// Facts of the committee's matrix, of the law, and its year.
        case obligation, weapon, aspect, status, year
    }

    /// Weapon types of resolution 1540; the raw value is the matrix's abbreviation.
    public enum Weapon: String, Sendable, Hashable, Codable, CaseIterable {
        /// Nuclear weapons.
        case nuclear = "NW"
        /// Chemical weapons.
        case chemical = "CW"
        /// Biological weapons.
        case biological = "BW"
    }

    /// The two columns of the committee's matrix.
    public enum Aspect: String, Sendable, Hashable, Codable, CaseIterable {
        /// Legal framework; enforcement by penalties and others.
        case framework, enforcement
    }

    /// Whether the law applies; raw values are those of the law's own status.
    public enum Status: String, Sendable, Hashable, Codable, CaseIterable {
        /// Applies.
        case inForce = "in-force"
        /// Enacted, applies later.
        case notYetInForce = "not-yet-in-force"
        /// Applies no more.
        case repealed
        /// The source does not say.
        case unknown
    }

    /// One obligation, or all whose code begins alike.
    public enum Obligation: Sendable, Hashable {
        /// A whole code, `op3cd.transit`.
        case code(String)
        /// All codes that begin so, `op3cd.` for the group `op3cd`; at least two letters.
        case startingWith(String)

        /// Whether `code` is meant.
        public func matches(_ code: String) -> Bool {
            switch self {
            case .code(let wanted): code == wanted
            case .startingWith(let start): code.hasPrefix(start)
            }
        }
    }

    /// Years from and to, both included; an open end is nil, and not both are. 1 to 9999, in order.
    public struct Years: Sendable, Hashable {
        /// First year.
        public var from: Int?
        /// Last year.
        public var to: Int?

        /// Years `from` to `to`.
        public init(from: Int?, to: Int?) {
            self.from = from
            self.to = to
        }

        /// Whether `year` lies between.
        public func contains(_ year: Int) -> Bool {
            (from ?? Int.min) <= year && year <= (to ?? Int.max)
        }
    }

    /// States: codes of two or three letters in capitals, else names as written, to be resolved.
    case country([String])
    /// UN M49 codes or names, in lower case, to be resolved.
    case region([String])
    /// BCP 47 tags in canonical case (`zh-Hant`), else names as written, to be resolved.
    case language([String])
    /// Obligations that a provision serves.
    case obligation([Obligation])
    /// Weapon types that a provision reaches.
    case weapon([Weapon])
    /// Columns of the matrix that a provision belongs to.
    case aspect([Aspect])
    /// Whether the law applies.
    case status([Status])
    /// Year of the law.
    case year([Years])

    /// Which fact is asked for.
    public var kind: Kind {
        switch self {
        case .country: .country
        case .region: .region
        case .language: .language
        case .obligation: .obligation
        case .weapon: .weapon
        case .aspect: .aspect
        case .status: .status
        case .year: .year
        }
    }

    /// The values in canonical writing, without quotation marks.
    public var values: [String] {
        switch self {
        case .country(let values), .region(let values), .language(let values): values
        case .weapon(let values): values.map(\.rawValue)
        case .aspect(let values): values.map(\.rawValue)
        case .status(let values): values.map(\.rawValue)
        case .obligation(let values):
            values.map {
                switch $0 {
                case .code(let code): code
                case .startingWith(let start): start + "*"
                }
            }
        case .year(let values):
            values.map { years in
                if let from = years.from, from == years.to { return String(from) }
                return (years.from.map(String.init) ?? "") + ".." + (years.to.map(String.init) ?? "")
            }
        }
    }
}
