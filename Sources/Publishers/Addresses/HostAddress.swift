internal import Foundation

/// An IPv4 or IPv6 address of a host.
public struct HostAddress: Sendable, Hashable, CustomStringConvertible {
    /// 4 or 16 bytes, in the order of the network.
    let bytes: [UInt8]

    /// Reads `192.0.2.1` or `2001:db8::1`, and no other notation.
    public init?(_ text: String) {
        var four = in_addr()
        var sixteen = in6_addr()
        if inet_pton(AF_INET, text, &four) == 1 {
            bytes = withUnsafeBytes(of: four) { Array($0) }
        } else if inet_pton(AF_INET6, text, &sixteen) == 1 {
            bytes = withUnsafeBytes(of: sixteen) { Array($0) }
        } else {
            return nil
        }
    }

    init(bytes: [UInt8]) { self.bytes = bytes }

    /// The address in its usual notation.
    public var description: String {
        guard bytes.count == 16 else { return bytes.map(String.init).joined(separator: ".") }
        var text = [CChar](repeating: 0, count: Int(INET6_ADDRSTRLEN))
        inet_ntop(AF_INET6, bytes, &text, socklen_t(text.count))
        return String(decoding: text.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }

    /// Whether the address is one of the public internet, where a publisher can be; after IANA's registries of special
    /// addresses (RFC 6890). Private networks, the machine itself, links, carriers' shared space, documentation and
    /// benchmarks, multicast and what is reserved are not.
    public var isPublic: Bool {
        bytes.count == 4 ? Self.isPublic4(bytes) : isPublic6
    }

    private static let special4: [(prefix: [UInt8], bits: Int)] = [
        ([0], 8), ([10], 8), ([100, 64], 10), ([127], 8), ([169, 254], 16), ([172, 16], 12), ([192, 0, 0], 24),
        ([192, 0, 2], 24), ([192, 88, 99], 24), ([192, 168], 16), ([198, 18], 15), ([198, 51, 100], 24),
        ([203, 0, 113], 24), ([224], 4), ([240], 4),
    ]

    private static let special6: [(prefix: [UInt8], bits: Int)] = [
        // Discard, Teredo and other protocols of IETF, documentation (both), segment routing.
        ([0x01, 0], 64), ([0x20, 0x01, 0x00], 23), ([0x20, 0x01, 0x0D, 0xB8], 32), ([0x3F, 0xFF], 20),
        ([0x5F, 0x00], 16),
    ]

    private static func isPublic4(_ bytes: [UInt8]) -> Bool {
        !special4.contains { matches(bytes, $0.prefix, bits: $0.bits) }
    }

    private var isPublic6: Bool {
        // Addresses that stand for an IPv4 address are what that one is: mapped, compatible, NAT64, 6to4.
        let tail = Array(bytes[12...])
        if bytes[..<10].allSatisfy({ $0 == 0 }), bytes[10..<12] == [0xFF, 0xFF] || bytes[10..<12] == [0, 0] {
            return Self.isPublic4(tail)
        }
        if Self.matches(bytes, [0x00, 0x64, 0xFF, 0x9B], bits: 96) { return Self.isPublic4(tail) }
        if bytes[0] == 0x20, bytes[1] == 0x02 { return Self.isPublic4(Array(bytes[2..<6])) }
        // Of all IPv6 only 2000::/3 is given out as public; fc00::/7, fe80::/10, ff00::/8, ::1 lie outside it.
        guard Self.matches(bytes, [0x20], bits: 3) else { return false }
        return !Self.special6.contains { Self.matches(bytes, $0.prefix, bits: $0.bits) }
    }

    private static func matches(_ bytes: [UInt8], _ prefix: [UInt8], bits: Int) -> Bool {
        for bit in 0..<bits {
            let mask = UInt8(0x80) >> UInt8(bit % 8)
            let wanted = bit / 8 < prefix.count ? prefix[bit / 8] : 0
            if (bytes[bit / 8] ^ wanted) & mask != 0 { return false }
        }
        return true
    }
}
