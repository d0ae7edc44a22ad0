/// The multilingual thesaurus: concepts by subject area, as SKOS in Turtle.
///
/// `thesaurus.ttl` holds the concepts by which the rules of the classifier speak; the files of the folder `thesaurus`
/// add the others, and names in more languages. Statements about one concept may stand in several files. Concepts are
/// IRIs under ``namespace``. Beside SKOS's own properties three are ours: `c:weapon` (`"CW"`),
/// `c:indicates [ c:code "op3cd.transit" ; c:strength 0.8 ]`, and `c:pattern` (words for recognition that are no names
/// of the concept).
public struct Thesaurus: Sendable {
    /// How much of the thesaurus is read.
    public enum Extent: Sendable, Hashable {
        /// `thesaurus.ttl` alone: all that classification needs. The many general concepts of the other files (act,
        /// document, facility) would change what rules see, and reading them would delay every search.
        case ruleVocabulary
        /// All files.
        case complete
    }

    /// Namespace of the concepts and of our own properties.
    public static let namespace = "https://concord.example/ns/thesaurus#"
    static let fileName = "thesaurus.ttl"
    static let folderName = "thesaurus"

    /// All concepts in the order of the files.
    public let concepts: [Concept]
    private let indexByID: [String: Int]

    /// Reads the thesaurus that comes with the program.
    ///
    /// - Throws: ``ResourceError`` where a file is missing, ``ThesaurusError`` where one is at fault.
    public init(_ extent: Extent = .ruleVocabulary, resources: ResourceFolder = ResourceFolder()) throws {
        var sources = [ThesaurusSource(name: Self.fileName, turtle: try resources.text(named: Self.fileName))]
        if extent == .complete {
            for name in resources.names(in: Self.folderName, beside: Self.fileName, suffix: ".ttl") {
                sources.append(ThesaurusSource(name: name, turtle: try resources.text(named: name)))
            }
        }
        try self.init(sources, matrix: ObligationMatrix(resources: resources))
    }

    /// Reads a thesaurus from Turtle; matrix codes are checked where a matrix is given.
    ///
    /// - Throws: ``ThesaurusError`` with the line for a fault of syntax, or the concept for a fault of content.
    public init(turtle: String, matrix: ObligationMatrix? = nil) throws(ThesaurusError) {
        try self.init([ThesaurusSource(name: Self.fileName, turtle: turtle)], matrix: matrix)
    }

    init(_ sources: [ThesaurusSource], matrix: ObligationMatrix?) throws(ThesaurusError) {
        var assembler = ConceptAssembler(sources: sources)
        for (number, source) in sources.enumerated() {
            let triples: [TurtleReader.Triple]
            do {
                triples = try TurtleReader.triples(of: source.turtle)
            } catch {
                throw ThesaurusError(
                    file: source.name, line: error.line, concept: nil,
                    reason: "not Turtle at column \(error.column) (\(error.reason)); "
                        + "mend the statement on or above this line")
            }
            for triple in triples { try assembler.add(triple, source: number) }
        }
        concepts = try assembler.concepts()
        indexByID = Dictionary(concepts.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
        try ThesaurusIntegrity(concepts: concepts, sources: sources).check(against: matrix)
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
