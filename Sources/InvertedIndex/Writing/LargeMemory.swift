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
        askForLargePages(memory, size)
        return memory.bindMemory(to: Element.self, capacity: capacity)
    }

    /// Memory of zeros, which the system hands out page by page when it is used; freed with ``free(_:)``.
    static func allocateZeros(byteCount: Int) -> UnsafeMutableRawPointer {
        guard let memory = calloc(1, byteCount) else { fatalError("No memory for \(byteCount) bytes") }
        askForLargePages(memory, byteCount)
        return memory
    }

    static func free(_ memory: UnsafeMutableRawPointer) { Foundation.free(memory) }

    /// Advice only: where it is not taken, small pages do.
    private static func askForLargePages(_ memory: UnsafeMutableRawPointer, _ byteCount: Int) {
        let first = memory.alignedUp(toMultipleOf: pageSize)
        let size = (memory + byteCount - first) / pageSize * pageSize
        if size > 0 { madvise(first, size, Int32(MADV_HUGEPAGE)) }
    }
}
