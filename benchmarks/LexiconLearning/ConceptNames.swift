import Obligations

/// The preferred names of the thesaurus's concepts.
struct ConceptNames {
    private(set) var names = ParallelTexts(name: "names of concepts")

    /// - Throws: what reading the thesaurus throws, with file and line.
    init() throws {
        names.texts = try Thesaurus(.complete).concepts.map { concept in
            Dictionary(concept.preferredLabels.map { ($0.language, $0.text) }, uniquingKeysWith: { first, _ in first })
        }
    }
}
