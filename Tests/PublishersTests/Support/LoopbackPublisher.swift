import NIOCore
import NIOHTTP1
import NIOPosix
import Synchronization

/// A publisher on the loopback interface that answers as a test tells it.
final class LoopbackPublisher: Sendable {
    /// What was asked.
    struct Request: Sendable {
        var path: String
        var headers: [String: String]

        subscript(_ name: String) -> String? { headers[name.lowercased()] }
    }

    /// What is sent: bytes as they are, then an end.
    struct Reply: Sendable {
        enum End: Sendable {
            /// The connection is closed.
            case close
            /// Nothing more is said, and nothing closed.
            case silence
            /// These bytes again and again.
            case endless([UInt8])
            /// These bytes, one at a time, with so many milliseconds between.
            case drip([UInt8], milliseconds: Int64)
        }

        var bytes: [UInt8]
        var end: End

        init(_ bytes: [UInt8], end: End = .close) {
            self.bytes = bytes
            self.end = end
        }

        /// A whole answer; `length` is announced in place of the true one.
        static func answer(
            _ status: Int, _ headers: [(String, String)] = [], _ body: [UInt8] = [], length: Int? = nil,
            end: End = .close
        ) -> Reply {
            var head = "HTTP/1.1 \(status) Status\r\nConnection: close\r\nContent-Length: \(length ?? body.count)\r\n"
            for (name, value) in headers { head += "\(name): \(value)\r\n" }
            return Reply(Array((head + "\r\n").utf8) + body, end: end)
        }

        static func text(_ body: String, _ headers: [(String, String)] = []) -> Reply {
            .answer(200, headers, Array(body.utf8))
        }

        static func redirect(_ location: String, _ status: Int = 302) -> Reply {
            .answer(status, [("Location", location)])
        }
    }

    private struct Log {
        var requests: [Request] = []
        var bytes = 0
    }

    private let channel: any Channel
    private let log: Mutex<Log>
    private let script: Mutex<@Sendable (Request) -> Reply>

    /// Port on 127.0.0.1.
    var port: Int { channel.localAddress?.port ?? 0 }
    /// What was asked, `robots.txt` apart.
    var requests: [Request] { log.withLock { $0.requests.filter { $0.path != "/robots.txt" } } }
    /// How often `robots.txt` was asked for.
    var robotsRequests: Int { log.withLock { $0.requests.count { $0.path == "/robots.txt" } } }
    /// Bytes that the network has taken.
    var bytesSent: Int { log.withLock { $0.bytes } }

    /// A publisher without `robots.txt`, unless the script answers for it.
    init(_ script: @escaping @Sendable (Request) -> Reply) async throws {
        let box = Box()
        channel = try await ServerBootstrap(group: MultiThreadedEventLoopGroup.singleton)
            .serverChannelOption(.socketOption(.so_reuseaddr), value: 1)
            .childChannelInitializer { channel in
                channel.eventLoop.makeCompletedFuture {
                    try channel.pipeline.syncOperations.addHandler(ByteToMessageHandler(HTTPRequestDecoder()))
                    try channel.pipeline.syncOperations.addHandler(Answering(box))
                }
            }
            .bind(host: "127.0.0.1", port: 0).get()
        log = Mutex(Log())
        self.script = Mutex(script)
        box.publisher.withLock { $0 = self }
    }

    /// Answers otherwise from now on.
    func now(_ script: @escaping @Sendable (Request) -> Reply) { self.script.withLock { $0 = script } }

    func stop() { channel.close(promise: nil) }

    fileprivate func reply(to request: Request) -> Reply {
        log.withLock { $0.requests.append(request) }
        return script.withLock { $0 }(request)
    }

    fileprivate func sent(_ count: Int) { log.withLock { $0.bytes += count } }

    /// Ties connections to their publisher, which is complete only after it listens.
    fileprivate final class Box: Sendable {
        let publisher = Mutex<LoopbackPublisher?>(nil)
    }

    private final class Answering: ChannelInboundHandler {
        typealias InboundIn = HTTPServerRequestPart

        private let box: Box
        private var request: Request?

        init(_ box: Box) { self.box = box }

        func channelRead(context: ChannelHandlerContext, data: NIOAny) {
            switch unwrapInboundIn(data) {
            case .head(let head):
                let headers = head.headers.map { ($0.name.lowercased(), $0.value) }
                request = Request(path: head.uri, headers: Dictionary(headers) { $1 })
            case .body: break
            case .end:
                guard let request, let publisher = box.publisher.withLock({ $0 }) else { return }
                let reply = publisher.reply(to: request)
                Self.send(reply.bytes, on: context.channel, of: publisher) { channel in
                    Self.finish(reply.end, on: channel, of: publisher)
                }
            }
        }

        func errorCaught(context: ChannelHandlerContext, error: any Error) { context.close(promise: nil) }

        private static func send(
            _ bytes: [UInt8], on channel: any Channel, of publisher: LoopbackPublisher,
            then next: @escaping @Sendable (any Channel) -> Void
        ) {
            channel.writeAndFlush(ByteBuffer(bytes: bytes)).whenSuccess {
                publisher.sent(bytes.count)
                next(channel)
            }
        }

        private static func finish(_ end: Reply.End, on channel: any Channel, of publisher: LoopbackPublisher) {
            switch end {
            case .close: channel.close(promise: nil)
            case .silence: break
            case .endless(let bytes):
                send(bytes, on: channel, of: publisher) { finish(end, on: $0, of: publisher) }
            case .drip(let bytes, let milliseconds):
                guard let first = bytes.first else { return channel.close(promise: nil) }
                channel.eventLoop.scheduleTask(in: .milliseconds(milliseconds)) {
                    send([first], on: channel, of: publisher) {
                        finish(.drip(Array(bytes.dropFirst()), milliseconds: milliseconds), on: $0, of: publisher)
                    }
                }
            }
        }
    }
}
