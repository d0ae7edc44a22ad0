/// Which names of the thesaurus occur in a body of laws, and which frequent words of these laws it lacks.
public struct AttestationReport: Sendable, Hashable {
    /// A name and where it occurs.
    public struct Term: Sendable, Hashable {
        /// Id of the concept that bears the name.
        public var concept: String
        /// The name as the thesaurus writes it.
        public var text: String
        /// Whether it is the concept's preferred name in its language.
        public var isPreferred: Bool
        /// Provisions in which the name occurs.
        public var provisions: Int
        /// The first few of them, as they were named to ``ThesaurusAttestation/add(_:language:law:place:)``.
        public var places: [String]
    }

    /// A word or pair of words that marks provisions of the domain and is no part of a name.
    public struct Candidate: Sendable, Hashable {
        /// As it stands where it was first counted.
        public var text: String
        /// Provisions of the domain that hold it.
        public var domain: Int
        /// Other provisions that hold it.
        public var other: Int
        /// Dunning's log-likelihood ratio.
        public var likelihood: Double
    }

    /// The names of one language.
    public struct Language: Sendable, Hashable {
        /// BCP 47 primary tag; `mul` for names that are the same in every language.
        public var tag: String
        /// Texts of the language that were read.
        public var texts: Int
        /// All names, in the order of the thesaurus.
        public var terms: [Term]
        /// Words that the thesaurus lacks, likeliest first; empty where they were not asked for.
        public var candidates: [Candidate]

        /// Names that occur.
        public var attested: Int { terms.count { $0.provisions > 0 } }
        /// Concepts with a name in the language.
        public var concepts: Int { Set(terms.map(\.concept)).count }
        /// Concepts of which at least one name occurs.
        public var attestedConcepts: Int { Set(terms.lazy.filter { $0.provisions > 0 }.map(\.concept)).count }
    }

    /// By language tag; `mul` last.
    public var languages: [Language]
}
