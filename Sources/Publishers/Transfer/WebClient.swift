internal import AsyncHTTPClient
internal import Foundation
internal import NIOCore
internal import NIOHTTP1

/// Sends one request and follows no redirect; connects to addresses that were checked, and to no others.
///
/// For every host its addresses are looked up once. AsyncHTTPClient is given the address in place of the name, so that
/// it resolves nothing itself; the field `Host` and the name that TLS proves stay those of the host.
actor WebClient {
    private struct Pin {
        /// A client for each address.
        let clients: [HTTPClient]
        /// Place of the one that is asked.
        var current = 0
    }

    private let limits: TransferLimits
    private let userAgent: String
    private let resolver: HostResolver
    private let policy: AddressPolicy
    private var pins: [String: Pin] = [:]

    init(limits: TransferLimits, userAgent: String, resolver: HostResolver, policy: AddressPolicy) {
        self.limits = limits
        self.userAgent = userAgent
        self.resolver = resolver
        self.policy = policy
    }

    /// Asks for a document; the answer's body is still to come.
    ///
    /// - Throws: `FetchFailure` when the host may not be asked or does not answer.
    func open(
        _ address: WebAddress, headers: [(String, String)]
    ) async throws(FetchFailure) -> HTTPClientResponse {
        var request = HTTPClientRequest(url: address.text)
        request.headers.add(name: "User-Agent", value: userAgent)
        for (name, value) in headers { request.headers.add(name: name, value: value) }
        var last = FetchFailure.connection("no address")
        let count = try await pin(address).clients.count
        for attempt in 1...count {
            let pin = try await pin(address)
            do {
                return try await pin.clients[pin.current].execute(
                    request, timeout: .nanoseconds(Self.nanoseconds(limits.total)))
            } catch {
                last = failure(error)
                // A host may have an address that cannot be reached from here beside one that can.
                guard case .connection = last, attempt < count, !Task.isCancelled else { throw last }
                pins[address.host]?.current = (pin.current + 1) % count
            }
        }
        throw last
    }

    /// Closes all connections.
    func shutdown() async {
        let clients = pins.values.flatMap(\.clients)
        pins = [:]
        for client in clients { try? await client.shutdown() }
    }

    /// What an error of the client means.
    nonisolated func failure(_ error: any Error) -> FetchFailure {
        switch error {
        case let failure as FetchFailure: return failure
        case is CancellationError: return .tooSlow(seconds: limits.total.inSeconds)
        case let error as HTTPClientError:
            switch error {
            case .readTimeout: return .stalled(seconds: limits.stall.inSeconds)
            case .deadlineExceeded, .cancelled: return .tooSlow(seconds: limits.total.inSeconds)
            case .connectTimeout, .tlsHandshakeTimeout, .getConnectionFromPoolTimeout:
                return .connection("no connection within \(limits.connect.inSeconds) s")
            case .remoteConnectionClosed: return .connection("the server closed it")
            default: return .connection(error.shortDescription)
            }
        case let error as HTTPParserError: return .connection("what came is no HTTP: \(error)")
        default: return .connection(String("\(error)".prefix(200)))
        }
    }

    private func pin(_ address: WebAddress) async throws(FetchFailure) -> Pin {
        if let pin = pins[address.host] { return pin }
        let found = try await resolver.addresses(of: address.host)
        if let refused = found.first(where: { !policy.allows($0) }) {
            throw .privateAddress(host: address.host, address: refused.description)
        }
        guard !found.isEmpty else { throw .unknownHost(address.host, reason: "it has no address") }
        // Another task may have been here while the name was looked up.
        if let pin = pins[address.host] { return pin }
        let pin = Pin(clients: found.map { client(address, to: $0) })
        pins[address.host] = pin
        return pin
    }

    private func client(_ address: WebAddress, to host: HostAddress) -> HTTPClient {
        var configuration = HTTPClient.Configuration(
            redirectConfiguration: .disallow,
            timeout: .init(
                connect: .nanoseconds(Self.nanoseconds(limits.connect)),
                read: .nanoseconds(Self.nanoseconds(limits.stall))),
            decompression: .disabled)
        configuration.httpVersion = .http1Only
        configuration.connectionPool.retryConnectionEstablishment = false
        configuration.connectionPool.concurrentHTTP1ConnectionsPerHostSoftLimit = 1
        configuration.dnsOverride[address.host] = host.description
        // The client takes the name from its own reading of the address.
        if let name = URL(string: address.text)?.host { configuration.dnsOverride[name] = host.description }
        return HTTPClient(eventLoopGroupProvider: .singleton, configuration: configuration)
    }

    private static func nanoseconds(_ duration: Duration) -> Int64 {
        Int64(min(duration.inSeconds, 1e8) * 1e9)
    }
}
