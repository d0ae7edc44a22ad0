import Foundation
import Testing

@testable import Publishers

private let law = "<law>" + String(repeating: "<article>Keep the ledger.</article>", count: 200) + "</law>"

@Suite("Transfers")
struct TransferTests {
    @Test("a transfer that was cut is taken up where it stopped")
    func resumed() async throws {
        let bytes = Array(law.utf8)
        let bench = try await FetchBench { request in
            guard let range = request["range"] else {
                return .answer(200, [("ETag", "\"1\"")], Array(bytes.prefix(3000)), length: bytes.count)
            }
            guard range == "bytes=3000-", request["if-range"] == "\"1\"" else { return .answer(400) }
            return .answer(
                206, [("ETag", "\"1\""), ("Content-Range", "bytes 3000-\(bytes.count - 1)/\(bytes.count)")],
                Array(bytes.dropFirst(3000)))
        }
        let source = try bench.source("/a")
        let result = try await bench.fetch(source)
        #expect(result.outcomes == [.new])
        #expect(result.documents[0].attempts == 2)
        #expect(result.documents[0].bytes == bytes.count)
        #expect(try bench.stored(source, "/a") == law)
        #expect(bench.parts.isEmpty)
    }

    @Test("a later run takes up what an earlier one left")
    func resumedLater() async throws {
        let bytes = Array(law.utf8)
        let bench = try await FetchBench { _ in
            .answer(200, [("ETag", "\"1\"")], Array(bytes.prefix(3000)), length: bytes.count)
        }
        let source = try bench.source("/a")
        #expect(try await bench.fetch(source) { $0.retry.attempts = 1 }.words == ["failed"])
        bench.publisher.now { request in
            if request.path == "/robots.txt" { return .answer(404) }
            guard request["range"] == "bytes=3000-" else { return .answer(400) }
            return .answer(
                206, [("Content-Range", "bytes 3000-\(bytes.count - 1)/\(bytes.count)")],
                Array(bytes.dropFirst(3000)))
        }
        let result = try await bench.fetch(source)
        #expect(result.outcomes == [.new])
        #expect(result.documents[0].bytes == bytes.count - 3000)
        #expect(try bench.stored(source, "/a") == law)
    }

    @Test("a document that changed after it was cut is taken from its beginning")
    func changedMeanwhile() async throws {
        let bytes = Array(law.utf8)
        let bench = try await FetchBench { request in
            request["range"] == nil
                ? .answer(200, [("ETag", "\"1\"")], Array(bytes.prefix(3000)), length: bytes.count)
                : .text("<law>another</law>", [("ETag", "\"2\"")])
        }
        let source = try bench.source("/a")
        #expect(try await bench.fetch(source).outcomes == [.new])
        #expect(try bench.stored(source, "/a") == "<law>another</law>")
    }

    @Test("without a strong validator nothing is put together from two answers", arguments: ["W/\"1\"", nil])
    func notResumed(etag: String?) async throws {
        let bytes = Array(law.utf8)
        let bench = try await FetchBench { _ in
            .answer(200, etag.map { [("ETag", $0)] } ?? [], Array(bytes.prefix(3000)), length: bytes.count)
        }
        _ = try await bench.fetch(bench.source("/a"))
        #expect(bench.publisher.requests.count == 4)
        #expect(bench.publisher.requests.allSatisfy { $0["range"] == nil })
    }

    @Test("a part that the publisher cannot go on with is given up")
    func unsatisfiable() async throws {
        let bytes = Array(law.utf8)
        let bench = try await FetchBench { request in
            request["range"] == nil
                ? .answer(200, [("ETag", "\"1\"")], Array(bytes.prefix(3000)), length: bytes.count) : .answer(416)
        }
        let source = try bench.source("/a")
        #expect(try await bench.fetch(source) { $0.retry.attempts = 2 }.words == ["failed"])
        bench.publisher.now { $0.path == "/robots.txt" ? .answer(404) : .text(law) }
        #expect(try await bench.fetch(source).outcomes == [.new])
    }

