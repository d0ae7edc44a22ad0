/// Hands out the eIds of one law, each once.
struct EIdAllocator {
    private var used: Set<String> = []

    /// The id itself, or with `__dup_2`, `__dup_3`… where the law numbers two provisions alike.
    mutating func allocate(_ id: String, orElse scoped: String? = nil) -> String {
        if used.insert(id).inserted { return id }
        if let scoped, used.insert(scoped).inserted { return scoped }
        var copy = 2
        while !used.insert("\(id)__dup_\(copy)").inserted { copy += 1 }
        return "\(id)__dup_\(copy)"
    }
}
