/// Whether and when a State reported to the committee.
public enum ReportingStatus: Sendable, Hashable {
    /// It reported; the days of its first report and of further ones.
    case reported(first: Day, additional: [Day])
    /// It is known that it did not report yet.
    case none
    /// Nothing is recorded.
    case unknown

    /// `reported`, `additional` (it reported more than once), `none` or `unknown`.
    public var name: String {
        switch self {
        case .reported(_, let additional): additional.isEmpty ? "reported" : "additional"
        case .none: "none"
        case .unknown: "unknown"
        }
    }

    /// Day of the first report.
    public var first: Day? {
        if case .reported(let first, _) = self { first } else { nil }
    }

    /// Days of further reports.
    public var additional: [Day] {
        if case .reported(_, let additional) = self { additional } else { [] }
    }
}
