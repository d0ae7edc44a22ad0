public import Foundation

/// How often a source is asked.
public enum Schedule: String, Sendable, Hashable, Codable, CaseIterable {
    case daily, weekly, monthly, quarterly, yearly
    /// Only when its State is named.
    case manual

    /// Whether a source that was last asked then is to be asked again.
    ///
    /// A twentieth of the time is given, so that a job that runs every day at the same hour finds what is daily due.
    public func isDue(last: Date?, now: Date) -> Bool {
        let days: Double
        switch self {
        case .manual: return false
        case .daily: days = 1
        case .weekly: days = 7
        case .monthly: days = 30
        case .quarterly: days = 91
        case .yearly: days = 365
        }
        guard let last else { return true }
        return now.timeIntervalSince(last) >= days * 86_400 * 0.95
    }
}
