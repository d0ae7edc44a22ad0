internal import Foundation

/// How often and when a request that failed is made again.
public struct RetryPolicy: Sendable, Hashable {
    /// Attempts in all.
    public var attempts: Int
    /// Wait after the first attempt; it doubles with each.
    public var base: Duration
    /// Longest wait that grows so.
    public var cap: Duration
    /// Longest wait that a publisher may ask for within a run.
    public var longestAsked: Duration

    /// A policy; 4 attempts, waits from 1 s to 60 s, and up to 10 minutes on request unless said otherwise.
    public init(
        attempts: Int = 4, base: Duration = .seconds(1), cap: Duration = .seconds(60),
        longestAsked: Duration = .seconds(600)
    ) {
        self.attempts = attempts
        self.base = base
        self.cap = cap
        self.longestAsked = longestAsked
    }

    /// Wait before the next attempt: twice as long each time, of which a random half, so that clients that failed
    /// together do not come back together. What the publisher asks for is the least.
    ///
    /// - Parameters:
    ///   - attempt: attempts that were made, from 1.
    ///   - asked: what the publisher asks for.
    ///   - random: a number from 0 to 1.
    func wait(after attempt: Int, asked: Duration?, random: Double) -> Duration {
        let grown = min(base * (1 << min(attempt - 1, 30)), cap)
        let jittered = grown * (0.5 + 0.5 * random)
        guard let asked else { return jittered }
        return max(asked, .zero) + min(grown, .seconds(1)) * random
    }

    /// What a field `Retry-After` asks for: seconds, or a date (RFC 9110, 10.2.3); nil when it says neither.
    static func asked(_ field: String, now: Date) -> Duration? {
        let text = field.trimmingCharacters(in: .whitespaces)
        if !text.isEmpty, text.utf8.allSatisfy({ (0x30...0x39).contains($0) }) {
            return .seconds(min(Double(text) ?? 0, 1e9))
        }
        guard let date = HTTPDate.date(text) else { return nil }
        return .seconds(max(0, date.timeIntervalSince(now).rounded(.up)))
    }
}

/// Dates of HTTP (RFC 9110, 5.6.7), in the form of today and the two older ones.
enum HTTPDate {
    private static let forms = [
        "EEE, dd MMM yyyy HH:mm:ss 'GMT'", "EEEE, dd-MMM-yy HH:mm:ss 'GMT'", "EEE MMM d HH:mm:ss yyyy",
    ]

    static func date(_ text: String) -> Date? {
        let formatter = DateFormatter()
        formatter.locale = Locale(identifier: "en_US_POSIX")
        formatter.timeZone = TimeZone(identifier: "GMT")
        for form in forms {
            formatter.dateFormat = form
            if let date = formatter.date(from: text) { return date }
        }
        return nil
    }
}
