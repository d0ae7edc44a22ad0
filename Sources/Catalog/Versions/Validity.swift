public import Legislation

/// When an expression of a law applies, as far as its dates and those of the expression after it say.
public struct Validity: Sendable, Hashable {
    /// Which date the beginning is taken from.
    public enum Basis: String, Sendable, Hashable, Codable {
        /// Day of the consolidation or amendment.
        case version
        /// Day of entry into force.
        case inForce = "in-force"
        /// Day of enactment: the source does not say when the law came into force.
        case enacted
    }

    /// From when; nil when no date is known.
    public var start: DateSpan?
    /// What ``start`` is taken from.
    public var basis: Basis?
    /// From when the next expression applies in its place; nil when there is none.
    public var end: DateSpan?
    /// The law is repealed, on a day that is not known, and no expression follows.
    public var isRepealed = false
    /// The source says that it does not apply yet, and not from when.
    public var isPending = false

    /// The beginning from a law's own dates: the version's day, but not before the day of entry into force; else the
    /// latter; else the day of enactment.
    public init(version: String?, inForce: String?, enacted: String?, status: LawStatus) {
        let version = version.flatMap(DateSpan.init)
        let inForce = inForce.flatMap(DateSpan.init)
        if let version, inForce.map({ $0.first <= version.first }) ?? true {
            (start, basis) = (version, .version)
        } else if let inForce {
            (start, basis) = (inForce, .inForce)
        } else if let enacted = enacted.flatMap(DateSpan.init) {
            (start, basis) = (enacted, .enacted)
        }
        isPending = status == .notYetInForce && inForce == nil
        isRepealed = status == .repealed
    }

    /// The beginning from a law's own dates.
    public init(_ law: Law) {
        self.init(version: law.version, inForce: law.inForce, enacted: law.enacted, status: law.status)
    }

    /// Whether the expression applied on a day.
    public func standing(on day: LawDay) -> Standing {
        guard let start else { return .unknown }
        if day < start.first { return .notYet }
        if let end, day >= end.last { return .noLonger }
        // The day lies within a year or month that is all that is known, or the law has ended, nobody says when.
        if day < start.last || end.map({ day >= $0.first }) ?? isRepealed || isPending { return .unknown }
        return .applied
    }
}

/// Whether an expression applied on a day.
public enum Standing: String, Sendable, Hashable, Codable {
    /// It did.
    case applied
    /// Its dates, or their being too coarse, do not tell.
    case unknown
    /// It began later.
    case notYet = "not-yet"
    /// Another had taken its place.
    case noLonger = "no-longer"
}
