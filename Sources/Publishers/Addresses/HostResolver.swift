internal import Dispatch
internal import Foundation

/// Finds the addresses of a host.
///
/// Names are resolved here, once, and the connection is made to an address that was found here: a name that is
/// resolved again when connecting could by then lead elsewhere.
public struct HostResolver: Sendable {
    private let lookUp: @Sendable (String) async throws(FetchFailure) -> [HostAddress]

    /// Asks the system. It also reads notations such as `0x7f.1` and `2130706433`, which are then judged as what they
    /// stand for.
    public init() {
        lookUp = { host async throws(FetchFailure) in
            // getaddrinfo blocks for as long as it pleases: not on a thread that tasks share.
            let result = await withCheckedContinuation { continuation in
                DispatchQueue.global().async { continuation.resume(returning: Self.system(host)) }
            }
            return try result.get()
        }
    }

    /// Answers from a table; names that are not in it have no address.
    public init(table: [String: [HostAddress]]) {
        lookUp = { host async throws(FetchFailure) in
            guard let found = table[host] else { throw .unknownHost(host, reason: "it is in no table") }
            return found
        }
    }

    func addresses(of host: String) async throws(FetchFailure) -> [HostAddress] { try await lookUp(host) }

    private static func system(_ host: String) -> Result<[HostAddress], FetchFailure> {
        var hints = addrinfo()
        hints.ai_socktype = Int32(SOCK_STREAM.rawValue)
        hints.ai_flags = AI_ADDRCONFIG
        var list: UnsafeMutablePointer<addrinfo>?
        var status = getaddrinfo(host, nil, &hints, &list)
        if status != 0, status != EAI_AGAIN {
            // A machine without a network has no configured address but the loopback one, which is then not found.
            hints.ai_flags = 0
            status = getaddrinfo(host, nil, &hints, &list)
        }
        guard status == 0 else {
            return .failure(.unknownHost(host, reason: String(cString: gai_strerror(status))))
        }
        defer { freeaddrinfo(list) }
        var found: [HostAddress] = []
        var next = list
        while let entry = next {
            next = entry.pointee.ai_next
            guard let address = entry.pointee.ai_addr else { continue }
            let bytes: [UInt8]
            if entry.pointee.ai_family == AF_INET {
                bytes = address.withMemoryRebound(to: sockaddr_in.self, capacity: 1) {
                    withUnsafeBytes(of: $0.pointee.sin_addr) { Array($0) }
                }
            } else if entry.pointee.ai_family == AF_INET6 {
                bytes = address.withMemoryRebound(to: sockaddr_in6.self, capacity: 1) {
                    withUnsafeBytes(of: $0.pointee.sin6_addr) { Array($0) }
                }
            } else {
                continue
            }
            let one = HostAddress(bytes: bytes)
            if !found.contains(one) { found.append(one) }
        }
        return found.isEmpty ? .failure(.unknownHost(host, reason: "it has no address")) : .success(found)
    }
}
