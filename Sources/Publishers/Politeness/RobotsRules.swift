/// What a host's `robots.txt` allows Concord (RFC 9309).
public struct RobotsRules: Sendable, Hashable {
    /// Name that is looked for in lines `User-agent`.
    public static let productToken = "concord"

    /// Bytes that are read of a file; the rest is as if it were not there.
    static let sizeLimit = 512 << 10
    /// Longer waits are cut to this.
    private static let longestDelay = 600.0

    private struct Rule: Hashable {
        var allows: Bool
        var pattern: RobotsPattern
    }

    private var rules: [Rule] = []
    /// Time that is asked for between two requests; nil when the file asks for none.
    public private(set) var crawlDelay: Duration?

    /// Everything is allowed.
    public static let allowAll = RobotsRules()

    private init() {}

    /// Reads the rules for one product. Groups that name it hold together; where none does, those for `*` do.
    ///
    /// What is not understood is passed over, as the standard wants it.
    public init(_ bytes: some Collection<UInt8>, product: String = Self.productToken) {
        var named = RobotsRules()
        var general = RobotsRules()
        var isNamed = false
        var inNamed = false
        var inGeneral = false
        var followsAgent = false
        let text = String(decoding: bytes.prefix(Self.sizeLimit), as: UTF8.self)
        for line in text.split(whereSeparator: \.isNewline) {
            let said = line.prefix { $0 != "#" }
            guard let colon = said.firstIndex(of: ":") else { continue }
            let key = Self.trimmed(said[..<colon]).lowercased()
            let value = Self.trimmed(said[said.index(after: colon)...])
            switch key {
            case "user-agent":
                if !followsAgent { (inNamed, inGeneral) = (false, false) }
                followsAgent = true
                let token = value.prefix { $0.isASCII && ($0.isLetter || $0 == "-" || $0 == "_") }.lowercased()
                if value == "*" {
                    inGeneral = true
                } else if token == product.lowercased() {
                    (inNamed, isNamed) = (true, true)
                }
            case "allow", "disallow":
                followsAgent = false
                // An empty value matches nothing.
                guard let pattern = RobotsPattern(value) else { continue }
                let rule = Rule(allows: key == "allow", pattern: pattern)
                if inNamed { named.rules.append(rule) }
                if inGeneral { general.rules.append(rule) }
            case "crawl-delay":
                followsAgent = false
                guard let seconds = Double(value), seconds >= 0, seconds.isFinite else { continue }
                let delay = Duration.seconds(min(seconds, Self.longestDelay))
                if inNamed { named.crawlDelay = max(named.crawlDelay ?? .zero, delay) }
                if inGeneral { general.crawlDelay = max(general.crawlDelay ?? .zero, delay) }
            default: continue
            }
        }
        self = isNamed ? named : general
    }

    /// Whether a path (with its query) may be asked for. The longest pattern that matches decides; of two as long, the
    /// one that allows.
    public func allows(_ path: String) -> Bool {
        let path = RobotsPattern.normalized(path)
        if path == Array("/robots.txt".utf8) { return true }
        var best: (length: Int, allows: Bool) = (-1, true)
        for rule in rules where rule.pattern.length >= best.length && rule.pattern.matches(path) {
            let isLonger = rule.pattern.length > best.length
            best = (rule.pattern.length, isLonger ? rule.allows : best.allows || rule.allows)
        }
        return best.allows
    }

    private static func trimmed(_ text: Substring) -> Substring {
        let start = text.drop { $0.isWhitespace }
        guard let last = start.lastIndex(where: { !$0.isWhitespace }) else { return "" }
        return start[...last]
    }
}
