internal import Foundation

/// Memory of many megabytes, accessed at random: asked for in pages of 2 MiB where the system has them, because with
/// small pages every second access also misses the translation of its address.
enum LargeMemory {
    private static let pageSize = 2 << 20

    /// Memory for `capacity` elements, aligned to a cache line at least; freed with `deallocate()`.
    static func allocate<Element>(_: Element.Type, capacity: Int) -> UnsafeMutablePointer<Element> {
        let size = capacity * MemoryLayout<Element>.stride
        let isLarge = size >= 2 * pageSize
        let memory = UnsafeMutableRawPointer.allocate(byteCount: size, alignment: isLarge ? pageSize : 64)
        // Advice only: where it is not taken, small pages do.
        if isLarge { madvise(memory, size / pageSize * pageSize, Int32(MADV_HUGEPAGE)) }
        return memory.bindMemory(to: Element.self, capacity: capacity)
    }
}
