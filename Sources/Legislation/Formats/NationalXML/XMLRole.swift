/// What an element that stands outside provisions means to the reader of a dialect.
enum XMLRole: Sendable {
    /// A provision, with all that is in it: a provision within it is quoted or amended text, not one of this law's.
    case unit(ProvisionKind)
    /// The line that opens a provision, whose text follows as its siblings up to the next.
    case opening(ProvisionKind)
    /// Part, title, chapter: its heading goes into the path of what is in it.
    case container
    /// Holds provisions and the heading that is theirs.
    case group
    /// Schedule, annex, appendix: provisions in it are not the law's own.
    case schedule
    /// Provisions that follow the law's own: entry into force, transition.
    case supplement
    /// Number or title of the division it stands in.
    case heading
    /// A heading that stands beside what it heads, up to the next of its rank or a higher one; lower numbers are higher.
    case crossHeading(rank: Int)
    /// Heading of the provision that comes next.
    case unitHeading
    /// Enacting words, recitals; what these children say is not repeated in its text.
    case preamble(without: Set<String> = [])
    /// Words of the law that are no provision, with all that is in it: quoted provisions, concluding formulas.
    case words
    /// Facts about the law.
    case facts
    /// One law of several in a file.
    case law
    case skip
    /// Nothing in itself.
    case through
}

/// Where in a law a reader is.
struct XMLPlace {
    /// Open elements, outermost first.
    var ancestors: [String] = []
    /// What has been said of the law so far.
    var law = LawDraft()
    var isInSchedule = false
    var isInSupplement = false
    /// Number, as an eId has it, of the provision whose text is being read.
    var open: String?

    var parent: String { ancestors.last ?? "" }
}
