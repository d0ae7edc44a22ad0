/// The multilingual thesaurus: concepts by subject area, as SKOS in Turtle (`thesaurus.ttl`).
///
/// Concepts are IRIs under ``namespace``. Beside SKOS's own properties three are ours: `c:weapon` (`"CW"`),
/// `c:indicates [ c:code "op3cd.transit" ; c:strength 0.8 ]`, and `c:pattern` (word patterns for recognition).
public struct Thesaurus: Sendable {
    /// Namespace of the concepts and of our own properties.
    public static let namespace = "https://concord.example/ns/thesaurus#"

    /// All concepts in the file's order.
    public let concepts: [Concept]
    private let indexByID: [String: Int]

    /// Reads the thesaurus that comes with the program.
    ///
    /// - Throws: ``ResourceError`` where the file is missing, ``ThesaurusError`` where it is at fault.
    public init(resources: ResourceFolder = ResourceFolder()) throws {
        try self.init(turtle: try resources.text(named: "thesaurus.ttl"))
    }

    /// Reads a thesaurus from Turtle.
    ///
    /// - Throws: ``ThesaurusError`` with the line for a fault of syntax, or the concept for a fault of content.
    public init(turtle: String) throws(ThesaurusError) {
        let triples: [TurtleReader.Triple]
        do {
            triples = try TurtleReader.triples(of: turtle)
        } catch {
            throw ThesaurusError(
                line: error.line, concept: nil,
                reason:
                    "not Turtle at column \(error.column) (\(error.reason)); mend the statement on or above this line")
        }
        var assembler = ConceptAssembler()
        for triple in triples { try assembler.add(triple) }
        concepts = try assembler.concepts()
        indexByID = Dictionary(concepts.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
    }

    /// The concept of an id; nil where there is none.
    public func concept(_ id: String) -> Concept? { indexByID[id].map { concepts[$0] } }

    /// Place of a concept in ``concepts``; nil where there is none.
    public func index(of id: String) -> Int? { indexByID[id] }

    /// Ids of all concepts at or below one, each once, the concept itself first.
    public func closure(of id: String) -> [String] {
        guard indexByID[id] != nil else { return [] }
        var found = [id]
        var seen: Set<String> = [id]
        var next = 0
        while next < found.count {
            for concept in concepts where concept.broader.contains(found[next]) && seen.insert(concept.id).inserted {
                found.append(concept.id)
            }
            next += 1
        }
        return found
    }

    /// Languages in which at least one concept has a name or a pattern, sorted; `mul` is left out.
    public var languages: [String] {
        var tags: Set<String> = []
        for concept in concepts { for label in concept.labels + concept.patterns { tags.insert(label.language) } }
        tags.remove("mul")
        return tags.sorted()
    }
}
