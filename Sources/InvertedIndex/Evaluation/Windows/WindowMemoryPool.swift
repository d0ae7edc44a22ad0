import Synchronization

/// Keeps the memory of searches that have ended for those to come. Any number of threads may use it; it holds no more
/// than one for each that searched at the same time.
final class WindowMemoryPool: Sendable {
    private let free = Mutex<[WindowMemory]>([])

    /// Memory that nobody else has.
    func take() -> WindowMemory { free.withLock { $0.popLast() } ?? WindowMemory() }

    /// Takes memory back from a search that met no damage.
    func giveBack(_ memory: WindowMemory) { free.withLock { $0.append(memory) } }
}
