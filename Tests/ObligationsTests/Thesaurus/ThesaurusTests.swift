import Testing

@testable import Obligations

@Suite("The thesaurus")
struct ThesaurusTests {
    let thesaurus: Thesaurus

    init() throws { thesaurus = try Thesaurus() }

    @Test("has at least 180 concepts, some in every scheme")
    func size() {
        #expect(thesaurus.concepts.count >= 180)
        #expect(thesaurus.concepts.count <= ConceptSet.capacity)
        for scheme in ConceptScheme.allCases { #expect(thesaurus.concepts.contains { $0.scheme == scheme }) }
    }

    @Test("prefers one label in each of the six languages", arguments: ObligationMatrix.languages)
    func sixLanguages(language: String) {
        for concept in thesaurus.concepts {
            #expect(concept.preferredLabels.count { $0.language == language } == 1, "\(concept.id)")
        }
    }

    @Test("writes labels in the script of their language")
    func scripts() {
        for concept in thesaurus.concepts {
            for label in concept.labels where label.language == "ru" || label.language == "ar" || label.language == "zh"
            {
                let range: ClosedRange<UInt32> =
                    label.language == "ru" ? 0x400...0x4FF : label.language == "ar" ? 0x600...0x6FF : 0x3400...0x9FFF
                #expect(label.text.unicodeScalars.contains { range.contains($0.value) }, "\(concept.id): \(label.text)")
            }
        }
    }

    @Test("gives a label to two concepts of a language only where a scope note tells them apart")
    func labelsAreUnique() {
        var owners: [Concept.Label: Concept] = [:]
        for concept in thesaurus.concepts {
            for label in concept.labels {
                let folded = Concept.Label(text: label.text.lowercased(), language: label.language)
                if let other = owners[folded], other.id != concept.id {
                    #expect(
                        other.scopeNote != nil && concept.scopeNote != nil, "\(label.text): \(other.id), \(concept.id)")
                }
                owners[folded] = concept
            }
        }
    }

    @Test("points only to concepts and matrix rows that exist")
    func targetsExist() throws {
        let matrix = try ObligationMatrix()
        for concept in thesaurus.concepts {
            for id in concept.broader + concept.related {
                #expect(thesaurus.concept(id) != nil, "\(concept.id) → \(id)")
            }
            for indication in concept.indications {
                #expect(matrix.row(indication.code) != nil, "\(concept.id) → \(indication.code)")
                #expect((0...1).contains(indication.strength))
            }
        }
    }

    @Test("has no circle of broader concepts")
    func noCircles() {
        for concept in thesaurus.concepts {
            for id in concept.broader { #expect(!thesaurus.closure(of: concept.id).contains(id), "\(concept.id)") }
        }
    }

    @Test("gathers what lies below a concept")
    func closure() {
        let below = thesaurus.closure(of: "weapon-of-mass-destruction")
        #expect(below.first == "weapon-of-mass-destruction")
        #expect(below.contains("nuclear-weapon") && below.contains("toxin-weapon"))
        #expect(thesaurus.closure(of: "no-such-concept").isEmpty)
    }

    @Test("names the line of a fault of syntax")
    func syntaxFault() throws {
        let turtle = "@prefix c: <https://concord.example/ns/thesaurus#> .\n\nc:a c:b ;; \"unclosed .\n"
        let error = try #require(throws: ThesaurusError.self) { try Thesaurus(turtle: turtle) }
        #expect(try #require(error.line) >= 3)
    }

    private static let head = """
        @prefix c: <https://concord.example/ns/thesaurus#> .
        @prefix skos: <http://www.w3.org/2004/02/skos/core#> .

        """

    @Test(
        "names the concept of a fault of content",
        arguments: [
            ("c:x a skos:Concept .", "inScheme"), ("c:x a skos:Concept ; skos:inScheme c:scheme-none .", "scheme"),
            ("c:x a skos:Concept ; skos:inScheme c:scheme-actors ; skos:broader c:y .", "y"),
            ("c:x a skos:Concept ; skos:inScheme c:scheme-actors ; skos:prefLabel \"no language\" .", "language"),
            ("c:x a skos:Concept ; skos:inScheme c:scheme-actors ; skos:prefLabel \"a\"@en , \"b\"@en .", "preferred"),
            ("c:x a skos:Concept ; skos:inScheme c:scheme-actors ; c:weapon \"ZW\" .", "ZW"),
            ("c:x skos:inScheme c:scheme-actors .", "skos:Concept"), ("c:x c:colour \"red\" .", "colour"),
        ])
    func contentFault(turtle: String, word: String) throws {
        let error = try #require(throws: ThesaurusError.self) { try Thesaurus(turtle: Self.head + turtle) }
        #expect(error.concept == "x")
        #expect(error.description.contains(word))
    }

    @Test("refuses a strength that is not between 0 and 1", arguments: ["2", "-1", "\"much\""])
    func strengthFault(strength: String) {
        let turtle = "c:x a skos:Concept ; c:indicates [ c:code \"op2.use\" ; c:strength \(strength) ] ."
        #expect(throws: ThesaurusError.self) { try Thesaurus(turtle: Self.head + turtle) }
    }

    @Test("reads hostile text without a crash")
    func hostileText() {
        var generator = Generator(state: 1540)
        let pieces = [
            "<", ">", "\"", "[", "]", "@en", ".", ";", "c:", "\u{0}", "\\u12", "é", "a", "\n", "@prefix", "^^",
        ]
        for _ in 0..<300 {
            let text = Self.head + (0..<30).map { _ in pieces[generator.next(pieces.count)] }.joined()
            _ = try? Thesaurus(turtle: text)
        }
        #expect(throws: ThesaurusError.self) { try Thesaurus(turtle: "a\u{0}b") }
    }
}

/// A small linear congruential generator: the same sequence in every run.
struct Generator {
    var state: UInt64

    mutating func next(_ bound: Int) -> Int {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return Int(state >> 33) % bound
    }
}
