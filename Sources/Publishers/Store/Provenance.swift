public import Foundation

/// Where a stored document comes from: the file beside it that says so.
public struct Provenance: Codable, Sendable, Hashable {
    /// Id of the source in its list.
    public var source: String
    /// Who publishes it.
    public var publisher: String
    /// Under which terms.
    public var licence: String
    /// Address as the source names it.
    public var address: String
    /// Address after redirects.
    public var finalAddress: String
    /// When the bytes that are stored were received.
    public var fetchedAt: Date
    /// The publisher's name of this state of the document.
    public var etag: String?
    /// When the publisher changed it last, in HTTP's writing.
    public var lastModified: String?
    /// Media type that the publisher gave.
    public var contentType: String?
    /// SHA-256 of the stored file, in hexadecimal.
    public var sha256: String
    /// Bytes of the stored file.
    public var size: Int
    /// When the publisher was found to have the document no more; nil while it has it.
    public var withdrawnAt: Date?

    static func decoder() -> JSONDecoder {
        let decoder = JSONDecoder()
        decoder.dateDecodingStrategy = .iso8601
        return decoder
    }

    static func encoder(pretty: Bool = true) -> JSONEncoder {
        let encoder = JSONEncoder()
        encoder.dateEncodingStrategy = .iso8601
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        if pretty { encoder.outputFormatting.insert(.prettyPrinted) }
        return encoder
    }
}
