extension Thesaurus {
    /// The concept that a word means: its id, else a name of it in any language, in any case; preferred names first.
    public func concept(named word: String) -> Concept? {
        if let concept = concept(word) { return concept }
        let folded = word.lowercased()
        return concepts.first { $0.preferredLabels.contains { $0.text.lowercased() == folded } }
            ?? concepts.first { $0.alternativeLabels.contains { $0.text.lowercased() == folded } }
    }

    /// Ids of concepts whose id or English name holds a part of what was asked, at most five, the likeliest first.
    public func suggestions(for word: String) -> [String] {
        let parts = word.lowercased().split { !$0.isLetter && !$0.isNumber }.map { String($0.prefix(5)) }
        guard !parts.isEmpty else { return [] }
        let scored = concepts.enumerated().compactMap { place, concept -> (place: Int, hits: Int)? in
            let text = concept.id + " " + concept.title().lowercased()
            let hits = parts.count { text.contains($0) }
            return hits > 0 ? (place, hits) : nil
        }
        return scored.sorted { $0.hits != $1.hits ? $0.hits > $1.hits : $0.place < $1.place }
            .prefix(5).map { concepts[$0.place].id }
    }

    /// Concepts directly below one, in the order of the thesaurus.
    public func narrower(than id: String) -> [Concept] { concepts.filter { $0.broader.contains(id) } }
}
