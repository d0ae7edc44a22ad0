/// What a transfer may cost.
public struct TransferLimits: Sendable, Hashable {
    /// Largest document, in bytes, as sent and as unpacked.
    public var size: Int
    /// Time to connect.
    public var connect: Duration
    /// Time in which nothing comes.
    public var stall: Duration
    /// Time for one attempt at a document.
    public var total: Duration
    /// Redirects that are followed.
    public var redirects: Int

    /// Limits; 200 MB, 20 s to connect, 60 s of silence, an hour and 5 redirects unless said otherwise.
    public init(
        size: Int = 200_000_000, connect: Duration = .seconds(20), stall: Duration = .seconds(60),
        total: Duration = .seconds(3600), redirects: Int = 5
    ) {
        self.size = size
        self.connect = connect
        self.stall = stall
        self.total = total
        self.redirects = redirects
    }
}

extension Duration {
    /// Seconds with their fraction.
    var inSeconds: Double { Double(components.seconds) + Double(components.attoseconds) / 1e18 }
}
