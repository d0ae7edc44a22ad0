internal import InvertedIndex

extension QueryPlanner {
    /// A disjunction without disjunctions in it, and with each term once: that form is searched fastest.
    /// `others` are groups of which the best term counts; what they share with the parts goes into them.
    static func flatten(_ parts: [IndexQuery], beside others: [[IndexTerm]] = []) -> IndexQuery {
        var flat: [IndexQuery] = []
        var places: [IndexTermPlace: Int] = [:]
        func add(_ part: IndexQuery) {
            switch part {
            case .any(let inner): inner.forEach(add)
            case .term(let term):
                let place = IndexTermPlace(key: term.key, fields: term.fields)
                if let index = places[place], case .term(var known) = flat[index] {
                    known.boost += term.boost
                    flat[index] = .term(known)
                } else {
                    places[place] = flat.count
                    flat.append(part)
                }
            case .nothing: break
            default: flat.append(part)
            }
        }
        parts.forEach(add)
        // Most translations are not among the words as typed, and a bit for the ends of these says so.
        var ends: UInt64 = 0
        if !others.isEmpty { for place in places.keys { ends |= Self.end(of: place.key) } }
        for group in others {
            let terms = group.map { term in
                guard ends & Self.end(of: term.key) != 0 else { return term }
                // A word that is the same in both languages counts once, by the better of its two weights.
                let place = IndexTermPlace(key: term.key, fields: term.fields)
                guard let index = places[place], case .term(let own) = flat[index] else { return term }
                flat[index] = .nothing
                return own.boost > term.boost * term.certainty ? own : term
            }
            flat.append(terms.count > 1 ? .best(terms) : terms.first.map(IndexQuery.term) ?? .nothing)
        }
        if !others.isEmpty { flat.removeAll { if case .nothing = $0 { true } else { false } } }
        if flat.isEmpty { return .nothing }
        return flat.count == 1 ? flat[0] : .any(flat)
    }

    /// A bit for the length and the last byte of a key.
    private static func end(of key: [UInt8]) -> UInt64 {
        1 << UInt64((key.count * 7 + Int(key.last ?? 0)) & 63)
    }

    private struct IndexTermPlace: Hashable {
        var key: [UInt8]
        var fields: IndexFieldSet
    }
}
