/// A notion of legislation on non-proliferation, with its names in many languages.
public struct Concept: Sendable, Hashable {
    /// A name of a concept in one language.
    public struct Label: Sendable, Hashable {
        /// The name as written.
        public var text: String
        /// BCP 47 tag; `mul` for acronyms and numbers that are the same in every language.
        public var language: String

        /// Makes a label.
        public init(text: String, language: String) {
            self.text = text
            self.language = language
        }
    }

    /// A matrix row that the concept alone points to.
    public struct Indication: Sendable, Hashable {
        /// The row's code.
        public var code: ObligationCode
        /// How strongly, from 0 to 1.
        public var strength: Double
    }

    /// Local name of the concept's IRI, for example `trans-shipment`.
    public var id: String
    /// The subject area the concept belongs to.
    public var scheme: ConceptScheme
    /// The preferred name in each language.
    public var preferredLabels: [Label]
    /// Other names: synonyms, variants of spelling, acronyms.
    public var alternativeLabels: [Label]
    /// Word patterns for recognition only: a `*` at the end of a word stands for any ending.
    public var patterns: [Label]
    /// Ids of the concepts directly above.
    public var broader: [String]
    /// Ids of concepts of the same field.
    public var related: [String]
    /// English note on the use of an ambiguous name.
    public var scopeNote: String?
    /// Weapon types the concept speaks of; empty where it speaks of none.
    public var weapons: Set<Weapon>
    /// Matrix rows the concept points to.
    public var indications: [Indication]

    /// The preferred name in a language (only the primary subtag counts), else in English, else the id.
    public func title(in language: String = "en") -> String {
        let primary = language.lowercased().prefix { $0 != "-" && $0 != "_" }
        return preferredLabels.first { $0.language == primary }?.text
            ?? preferredLabels.first { $0.language == "en" }?.text ?? id
    }

    /// All names, the preferred ones first.
    public var labels: [Label] { preferredLabels + alternativeLabels }
}

/// The subject areas (SKOS concept schemes) of the thesaurus.
public enum ConceptScheme: String, Sendable, Hashable, Codable, CaseIterable {
    case goodsMaterials = "goods-materials"
    case activities
    case actors
    case instruments
    case controls
    case offencesPenalties = "offences-penalties"
    case authorities
    case draftingFunctions = "drafting-functions"
}
