internal import Foundation

/// An address that may be asked for a document: `http` or `https`, with a host, without user name and fragment.
public struct WebAddress: Sendable, Hashable, CustomStringConvertible {
    /// What may carry a document.
    public enum Scheme: String, Sendable, Hashable {
        case http, https

        var port: Int { self == .https ? 443 : 80 }
    }

    /// The address, percent-encoded where need be.
    public let text: String
    /// How it is reached.
    public let scheme: Scheme
    /// Host in lower case; an IPv6 address without its brackets.
    public let host: String
    /// Port, the scheme's own where the address names none.
    public let port: Int

    /// Longer addresses are refused.
    static let lengthLimit = 4096

    /// Reads an address.
    ///
    /// - Throws: ``WebAddressError`` for another scheme, no host, a user name, or what is no address at all.
    public init(_ text: String) throws(WebAddressError) {
        try self.init(URL(string: text), text: text)
    }

    /// Reads a reference (of a link or a redirect) that is relative to this address.
    ///
    /// - Throws: ``WebAddressError``
    public func resolving(_ reference: String) throws(WebAddressError) -> WebAddress {
        try WebAddress(URL(string: reference, relativeTo: URL(string: text))?.absoluteURL, text: reference)
    }

    private init(_ url: URL?, text: String) throws(WebAddressError) {
        guard text.utf8.count <= Self.lengthLimit else { throw WebAddressError(text: text, fault: .tooLong) }
        guard !text.unicodeScalars.contains(where: { $0.value <= 0x20 || $0.value == 0x7F }),
            let url, var parts = URLComponents(url: url, resolvingAgainstBaseURL: true)
        else { throw WebAddressError(text: text, fault: .malformed) }
        guard let name = parts.scheme?.lowercased() else { throw WebAddressError(text: text, fault: .noScheme) }
        guard let scheme = Scheme(rawValue: name) else { throw WebAddressError(text: text, fault: .scheme(name)) }
        guard parts.user == nil, parts.password == nil else { throw WebAddressError(text: text, fault: .userName) }
        parts.fragment = nil
        parts.scheme = name
        parts.percentEncodedHost = parts.percentEncodedHost?.lowercased()
        if parts.path.isEmpty { parts.percentEncodedPath = "/" }
        guard let encoded = parts.string, let final = URL(string: encoded),
            let host = final.host(percentEncoded: false)?.lowercased(), !host.isEmpty,
            (parts.port.map { (1...65535).contains($0) } ?? true)
        else { throw WebAddressError(text: text, fault: .noHost) }
        self.text = encoded
        self.scheme = scheme
        self.host = host.trimmingCharacters(in: CharacterSet(charactersIn: "[]"))
        port = parts.port ?? scheme.port
    }

    /// The address as it is sent.
    public var description: String { text }

    /// Scheme, host and port: what one `robots.txt` speaks of.
    var origin: String { "\(scheme.rawValue)://\(host.contains(":") ? "[\(host)]" : host):\(port)" }

    /// Path and query, percent-encoded, as `robots.txt` matches them.
    var pathAndQuery: String {
        let parts = URLComponents(string: text)
        return (parts?.percentEncodedPath ?? "/") + (parts?.percentEncodedQuery.map { "?" + $0 } ?? "")
    }
}

/// Why a text is no address of a document.
public struct WebAddressError: Error, Hashable, Sendable, CustomStringConvertible {
    enum Fault: Hashable {
        case malformed, noScheme, noHost, userName, tooLong
        case scheme(String)
    }

    let text: String
    let fault: Fault

    /// The address, what is wrong, and how to mend it.
    public var description: String {
        let shown = "“\(text.prefix(80))”"
        return switch fault {
        case .malformed: "\(shown) is no web address; write it as https://host/path, spaces as %20"
        case .noScheme: "\(shown) does not begin with https://; write the whole address"
        case .noHost: "\(shown) names no host and port that can be reached; write it as https://host/path"
        case .userName: "\(shown) carries a user name; Concord fetches only what is open to all, so leave it out"
        case .tooLong: "\(shown) is over \(WebAddress.lengthLimit) bytes; shorten it"
        case .scheme(let name): "\(shown) is of the scheme \(name.prefix(20)); only http and https are fetched"
        }
    }
}
