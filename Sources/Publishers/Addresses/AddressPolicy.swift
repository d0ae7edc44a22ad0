/// Which hosts may be asked.
public enum AddressPolicy: Sendable, Hashable {
    /// Those on the public internet: a list of sources, or a redirect, must not lead into the network of whoever runs
    /// Concord.
    case publicOnly
    /// Those on the public internet, and these.
    case publicAnd(Set<HostAddress>)
    /// All.
    case all

    func allows(_ address: HostAddress) -> Bool {
        switch self {
        case .publicOnly: address.isPublic
        case .publicAnd(let others): address.isPublic || others.contains(address)
        case .all: true
        }
    }
}
