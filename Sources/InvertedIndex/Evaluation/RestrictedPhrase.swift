/// A phrase with what restricts the documents in which it counts.
struct RestrictedPhrase {
    var phrase: IndexPhrase
    /// What its documents must match besides.
    var filters: [IndexQuery] = []
    /// What they must not match.
    var excluded: [IndexQuery] = []

    init(_ phrase: IndexPhrase) { self.phrase = phrase }

    /// Nil for anything but a phrase and conditions around it.
    init?(_ query: IndexQuery) {
        switch query {
        case .phrase(let phrase): self.init(phrase)
        case .filtered(let inner, let filter):
            self.init(inner)
            filters.append(filter)
        case .excluding(let inner, let unwanted):
            self.init(inner)
            excluded.append(unwanted)
        default: return nil
        }
    }
}
