internal import TextAnalysis

/// Counts the names of one language.
struct LanguageAttestation {
    struct Name {
        /// Place of the concept in the thesaurus.
        var concept: Int
        var text: String
        var language: String
        var isPreferred: Bool
    }

    /// Places kept for a name.
    static let placeLimit = 3

    let tag: String
    private(set) var texts = 0
    /// Names of the language itself; those of every language come behind them.
    let ownCount: Int
    private(set) var provisions: [Int]
    private(set) var places: [[String]]
    private var lastText: [Int]
    /// The concept of a name that speaks of a weapon or points strongly to a row of the matrix. The others (act, document,
    /// person) stand in laws on anything.
    private let domainConcepts: [Int?]
    private let trie: NameTrie
    private let analyzer: Analyzer
    private var counter: DomainTermCounter?
    private var buffer = TokenBuffer()
    private var matches: [ConceptMatch] = []

    init(_ tag: String, thesaurus: Thesaurus, wantsCandidates: Bool) {
        self.tag = tag
        let names = Self.names(of: thesaurus, tag)
        ownCount = names.count { $0.language == tag }
        provisions = Array(repeating: 0, count: names.count)
        places = Array(repeating: [], count: names.count)
        lastText = Array(repeating: 0, count: names.count)
        domainConcepts = names.map { name in
            let concept = thesaurus.concepts[name.concept]
            let isOfDomain = !concept.weapons.isEmpty || concept.indications.contains { $0.strength >= 0.5 }
            return isOfDomain ? name.concept : nil
        }
        let analyzer = Analyzer(language: tag)
        self.analyzer = analyzer
        var trie = NameTrie(mode: NameTrie.mode(for: tag))
        var counter = wantsCandidates ? DomainTermCounter() : nil
        // The trie numbers what it holds with 16 bits; no language comes near that many names.
        for (place, name) in names.enumerated().prefix(Int(UInt16.max)) {
            let analyze: ConceptRecognizer.Analysis = { text, buffer in analyzer.analyze(text, into: &buffer) }
            for form in Self.forms(of: name.text, tag) {
                let words = form.hasSuffix("*") ? trie.patternWords(of: form, analyze) : trie.words(of: form, analyze)
                trie.insert(words, name: place)
            }
            var buffer = TokenBuffer()
            analyzer.analyze(name.text, into: &buffer)
            counter?.cover(buffer)
        }
        self.trie = trie
        self.counter = counter
    }

    /// A name in forms that the stems of its language do not bring together; `*` stands for any ending.
    private static func forms(of name: String, _ tag: String) -> [String] {
        switch tag {
        // Korean particles stand at the end of a word, and no stemmer takes them off.
        case "ko" where name.count > 1: return [name + "*"]
        // "And" is written as part of the word, before its article; stems keep both together.
        case "ar": return [name, "و" + name, "وال" + (name.hasPrefix("ال") ? String(name.dropFirst(2)) : name)]
        default: return [name]
        }
    }

    /// The names of a language, in the order of the thesaurus, and behind them those of every language.
    static func names(of thesaurus: Thesaurus, _ tag: String) -> [Name] {
        var names: [Name] = []
        for language in tag == "mul" ? ["mul"] : [tag, "mul"] {
            for (place, concept) in thesaurus.concepts.enumerated() {
                for (labels, isPreferred) in [(concept.preferredLabels, true), (concept.alternativeLabels, false)] {
                    for label in labels where label.language == language {
                        names.append(
                            Name(concept: place, text: label.text, language: language, isPreferred: isPreferred))
                    }
                }
            }
        }
        return names
    }

    mutating func add(_ text: String, law: Int, place: () -> String) {
        texts += 1
        buffer.removeAll()
        analyzer.analyze(text, into: &buffer)
        matches.removeAll(keepingCapacity: true)
        trie.findMatches(in: buffer, into: &matches, nested: true)
        var isOfDomain = false
        var named: String?
        var speaking: Int?
        for match in matches where lastText[match.concept] != texts {
            let name = match.concept
            lastText[name] = texts
            provisions[name] += 1
            if let concept = domainConcepts[name] {
                // One name may be used in another sense; two concepts seldom are at once.
                if let speaking, speaking != concept { isOfDomain = true }
                speaking = concept
            }
            guard places[name].count < Self.placeLimit else { continue }
            let place = named ?? place()
            named = place
            places[name].append(place)
        }
        counter?.add(buffer, of: text, law: law, isOfDomain: isOfDomain)
    }

    func candidates() -> [AttestationReport.Candidate] { counter?.candidates(limit: 20) ?? [] }
}
