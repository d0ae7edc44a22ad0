public import Legislation

/// What became of a provision from one expression of a law to another.
public struct ProvisionChange: Sendable, Hashable {
    /// The change that matters most; see also ``ProvisionChange/isTextChanged``.
    public enum Kind: String, Sendable, Hashable, Codable {
        /// The newer expression alone has it.
        case added
        /// The older expression alone has it.
        case repealed
        /// Its number or eId is another.
        case renumbered
        /// It stands under other headings.
        case moved
        /// Its words or its heading are others.
        case changed
        /// Nothing.
        case unchanged
    }

    /// The provision in the older expression; nil when it was added.
    public let before: Provision?
    /// The provision in the newer expression; nil when it was repealed.
    public let after: Provision?

    /// What became of it.
    public var kind: Kind {
        guard let before else { return .added }
        guard let after else { return .repealed }
        if before.eId != after.eId { return .renumbered }
        if before.path != after.path { return .moved }
        return isTextChanged ? .changed : .unchanged
    }

    /// Whether the words or the heading are others.
    public var isTextChanged: Bool {
        before?.text != after?.text || before?.heading != after?.heading || before?.number != after?.number
    }

    /// The words compared.
    public var words: [WordRun] { WordDifference.runs(from: before?.text ?? "", to: after?.text ?? "") }
    /// The headings compared.
    public var headingWords: [WordRun] { WordDifference.runs(from: before?.heading ?? "", to: after?.heading ?? "") }
}

/// Two expressions of a law compared by provision.
public struct LawDifference: Sendable, Hashable {
    /// Every provision of both, once: in the order of the newer expression, those repealed where they stood.
    public let changes: [ProvisionChange]

    /// Compares provisions of an older and a newer expression, each in the order of its law.
    public init(from old: [Provision], to new: [Provision]) {
        let pairs = ProvisionMatcher(old, new).pairs
        var oldOfNew: [Int: Int] = [:]
        for (left, right) in pairs { oldOfNew[right] = left }
        let matched = Set(pairs.map(\.old))
        var changes: [ProvisionChange] = []
        var place = 0
        // A repealed provision stands behind the one it stood behind.
        func appendRepealed(before end: Int) {
            while place < end {
                if !matched.contains(place) { changes.append(ProvisionChange(before: old[place], after: nil)) }
                place += 1
            }
        }
        for (number, provision) in new.enumerated() {
            if let left = oldOfNew[number] {
                appendRepealed(before: left)
                changes.append(ProvisionChange(before: old[left], after: provision))
            } else {
                changes.append(ProvisionChange(before: nil, after: provision))
            }
        }
        appendRepealed(before: old.count)
        self.changes = changes
    }

    /// How many provisions there are of each kind of change.
    public var counts: [ProvisionChange.Kind: Int] { changes.reduce(into: [:]) { $0[$1.kind, default: 0] += 1 } }
}
