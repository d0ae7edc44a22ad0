/// Checks what no single statement shows: that concepts hang together, and that names tell them apart.
struct ThesaurusIntegrity {
    let concepts: [Concept]
    let sources: [ThesaurusSource]

    func check(against matrix: ObligationMatrix?) throws(ThesaurusError) {
        try checkCircles()
        try checkNames()
        if let matrix { try checkCodes(matrix) }
    }

    /// A concept that is above itself would make everything that goes up or down run for ever.
    private func checkCircles() throws(ThesaurusError) {
        let above = Dictionary(concepts.map { ($0.id, $0.broader) }, uniquingKeysWith: { first, _ in first })
        // Depth-first with an explicit stack: a file may be hostile, and deep.
        var isDone: Set<String> = []
        for concept in concepts where !isDone.contains(concept.id) {
            var path: [(id: String, next: Int)] = [(concept.id, 0)]
            var isOnPath: Set<String> = [concept.id]
            while let top = path.last {
                guard let parents = above[top.id], top.next < parents.count else {
                    path.removeLast()
                    isOnPath.remove(top.id)
                    isDone.insert(top.id)
                    continue
                }
                path[path.count - 1].next += 1
                let parent = parents[top.next]
                if isOnPath.contains(parent) {
                    let start = path.firstIndex { $0.id == parent } ?? 0
                    let circle = (path[start...].map(\.id) + [parent]).joined(separator: " → ")
                    throw sources.fault(
                        top.id, holding: "c:" + parent,
                        "stands above itself: \(circle); take one skos:broader of the circle out")
                }
                if !isDone.contains(parent) {
                    path.append((parent, 0))
                    isOnPath.insert(parent)
                }
            }
        }
    }

    /// A preferred name that two concepts of a language share says nothing, unless notes tell which is meant.
    private func checkNames() throws(ThesaurusError) {
        var owners: [Concept.Label: Concept] = [:]
        for concept in concepts {
            for label in concept.preferredLabels {
                let folded = Concept.Label(text: label.text.lowercased(), language: label.language)
                guard let other = owners.updateValue(concept, forKey: folded) else { continue }
                guard concept.scopeNote == nil || other.scopeNote == nil else { continue }
                throw sources.fault(
                    concept.id, holding: "\"\(label.text)\"@\(label.language)",
                    "'\(label.text)' (\(label.language)) is also the preferred label of '\(other.id)'; "
                        + "choose another, or give both a skos:scopeNote")
            }
        }
    }

    private func checkCodes(_ matrix: ObligationMatrix) throws(ThesaurusError) {
        for concept in concepts {
            for indication in concept.indications where matrix.row(indication.code) == nil {
                let near = matrix.suggestion(for: indication.code.rawValue).map { "; did you mean '\($0)'?" } ?? ""
                throw sources.fault(
                    concept.id, holding: "\"\(indication.code)\"",
                    "the matrix has no row '\(indication.code)'\(near)")
            }
        }
    }
}