    @Test("packed bodies are unpacked", arguments: ["gzip", "x-gzip", "deflate", "raw deflate", "identity"])
    func packed(coding: String) async throws {
        let bytes = Array(law.utf8)
        let bench = try await FetchBench { request in
            guard request["accept-encoding"] == "gzip, deflate" else { return .answer(400) }
            let body =
                switch coding {
                case "deflate": Packing.deflate(bytes)
                case "raw deflate": Packing.rawDeflate(bytes)
                case "identity": bytes
                default: Packing.gzip(bytes)
                }
            return .answer(200, [("Content-Encoding", coding.replacingOccurrences(of: "raw ", with: ""))], body)
        }
        let source = try bench.source("/a")
        let result = try await bench.fetch(source)
        #expect(result.outcomes == [.new], "\(result.failures)")
        #expect(try bench.stored(source, "/a") == law)
        #expect(coding == "identity" || result.documents[0].bytes < bytes.count / 4)
    }

    @Test("a packed transfer is taken up where it stopped")
    func resumedPacked() async throws {
        let packed = Packing.gzip(Array(law.utf8))
        let bench = try await FetchBench { request in
            let fields = [("ETag", "\"1\""), ("Content-Encoding", "gzip")]
            guard request["range"] == "bytes=50-" else {
                return .answer(200, fields, Array(packed.prefix(50)), length: packed.count)
            }
            let range = ("Content-Range", "bytes 50-\(packed.count - 1)/\(packed.count)")
            return .answer(206, fields + [range], Array(packed.dropFirst(50)))
        }
        let source = try bench.source("/a")
        #expect(try await bench.fetch(source).outcomes == [.new])
        #expect(try bench.stored(source, "/a") == law)
    }

    @Test(
        "trouble that passes is waited out, as long as the publisher asks", arguments: [503, 429, 500, 502, 504, 408])
    func retried(status: Int) async throws {
        let bench = try await FetchBench { _ in .text(law) }
        bench.publisher.now { [publisher = bench.publisher] request in
            if request.path == "/robots.txt" { return .answer(404) }
            return publisher.requests.count < 3 ? .answer(status, [("Retry-After", "7")]) : .text(law)
        }
        let result = try await bench.fetch(bench.source("/a"))
        #expect(result.outcomes == [.new])
        #expect(result.documents[0].attempts == 3)
        #expect(bench.waits.count == 2)
        #expect(bench.waits.allSatisfy { $0 >= .seconds(7) && $0 <= .seconds(8) })
    }

    @Test("trouble that does not pass is not asked about again", arguments: [400, 401, 403, 451, 501])
    func final(status: Int) async throws {
        let bench = try await FetchBench { _ in .answer(status) }
        let result = try await bench.fetch(bench.source("/a"))
        #expect(result.failures == [.status(status)])
        #expect(bench.publisher.requests.count == 1)
    }

    @Test("redirects are followed, relative ones too, and the last address is kept")
    func redirected() async throws {
        let bench = try await FetchBench { request in
            switch request.path {
            case "/a": .redirect("b?x=1", 301)
            case "/b?x=1": .redirect("//other.example:\(request["host"]?.split(separator: ":").last ?? "")/c", 308)
            default: .text(law)
            }
        }
        let source = try bench.source("/a")
        let result = try await bench.fetch(source)
        #expect(result.outcomes == [.new])
        #expect(
            bench.store.provenance(result.documents[0].document)?.finalAddress
                == "http://other.example:\(bench.publisher.port)/c")
        // The second host is asked for its own rules.
        #expect(bench.publisher.robotsRequests == 2)
    }

    @Test("a source may allow more or less than others")
    func sizeLimit() async throws {
        let bench = try await FetchBench { _ in .text(law) }
        #expect(try await bench.fetch(bench.source("/a", sizeLimit: 100)).failures == [.tooLarge(limit: 100)])
        #expect(try await bench.fetch(bench.source("/a", sizeLimit: law.utf8.count)).outcomes == [.new])
    }
}
