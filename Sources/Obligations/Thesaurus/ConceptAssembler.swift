/// Puts concepts together from the triples of the thesaurus's files.
struct ConceptAssembler {
    private static let skos = "http://www.w3.org/2004/02/skos/core#"
    private static let type = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type"

    private struct Draft {
        var isConcept = false
        var scheme: ConceptScheme?
        var preferred: [Concept.Label] = []
        var alternative: [Concept.Label] = []
        var patterns: [Concept.Label] = []
        var broader: [String] = []
        var related: [String] = []
        var scopeNote: String?
        var weapons: Set<Weapon> = []
        var indications: [String] = []
    }

    let sources: [ThesaurusSource]
    private var order: [String] = []
    private var drafts: [String: Draft] = [:]
    private var codes: [String: String] = [:]
    private var strengths: [String: Double] = [:]

    init(sources: [ThesaurusSource]) { self.sources = sources }

    /// - Parameter source: place of the triple's file in ``sources``.
    mutating func add(_ triple: TurtleReader.Triple, source: Int) throws(ThesaurusError) {
        // Every file counts its blank nodes from the beginning.
        func local(blank node: String) -> String { "\(source)\(node)" }
        if triple.subject.hasPrefix("_:") { return try addIndication(triple, local(blank: triple.subject), source) }
        guard triple.subject.hasPrefix(Thesaurus.namespace) else { return }
        let id = String(triple.subject.dropFirst(Thesaurus.namespace.count))
        // Concept schemes live in the same namespace under `scheme-`; they carry no data that is read here.
        guard !id.hasPrefix("scheme-") else { return }
        if drafts[id] == nil {
            drafts[id] = Draft()
            order.append(id)
        }
        var draft = drafts[id] ?? Draft()
        func fault(_ reason: String, holding word: String? = nil) -> ThesaurusError {
            [sources[source]].fault(id, holding: word, reason)
        }
        func label(_ text: String, _ language: String?) throws(ThesaurusError) -> Concept.Label {
            guard let language, text.contains(where: { !$0.isWhitespace }) else {
                throw fault(
                    "label '\(text)' is empty or has no language tag; write it as \"name\"@en",
                    holding: "\"\(text)\"")
            }
            return Concept.Label(text: text, language: language)
        }

        switch (triple.predicate, triple.object) {
        case (Self.type, .resource(Self.skos + "Concept")):
            draft.isConcept = true
        case (Self.skos + "inScheme", .resource(let iri)):
            let name = Self.local(iri).map { $0.dropFirst($0.hasPrefix("scheme-") ? 7 : 0) } ?? ""
            guard let scheme = ConceptScheme(rawValue: String(name)) else {
                throw fault("unknown scheme <\(iri)>", holding: "skos:inScheme")
            }
            draft.scheme = scheme
        case (Self.skos + "prefLabel", .literal(let text, let language)):
            let label = try label(text, language)
            if let other = draft.preferred.first(where: { $0.language == label.language }), other != label {
                throw fault(
                    "two preferred labels in '\(label.language)', '\(other.text)' and '\(text)'; "
                        + "make one an skos:altLabel", holding: "\"\(text)\"@\(label.language)")
            }
            if !draft.preferred.contains(label) { draft.preferred.append(label) }
        case (Self.skos + "altLabel", .literal(let text, let language)):
            draft.alternative.append(try label(text, language))
        case (Thesaurus.namespace + "pattern", .literal(let text, let language)):
            draft.patterns.append(try label(text, language))
        case (Self.skos + "broader", .resource(let iri)):
            draft.broader.append(Self.local(iri) ?? iri)
        case (Self.skos + "related", .resource(let iri)):
            draft.related.append(Self.local(iri) ?? iri)
        case (Self.skos + "scopeNote", .literal(let text, _)):
            draft.scopeNote = text
        case (Thesaurus.namespace + "weapon", .literal(let text, _)):
            guard let weapon = Weapon(rawValue: text) else {
                throw fault("unknown weapon '\(text)'; NW, CW or BW", holding: "\"\(text)\"")
            }
            draft.weapons.insert(weapon)
        case (Thesaurus.namespace + "indicates", .resource(let node)):
            draft.indications.append(local(blank: node))
        default:
            let name = Self.local(triple.predicate).map { "c:" + $0 }
            throw fault(
                "unknown statement <\(triple.predicate)>, or its value is of the wrong kind", holding: name)
        }
        drafts[id] = draft
    }

    private mutating func addIndication(
        _ triple: TurtleReader.Triple, _ node: String, _ source: Int
    ) throws(ThesaurusError) {
        guard case .literal(let text, _) = triple.object else { return }
        switch triple.predicate {
        case Thesaurus.namespace + "code": codes[node] = text
        case Thesaurus.namespace + "strength":
            guard let strength = Double(text), strength >= 0, strength <= 1 else {
                throw ThesaurusError(
                    file: sources[source].name, line: nil, concept: nil,
                    reason: "strength '\(text)' is not between 0 and 1")
            }
            strengths[node] = strength
        default: break
        }
    }

    func concepts() throws(ThesaurusError) -> [Concept] {
        var concepts: [Concept] = []
        concepts.reserveCapacity(order.count)
        for id in order {
            guard let draft = drafts[id] else { continue }
            func fault(_ reason: String, holding word: String? = nil) -> ThesaurusError {
                sources.fault(id, holding: word, reason)
            }
            guard draft.isConcept else {
                throw fault("is not declared an skos:Concept; declare it, or mend the id if it names another")
            }
            guard let scheme = draft.scheme else { throw fault("has no skos:inScheme; add one") }
            for target in draft.broader + draft.related where drafts[target] == nil {
                throw fault(
                    "points to '\(target)', which is not defined; define it, or take the pointer out",
                    holding: "c:" + target)
            }
            var indications: [Concept.Indication] = []
            for node in draft.indications {
                guard let code = codes[node] else { throw fault("a c:indicates has no c:code") }
                indications.append(.init(code: ObligationCode(code), strength: strengths[node] ?? 0.5))
            }
            concepts.append(
                Concept(
                    id: id, scheme: scheme, preferredLabels: draft.preferred, alternativeLabels: draft.alternative,
                    patterns: draft.patterns, broader: draft.broader, related: draft.related,
                    scopeNote: draft.scopeNote, weapons: draft.weapons, indications: indications))
        }
        return concepts
    }

    private static func local(_ iri: String) -> String? {
        iri.hasPrefix(Thesaurus.namespace) ? String(iri.dropFirst(Thesaurus.namespace.count)) : nil
    }
}
