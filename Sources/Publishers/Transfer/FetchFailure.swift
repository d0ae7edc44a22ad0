/// Why a document was not fetched.
public enum FetchFailure: Error, Hashable, Sendable, CustomStringConvertible {
    /// An address, of the list or of a redirect, that is not fetched.
    case address(WebAddressError)
    /// The host's name leads to no address.
    case unknownHost(String, reason: String)
    /// The host's name leads into a network that is not public.
    case privateAddress(host: String, address: String)
    /// A redirect from https to http.
    case downgrade(to: String)
    /// More redirects than are followed.
    case redirects(limit: Int)
    /// A redirect that does not say whither.
    case noLocation(status: Int)
    /// The publisher's `robots.txt` forbids it, or could not be read, which means the same.
    case robots(origin: String, reason: String)
    /// An answer that gives no document.
    case status(Int)
    /// The publisher asks to wait longer than a run waits.
    case askedToWait(seconds: Int)
    /// No connection, or it broke.
    case connection(String)
    /// Nothing came for too long.
    case stalled(seconds: Double)
    /// It took too long on the whole.
    case tooSlow(seconds: Double)
    /// More bytes than are taken.
    case tooLarge(limit: Int)
    /// Fewer bytes than were announced.
    case cutShort(received: Int, announced: Int?)
    /// A coding of the content that was not asked for or cannot be undone.
    case coding(String)
    /// The content is not what the source promises.
    case content(String, format: DocumentFormat)
    /// The publisher's list of documents cannot be used.
    case listing(String)
    /// The store cannot be read or written.
    case store(String)

    /// Whether another attempt may go better.
    var isPassing: Bool {
        switch self {
        case .status(let code): [408, 425, 429, 500, 502, 503, 504].contains(code)
        case .connection, .stalled, .cutShort: true
        default: false
        }
    }

    /// What happened and what to do about it.
    public var description: String {
        switch self {
        case .address(let error): "\(error)"
        case .unknownHost(let host, let reason): "\(host) has no address (\(reason)); check the name and the network"
        case .privateAddress(let host, let address):
            "\(host) leads to \(address), which is not on the public internet; if that is meant, use --allow-private"
        case .downgrade(let target): "it redirects from https to \(target.prefix(200)); write the address over https"
        case .redirects(let limit): "it redirects more than \(limit) times; write the last address into the list"
        case .noLocation(let status): "answer \(status) redirects without saying where; tell the publisher"
        case .robots(let origin, let reason): "\(origin)/robots.txt \(reason); ask the publisher, or leave it out"
        case .status(let code):
            switch code {
            case 401, 403: "the publisher refuses it (\(code)); ask for access, or leave it out"
            case 404, 410: "it is not there (\(code)); check the address"
            case 429, 500...: "the publisher's server has trouble (\(code)); run again later, with a longer delay"
            default: "the answer \(code) gives no document; check the address"
            }
        case .askedToWait(let seconds): "the publisher asks to wait \(seconds) s; run again after that"
        case .connection(let reason): "the connection failed (\(reason)); run again later"
        case .stalled(let seconds): "nothing came for \(Self.shown(seconds)) s; run again later"
        case .tooSlow(let seconds): "it was not whole after \(Self.shown(seconds)) s; run again later"
        case .tooLarge(let limit): "it is over \(limit) bytes; raise size-limit of the source if that is right"
        case .cutShort(let received, let announced):
            "it was cut short after \(received)\(announced.map { " of \($0)" } ?? "") bytes; run again"
        case .coding(let what): "\(what); tell the publisher"
        case .content(let fault, let format):
            "what came is not \(format.rawValue): \(fault); look at the address in a browser"
        case .listing(let fault): fault
        case .store(let fault): "\(fault); check rights and free space of the store"
        }
    }

    private static func shown(_ seconds: Double) -> String {
        seconds == seconds.rounded() ? String(Int(seconds)) : String(seconds)
    }
}
