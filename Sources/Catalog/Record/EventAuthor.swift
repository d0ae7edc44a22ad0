import Foundation

/// Under which name what is done is recorded.
public enum EventAuthor {
    /// The name given, else `CONCORD_USER`, else the login name.
    ///
    /// - Parameter name: as a person gave it; white space alone counts as nothing.
    public static func name(_ name: String? = nil) -> String {
        Self.name(name, environment: ProcessInfo.processInfo.environment)
    }

    static func name(_ name: String?, environment: [String: String]) -> String {
        for candidate in [name, environment["CONCORD_USER"], NSUserName(), environment["USER"]] {
            let trimmed = candidate?.trimmingCharacters(in: .whitespacesAndNewlines) ?? ""
            if !trimmed.isEmpty { return trimmed }
        }
        return "unknown"
    }
}
