internal import AsyncHTTPClient
internal import Foundation
internal import NIOCore
internal import NIOHTTP1

/// Brings one document into a file: with conditions, resumed where it was cut, unpacked, and looked at.
struct DocumentTransfer: Sendable {
    /// What the publisher answered.
    enum Answer: Sendable {
        /// It is as it was.
        case notModified
        /// It is there no more.
        case gone(status: Int)
        case received(Received)
    }

    /// A document that is here, whole and on the disk.
    struct Received: Sendable {
        var path: String
        var address: WebAddress
        var etag: String?
        var lastModified: String?
        var contentType: String?
    }

    /// Counts what a document cost, over all attempts.
    actor Cost {
        private(set) var attempts = 0
        private(set) var bytes = 0
        private(set) var status: Int?

        func attempt() { attempts += 1 }
        func add(_ count: Int) { bytes += count }
        func answered(_ code: Int) { status = code }
    }

    let web: Web
    let address: WebAddress
    let source: LawSource
    let part: PartialFile
    /// Conditions under which the document is wanted: the fields of the state that is stored.
    let conditions: [(String, String)]
    let cost = Cost()

    private var sizeLimit: Int { source.sizeLimit ?? web.limits.size }

    /// Makes as many attempts as are allowed.
    func run() async throws(FetchFailure) -> Answer {
        do throws(Refusal) {
            return try await web.retrying { () async throws(Refusal) in
                await cost.attempt()
                return try await within(web.limits.total) { try await attempt() }
            }
        } catch {
            if !error.failure.isPassing { part.discard() }
            throw error.failure
        }
    }

    private func attempt() async throws -> Answer {
        let kept = part.resumable(address)
        var headers = [("Accept-Encoding", ContentCoding.accepted)] + conditions
        if let kept {
            headers += [("Range", "bytes=\(kept.size)-"), ("If-Range", kept.state.validator)]
        }
        let (response, final) = try await web.open(address, headers: headers, delay: source.delay)
        let status = Int(response.status.code)
        await cost.answered(status)
        switch status {
        case 200, 203: try await receive(response, after: 0)
        case 206:
            guard let kept, Self.rangeStart(response.headers) == kept.size,
                try ContentCoding(field: response.headers.first(name: "Content-Encoding")) == kept.state.coding
            else {
                // A range that was not asked for: begin again.
                part.discard()
                throw FetchFailure.cutShort(received: kept?.size ?? 0, announced: nil)
            }
            try await receive(response, after: kept.size)
        case 304 where !conditions.isEmpty:
            await web.drain(response)
            return .notModified
        case 404, 410:
            await web.drain(response)
            return .gone(status: status)
        case 416 where kept != nil:
            part.discard()
            throw FetchFailure.cutShort(received: kept?.size ?? 0, announced: nil)
        default: throw web.refusal(response) ?? Refusal(.status(status))
        }
        return .received(try finish(response, final))
    }

    /// Takes the body in behind the bytes that are here, counting.
    private func receive(_ response: HTTPClientResponse, after start: Int) async throws {
        let coding = try ContentCoding(field: response.headers.first(name: "Content-Encoding"))
        var size = start
        let announced = response.headers.first(name: "Content-Length").flatMap { Int($0) }
        if let announced, announced > sizeLimit - start {
            throw FetchFailure.tooLarge(limit: sizeLimit)
        }
        if start == 0 {
            let validator = PartialFile.validator(
                etag: response.headers.first(name: "ETag"), lastModified: response.headers.first(name: "Last-Modified"))
            try part.begin(validator.map { .init(address: address.text, validator: $0, coding: coding) })
        }
        let file = try DurableFile(path: part.path, appending: start > 0)
        do {
            for try await buffer in response.body {
                size += buffer.readableBytes
                await cost.add(buffer.readableBytes)
                guard size <= sizeLimit else { throw FetchFailure.tooLarge(limit: sizeLimit) }
                try file.write(buffer.readableBytesView)
            }
        } catch {
            throw web.client.failure(error)
        }
        if let announced, announced != size - start {
            throw FetchFailure.cutShort(received: size - start, announced: announced)
        }
        try file.finish()
    }

    private func finish(_ response: HTTPClientResponse, _ final: WebAddress) throws -> Received {
        let coding = try ContentCoding(field: response.headers.first(name: "Content-Encoding"))
        var path = part.path
        if coding != .identity {
            try coding.unpack(part.path, into: part.unpackedPath, limit: sizeLimit)
            path = part.unpackedPath
        }
        let start = FileHandle(forReadingAtPath: path)
        defer { try? start?.close() }
        if let fault = source.format.fault(ofBeginning: try start?.read(upToCount: 1024) ?? Data()) {
            throw FetchFailure.content(fault, format: source.format)
        }
        return Received(
            path: path, address: final, etag: response.headers.first(name: "ETag"),
            lastModified: response.headers.first(name: "Last-Modified"),
            contentType: response.headers.first(name: "Content-Type"))
    }

    /// First byte of a field `Content-Range: bytes 200-1000/67589`.
    private static func rangeStart(_ headers: HTTPHeaders) -> Int? {
        guard let field = headers.first(name: "Content-Range")?.lowercased(), field.hasPrefix("bytes ") else {
            return nil
        }
        return Int(field.dropFirst(6).prefix { $0 != "-" }.trimmingCharacters(in: .whitespaces))
    }
}
