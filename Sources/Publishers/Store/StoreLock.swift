internal import Foundation

/// Keeps a second run out of a store. The system lets go of it when the process ends, however it ends.
final class StoreLock {
    private let descriptor: Int32

    init(_ store: DocumentStore) throws(StoreError) {
        do throws(FetchFailure) {
            try DocumentStore.makeFolder(store.ledgerPath)
        } catch {
            throw .unusable(error.description)
        }
        let path = store.ledgerPath + "/lock"
        descriptor = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o644)
        guard descriptor >= 0 else {
            throw .unusable("\(path) cannot be opened (\(String(cString: strerror(errno)))); check its rights")
        }
        guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else { throw .busy(store.path) }
    }

    deinit { if descriptor >= 0 { close(descriptor) } }
}

/// Why a run cannot begin.
public enum StoreError: Error, Hashable, Sendable, CustomStringConvertible {
    /// Another run is at work in the store.
    case busy(String)
    /// The folder cannot be written.
    case unusable(String)

    /// What is wrong and how to mend it.
    public var description: String {
        switch self {
        case .busy(let path): "\(path): another run is fetching into this store; wait for it, or name another folder"
        case .unusable(let reason): reason
        }
    }
}
