internal import AsyncHTTPClient
internal import Foundation
internal import NIOCore
internal import NIOHTTP1

/// The web as Concord goes about in it: every request, of the list or of a redirect, is asked of `robots.txt`, waits
/// its turn, and is made to a checked address.
struct Web: Sendable {
    let client: WebClient
    let pace: Pace
    let robots = RobotsCache()
    let limits: TransferLimits
    let retry: RetryPolicy
    let sleep: @Sendable (Duration) async throws -> Void

    /// Bytes of a page that is read into memory: lists of documents.
    static let pageLimit = 64 << 20

    /// Opens a document, through redirects.
    func open(
        _ address: WebAddress, headers: [(String, String)], delay: Duration
    ) async throws(FetchFailure) -> (response: HTTPClientResponse, address: WebAddress) {
        try await follow(address, headers: headers) { address async throws(FetchFailure) in
            try await allow(address, delay: delay)
        }
    }

    /// Takes a turn at a host, if its `robots.txt` allows the address.
    private func allow(_ address: WebAddress, delay: Duration) async throws(FetchFailure) {
        let rules = try await robots.rules(for: address) { await robotsRules(of: address) }
        guard rules.allows(address.pathAndQuery) else {
            throw .robots(origin: address.origin, reason: "forbids it")
        }
        try await pace.turn(at: address.host, delay: max(delay, rules.crawlDelay ?? .zero))
    }

    private func follow(
        _ address: WebAddress, headers: [(String, String)],
        before: (WebAddress) async throws(FetchFailure) -> Void
    ) async throws(FetchFailure) -> (response: HTTPClientResponse, address: WebAddress) {
        var current = address
        for _ in 0...limits.redirects {
            try await before(current)
            let response = try await client.open(current, headers: headers)
            guard [301, 302, 303, 307, 308].contains(response.status.code) else { return (response, current) }
            await drain(response)
            guard let location = response.headers.first(name: "Location") else {
                throw .noLocation(status: Int(response.status.code))
            }
            do {
                let next = try current.resolving(location)
                if current.scheme == .https, next.scheme == .http { throw FetchFailure.downgrade(to: next.text) }
                current = next
            } catch let error as WebAddressError {
                throw .address(error)
            } catch {
                throw client.failure(error)
            }
        }
        throw .redirects(limit: limits.redirects)
    }

    /// Reads what is left of a short answer, so that its connection can be used again. A long one is dropped with it.
    func drain(_ response: HTTPClientResponse) async {
        var size = 0
        do {
            for try await buffer in response.body {
                size += buffer.readableBytes
                if size > 1 << 16 { return }
            }
        } catch {
            // What the answer said stands in its head.
        }
    }

    /// RFC 9309, 2.3.1: what is not there allows everything, what cannot be had forbids everything.
    private func robotsRules(of address: WebAddress) async -> Result<RobotsRules, FetchFailure> {
        do {
            let file = try WebAddress("\(address.origin)/robots.txt")
            let found = try await retrying { () async throws(Refusal) in
                let (status, bytes, _) = try await page(file, limit: RobotsRules.sizeLimit, isCut: true) {
                    address async throws(FetchFailure) in try await pace.turn(at: address.host, delay: .zero)
                }
                return (status, bytes)
            }
            return .success((400..<500).contains(found.0) ? .allowAll : RobotsRules(found.1))
        } catch let refusal as Refusal {
            if case .status(let code) = refusal.failure {
                return .failure(
                    .robots(origin: address.origin, reason: "cannot be had (\(code)), which forbids everything"))
            }
            return .failure(refusal.failure)
        } catch {
            return .failure(client.failure(error))
        }
    }

    /// Reads a page into memory.
    func text(_ address: WebAddress, delay: Duration) async throws(FetchFailure) -> (
        bytes: [UInt8], address: WebAddress
    ) {
        do throws(Refusal) {
            return try await retrying { () async throws(Refusal) in
                let (status, bytes, final) = try await page(address, limit: Self.pageLimit, isCut: false) {
                    address async throws(FetchFailure) in try await allow(address, delay: delay)
                }
                guard status == 200 else { throw Refusal(.status(status)) }
                return (bytes, final)
            }
        } catch {
            throw error.failure
        }
    }

    private func page(
        _ address: WebAddress, limit: Int, isCut: Bool,
        before: @escaping @Sendable (WebAddress) async throws(FetchFailure) -> Void
    ) async throws(Refusal) -> (status: Int, bytes: [UInt8], address: WebAddress) {
        try await within(limits.total) {
            let (response, final) = try await follow(address, headers: [], before: before)
            let status = Int(response.status.code)
            if let refusal = refusal(response) { throw refusal }
            var bytes: [UInt8] = []
            do {
                for try await buffer in response.body {
                    bytes += buffer.readableBytesView
                    if bytes.count > limit {
                        if isCut { break }
                        throw FetchFailure.listing(
                            "the list at \(address) is over \(limit >> 20) MiB; name a narrower one")
                    }
                }
            } catch {
                throw client.failure(error)
            }
            return (status, bytes, final)
        }
    }

    /// What an answer that asks to come again means; nil for one that is final.
    func refusal(_ response: HTTPClientResponse) -> Refusal? {
        let failure = FetchFailure.status(Int(response.status.code))
        guard failure.isPassing || response.status.code >= 500 else { return nil }
        let asked = response.headers.first(name: "Retry-After").flatMap { RetryPolicy.asked($0, now: Date()) }
        return Refusal(failure, retryAfter: asked)
    }

    /// Makes attempts until one succeeds, fails for good, or there have been enough.
    func retrying<Value>(
        _ attempt: () async throws(Refusal) -> Value
    ) async throws(Refusal) -> Value {
        var made = 0
        while true {
            made += 1
            do throws(Refusal) {
                return try await attempt()
            } catch {
                guard error.failure.isPassing, made < retry.attempts else { throw error }
                if let asked = error.retryAfter, asked > retry.longestAsked {
                    throw Refusal(.askedToWait(seconds: Int(asked.inSeconds.rounded(.up))))
                }
                let wait = retry.wait(after: made, asked: error.retryAfter, random: Double.random(in: 0...1))
                do { try await sleep(wait) } catch { throw Refusal(.tooSlow(seconds: wait.inSeconds)) }
            }
        }
    }
}
