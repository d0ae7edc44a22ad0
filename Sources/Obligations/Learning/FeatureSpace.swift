/// The names of features, as the model's file writes them: `text:export`, `nuclear&export`, `heading~ship`.
struct FeatureSpace: Sendable {
    private let concepts: [String]
    private let contexts: [String]
    private let heads: [String]
    private let placeOfConcept: [String: Int]
    private let placeOfContext: [String: Int]
    private let placeOfHead: [String: Int]

    init(concepts: [String], contexts: [String], heads: [String]) {
        func places(_ names: [String]) -> [String: Int] {
            Dictionary(names.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
        }
        self.concepts = concepts
        self.contexts = contexts
        self.heads = heads
        placeOfConcept = places(concepts)
        placeOfContext = places(contexts)
        placeOfHead = places(heads)
    }

    private static let prefixes: [(kind: FeatureKey.Kind, prefix: String)] = [
        (.titleConcept, "title:"), (.headingConcept, "heading:"), (.textConcept, "text:"), (.bodyConcept, "body:"),
        (.titleContext, "title@"), (.bodyContext, "body@"),
        (.titleWord, "title~"), (.headingWord, "heading~"), (.textWord, "text~"), (.shape, "shape="),
    ]

    func name(of key: FeatureKey) -> String {
        func pick(_ names: [String], _ place: Int) -> String { place < names.count ? names[place] : "?" }
        let prefix = Self.prefixes.first { $0.kind == key.kind }?.prefix ?? ""
        return switch key.kind {
        case .titleConcept, .headingConcept, .textConcept, .bodyConcept: prefix + pick(concepts, key.item)
        case .titleContext, .bodyContext: prefix + pick(contexts, key.item)
        case .crossed: pick(contexts, key.context) + "&" + pick(concepts, key.item)
        case .titleWord, .headingWord, .textWord: prefix + pick(heads, key.item)
        case .shape: prefix + (FeatureKey.Shape(rawValue: UInt16(key.item))?.name ?? "?")
        }
    }

    /// What a place in the text is an instance of: the concept, or the headword that its words translate.
    func itemName(of key: FeatureKey, match: Int) -> String {
        switch key.kind {
        case .titleWord, .headingWord, .textWord: match < heads.count ? heads[match] : "?"
        default: match < concepts.count ? concepts[match] : "?"
        }
    }

    /// The feature of a name; nil where thesaurus, rules or lexicon do not have what it speaks of.
    func key(of name: String) -> FeatureKey? {
        for (kind, prefix) in Self.prefixes where name.hasPrefix(prefix) {
            let item = String(name.dropFirst(prefix.count))
            let place: Int? =
                switch kind {
                case .titleConcept, .headingConcept, .textConcept, .bodyConcept: placeOfConcept[item]
                case .titleContext, .bodyContext: placeOfContext[item]
                case .titleWord, .headingWord, .textWord: placeOfHead[item]
                case .shape: FeatureKey.Shape.allCases.first { $0.name == item }.map { Int($0.rawValue) }
                case .crossed: nil
                }
            return place.map { FeatureKey(kind, $0) }
        }
        let parts = name.split(separator: "&", maxSplits: 1).map(String.init)
        guard parts.count == 2, let context = placeOfContext[parts[0]], let concept = placeOfConcept[parts[1]] else {
            return nil
        }
        return FeatureKey(.crossed, concept, context: context)
    }
}
