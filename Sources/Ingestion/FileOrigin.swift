/// What is known of a file besides its content, when it was fetched from a publisher.
public struct FileOrigin: Sendable, Hashable {
    /// Address at the publisher's.
    public var address: String
    /// Whether the publisher has it no more.
    public var isWithdrawn: Bool

    /// A file that was fetched from an address.
    public init(address: String, isWithdrawn: Bool = false) {
        self.address = address
        self.isWithdrawn = isWithdrawn
    }
}
