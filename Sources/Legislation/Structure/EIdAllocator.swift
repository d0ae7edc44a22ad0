/// Hands out the eIds of one law, each once.
struct EIdAllocator {
    private var used: Set<String> = []
    /// By id, the number of the next copy to try: thousands of provisions may be numbered alike.
    private var copies: [String: Int] = [:]

    /// The id itself, or with `__dup_2`, `__dup_3`… where the law numbers two provisions alike.
    mutating func allocate(_ id: String, orElse scoped: String? = nil) -> String {
        if used.insert(id).inserted { return id }
        if let scoped, used.insert(scoped).inserted { return scoped }
        var copy = copies[id] ?? 2
        while !used.insert("\(id)__dup_\(copy)").inserted { copy += 1 }
        copies[id] = copy + 1
        return "\(id)__dup_\(copy)"
    }
}
