/// The classifier's rules, read from `rules.tsv`.
///
/// The file has one statement a line, fields separated by tabs; `#` begins a comment line.
///
///     set        NAME  CONCEPT|@SET …            a named set; `id+` means the concept and all below it
///     rule       CODE[,CODE…]  WEAPONS  ASPECT  STRENGTH  CONDITION …
///     contexts   NAME …                          sets that tell what a law is about, for the learned model
///
/// WEAPONS is `context`, `context-or-all`, `all`, `none` or a list such as `CW,BW`; ASPECT is `framework`,
/// `enforcement` or `auto`. Conditions are separated by spaces and must all hold; each is a set of alternatives
/// `a|b|@set`, with `!` before it for "none of these" and a scope before it: `title:`, `heading:`, `ctx:` (heading or
/// text, else the title at a discount); without one the concept stands in heading or text. Four sets have a meaning
/// of their own: `penalty` and `duty` decide the aspect of `auto` rules;
/// `offtopic` in a law's title and `housekeeping` in a heading weaken every rule.
struct RuleTable: Sendable {
    private(set) var rules: [ObligationRule] = []
    private(set) var penalties = ConceptSet()
    private(set) var duties = ConceptSet()
    /// Matters in a law's title, and functions in a heading, that make any obligation unlikely.
    private(set) var offTopic = ConceptSet()
    private(set) var housekeeping = ConceptSet()
    /// Sets that tell what a law or provision is about, in the order of the file.
    private(set) var contexts: [(name: String, concepts: ConceptSet)] = []

    static let fileName = "rules.tsv"

    init(text: String, matrix: ObligationMatrix, thesaurus: Thesaurus) throws(ResourceError) {
        guard thesaurus.concepts.count <= ConceptSet.capacity else {
            throw ResourceError(
                name: "thesaurus.ttl", reason: "\(thesaurus.concepts.count) concepts; at most \(ConceptSet.capacity)")
        }
        var sets: [String: ConceptSet] = [:]
        for line in ResourceLine.all(in: text) {
            let number = line.number
            let fields = line.fields.filter { !$0.isEmpty }
            switch (fields.first, fields.count) {
            case ("set", 3):
                var set = ConceptSet()
                for word in fields[2].split(whereSeparator: { $0 == " " || $0 == "|" }) {
                    set.formUnion(try Self.concepts(word, sets, thesaurus, line: number))
                }
                sets[fields[1]] = set
            case ("rule", 6):
                try addRules(fields, sets, matrix, thesaurus, line: number)
            case ("contexts", 2):
                for name in fields[1].split(separator: " ").map(String.init) {
                    guard let set = sets[name] else { throw Self.fault(number, "set '\(name)' is not defined above") }
                    contexts.append((name, set))
                }
            default:
                throw Self.fault(number, "neither set, rule nor contexts with its number of fields")
            }
        }
        penalties = sets["penalty"] ?? ConceptSet()
        duties = sets["duty"] ?? ConceptSet()
        offTopic = sets["offtopic"] ?? ConceptSet()
        housekeeping = sets["housekeeping"] ?? ConceptSet()
    }

    private mutating func addRules(
        _ fields: [String], _ sets: [String: ConceptSet], _ matrix: ObligationMatrix, _ thesaurus: Thesaurus, line: Int
    ) throws(ResourceError) {
        guard let strength = Double(fields[4]), strength > 0, strength <= 1 else {
            throw Self.fault(line, "strength '\(fields[4])' is not above 0 and at most 1")
        }
        let aspects: ObligationRule.Aspects
        if fields[3] == "auto" {
            aspects = .automatic
        } else if let aspect = Aspect(rawValue: fields[3]) {
            aspects = .fixed(aspect)
        } else {
            throw Self.fault(line, "unknown aspect '\(fields[3])'; framework, enforcement or auto")
        }
        let reach: ObligationRule.Reach
        switch fields[2] {
        case "context": reach = .context
        case "context-or-all": reach = .contextOrAll
        case "all": reach = .fixed(Weapon.allCases)
        case "none": reach = .fixed([])
        default:
            var weapons: [Weapon] = []
            for name in fields[2].split(separator: ",") {
                guard let weapon = Weapon(rawValue: String(name)) else {
                    throw Self.fault(line, "unknown weapon '\(name)'")
                }
                weapons.append(weapon)
            }
            reach = .fixed(weapons)
        }
        var conditions: [ObligationRule.Condition] = []
        for word in fields[5].split(separator: " ") {
            conditions.append(try Self.condition(word, sets, thesaurus, line: line))
        }
        guard conditions.contains(where: { !$0.isNegated }) else {
            throw Self.fault(line, "a rule needs a condition that is not negated")
        }
        for name in fields[1].split(separator: ",") {
            let code = ObligationCode(String(name))
            guard matrix.row(code) != nil else {
                let near = matrix.suggestion(for: code.rawValue).map { "; did you mean '\($0)'?" } ?? ""
                throw Self.fault(line, "unknown code '\(code)'\(near)")
            }
            rules.append(
                ObligationRule(
                    code: code, reach: reach, aspects: aspects, strength: strength, conditions: conditions, line: line))
        }
    }

    private static func condition(
        _ word: Substring, _ sets: [String: ConceptSet], _ thesaurus: Thesaurus, line: Int
    ) throws(ResourceError) -> ObligationRule.Condition {
        var rest = word
        let isNegated = rest.hasPrefix("!")
        if isNegated { rest = rest.dropFirst() }
        var scope = ObligationRule.Scope.body
        for (name, value) in [
            ("title:", ObligationRule.Scope.title), ("heading:", .heading), ("ctx:", .context),
        ] where rest.hasPrefix(name) {
            scope = value
            rest = rest.dropFirst(name.count)
        }
        var concepts = ConceptSet()
        for part in rest.split(separator: "|") {
            concepts.formUnion(try Self.concepts(part, sets, thesaurus, line: line))
        }
        guard !concepts.isEmpty else { throw fault(line, "condition '\(word)' names no concept") }
        return ObligationRule.Condition(scope: scope, concepts: concepts, isNegated: isNegated)
    }

    private static func concepts(
        _ word: Substring, _ sets: [String: ConceptSet], _ thesaurus: Thesaurus, line: Int
    ) throws(ResourceError) -> ConceptSet {
        if word.hasPrefix("@") {
            guard let set = sets[String(word.dropFirst())] else {
                throw fault(line, "set '\(word)' is not defined above")
            }
            return set
        }
        let withNarrower = word.hasSuffix("+")
        let id = String(withNarrower ? word.dropLast() : word)
        guard let index = thesaurus.index(of: id) else {
            throw fault(line, "concept '\(id)' is not in thesaurus.ttl, from which rules take their concepts")
        }
        var set = ConceptSet()
        set.insert(index)
        if withNarrower { for below in thesaurus.closure(of: id) { set.insert(thesaurus.index(of: below) ?? index) } }
        return set
    }

    private static func fault(_ line: Int, _ reason: String) -> ResourceError {
        ResourceError(name: fileName, line: line, reason: reason)
    }
}
