extension Thesaurus {
    /// The names of all concepts by language, as the lexicon of translations holds them: for each language a table
    /// with a line `id TAB name|name` per concept, the preferred name first, sorted by the bytes of the id.
    ///
    /// `mul` holds names that are the same in every language. Reading these tables takes a fiftieth of the time of
    /// reading the Turtle, which a question cannot wait for.
    public func nameTables() -> [String: String] {
        var lines: [String: [(id: String, names: [String])]] = [:]
        for concept in concepts {
            var names: [String: [String]] = [:]
            for label in concept.labels where !(names[label.language]?.contains(label.text) ?? false) {
                names[label.language, default: []].append(label.text)
            }
            for (language, names) in names { lines[language, default: []].append((concept.id, names)) }
        }
        return lines.mapValues { lines in
            lines.sorted { $0.id.utf8.lexicographicallyPrecedes($1.id.utf8) }
                .map { "\($0.id)\t\($0.names.joined(separator: "|"))\n" }.joined()
        }
    }

    /// The matrix rows that concepts point to, in the form of ``nameTables()``: `id TAB code strength|code strength`.
    public func indicationTable() -> String {
        concepts.filter { !$0.indications.isEmpty }
            .sorted { $0.id.utf8.lexicographicallyPrecedes($1.id.utf8) }
            .map { concept in
                let fields = concept.indications.map { "\($0.code.rawValue) \($0.strength)" }
                return "\(concept.id)\t\(fields.joined(separator: "|"))\n"
            }.joined()
    }
}
