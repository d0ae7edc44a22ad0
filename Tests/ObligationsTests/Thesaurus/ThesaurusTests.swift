import Testing

@testable import Obligations

@Suite("The thesaurus")
struct ThesaurusTests {
    let thesaurus: Thesaurus

    init() throws { thesaurus = try Thesaurus(.complete) }

    @Test("gives rules the concepts of one file, and all others the rest")
    func extents() throws {
        let rules = try Thesaurus()
        #expect((180...ConceptSet.capacity).contains(rules.concepts.count))
        #expect(thesaurus.concepts.prefix(rules.concepts.count).map(\.id) == rules.concepts.map(\.id))
    }

    @Test("has at least 900 concepts, some in every scheme, 500 of them named in nine more languages")
    func size() {
        #expect(thesaurus.concepts.count >= 900)
        let more = ["de", "pt", "it", "ja", "ko", "id", "uk", "tr", "th"]
        let named = thesaurus.concepts.count { concept in
            more.allSatisfy { language in concept.preferredLabels.contains { $0.language == language } }
        }
        #expect(named >= 500)
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
            for label in concept.labels {
                let ranges: [ClosedRange<UInt32>] =
                    switch label.language {
                    case "ru", "uk": [0x400...0x4FF]
                    case "ar": [0x600...0x6FF]
                    case "zh": [0x3400...0x9FFF]
                    case "ja": [0x3040...0x30FF, 0x3400...0x9FFF, 0xFF00...0xFFEF]
                    case "ko": [0xAC00...0xD7A3]
                    case "th": [0xE00...0xE7F]
                    case "bn": [0x980...0x9FF]
                    default: [0x30...0x24F]
                    }
                // Acronyms and numbers are the same in every script.
                let isAcronym = label.text.unicodeScalars.allSatisfy { $0.isASCII }
                #expect(
                    isAcronym
                        || label.text.unicodeScalars.contains { scalar in
                            ranges.contains { $0.contains(scalar.value) }
                        }, "\(concept.id): \(label.text) (\(label.language))")
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

    @Test(
        "names acronyms of treaties and bodies beside their full names", arguments: [("npt", "NPT"), ("iaea", "IAEA")])
    func acronyms(id: String, acronym: String) throws {
        let labels = try #require(thesaurus.concept(id)).labels
        #expect(labels.contains { $0.text == acronym } && labels.contains { $0.language == "en" && $0.text.count > 10 })
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

    private func complaint(_ files: [(String, String)], matrix: ObligationMatrix? = nil) throws -> ThesaurusError {
        let sources = files.map { ThesaurusSource(name: $0.0, turtle: Self.head + $0.1) }
        return try #require(throws: ThesaurusError.self) { try Thesaurus(sources, matrix: matrix) }
    }

    /// A concept that is whole but for what follows.
    private static func whole(_ id: String, _ rest: String = "") -> String {
        "c:\(id) a skos:Concept ; skos:inScheme c:scheme-actors\(rest) .\n"
    }

    @Test("takes statements about a concept from several files, and keeps their blank nodes apart")
    func severalFiles() throws {
        let cell = { (code: String) in "c:x c:indicates [ c:code \"\(code)\" ; c:strength 0.3 ] .\n" }
        let merged = try Thesaurus(
            [
                ThesaurusSource(name: "a.ttl", turtle: Self.head + Self.whole("x") + cell("op2.use")),
                ThesaurusSource(name: "b.ttl", turtle: Self.head + cell("op2.transfer")),
            ], matrix: ObligationMatrix())
        #expect(merged.concepts.map(\.id) == ["x"])
        #expect(merged.concepts[0].indications.map(\.code.rawValue) == ["op2.use", "op2.transfer"])
    }

    @Test("names file and line of two preferred labels in one language, though they stand in two files")
    func twoPreferred() throws {
        let error = try complaint([
            ("a.ttl", Self.whole("x", " ; skos:prefLabel \"broker\"@en")),
            ("b.ttl", "\nc:x\n    skos:prefLabel \"middleman\"@en .\n"),
        ])
        #expect(error.file == "b.ttl" && error.line == 5 && error.concept == "x")
        #expect(error.description.contains("altLabel"))
    }

    @Test("names the whole circle of broader concepts")
    func circle() throws {
        let error = try complaint([
            ("a.ttl", Self.whole("x", " ; skos:broader c:y") + Self.whole("y", " ; skos:broader c:z")),
            ("b.ttl", Self.whole("z", " ; skos:broader c:x")),
        ])
        #expect(error.description.contains("x → y → z → x"))
        #expect(error.file == "b.ttl" && error.line == 3)
        #expect(try complaint([("a.ttl", Self.whole("x", " ; skos:broader c:x"))]).concept == "x")
    }

    @Test("does not take two ways up for a circle")
    func twoWaysUp() throws {
        let turtle =
            Self.whole("a", " ; skos:broader c:b , c:c") + Self.whole("b", " ; skos:broader c:d")
            + Self.whole("c", " ; skos:broader c:d") + Self.whole("d")
        #expect(try Thesaurus(turtle: Self.head + turtle).closure(of: "d").count == 4)
    }

    @Test("refuses a row that the matrix does not have, and suggests one")
    func unknownRow() throws {
        let turtle = Self.whole("x", " ;\n    c:indicates [ c:code \"op3cd.tranist\" ; c:strength 0.5 ]")
        let error = try complaint([("a.ttl", turtle)], matrix: ObligationMatrix())
        #expect(error.line == 4 && error.description.contains("op3cd.transit"))
    }

    @Test("refuses a preferred label of two concepts, unless both have a scope note")
    func sharedName() throws {
        let note = " ; skos:scopeNote \"as a person\"@en"
        let name = " ; skos:prefLabel \"Agent\"@en"
        let lower = " ; skos:prefLabel \"agent\"@en"
        let error = try complaint([("a.ttl", Self.whole("x", name) + Self.whole("y", lower + note))])
        #expect(error.concept == "y" && error.description.contains("scopeNote"))
        _ = try Thesaurus(turtle: Self.head + Self.whole("x", name + note) + Self.whole("y", lower + note))
    }

    @Test("refuses a label without a word", arguments: ["\"\"@en", "\"  \"@en"])
    func emptyLabel(label: String) throws {
        #expect(try complaint([("a.ttl", Self.whole("x", " ; skos:altLabel \(label)"))]).line == 3)
    }

    @Test("names the file of a fault of syntax")
    func syntaxFaultInFolder() throws {
        let error = try complaint([
            ("a.ttl", Self.whole("x")), ("thesaurus/b.ttl", "c:y skos:broader c:x ;; \"open .\n"),
        ])
        #expect(error.file == "thesaurus/b.ttl" && (error.line ?? 0) >= 3)
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
