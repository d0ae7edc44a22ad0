import Foundation

/// A Canadian section, cut where it defines terms.
///
/// Definitions stand in alphabetical order, which is another in each language, and each ends with the other language's
/// term: `Minister means … ( ministre )` is `ministre … ( Minister )`. Two definitions belong together where each
/// begins with the term that the other names. A section without two such definitions stays whole, without the other
/// language's words in parentheses.
struct DefinitionPairs {
    /// Pieces that say the same.
    private(set) var pieces: [(english: String, french: String)] = []
    /// The defined terms.
    private(set) var terms: [(english: String, french: String)] = []

    private struct Definition {
        var text: String
        /// The other language's term.
        var name: String
    }

    init(english: String, french: String) {
        let (left, right) = (Self.split(english), Self.split(french))
        var free = Set(right.definitions.indices)
        for definition in left.definitions {
            let partner = free.sorted().first { place in
                let other = right.definitions[place]
                return Self.begins(definition.text, with: other.name) && Self.begins(other.text, with: definition.name)
            }
            guard let partner else { continue }
            free.remove(partner)
            let other = right.definitions[partner]
            pieces.append((definition.text, other.text))
            terms.append((other.name, definition.name))
        }
        guard pieces.count >= 2 else {
            pieces = [(left.plain, right.plain)]
            return
        }
        pieces.append((left.rest, right.rest))
    }

    /// Whether a definition begins with a term; the first one of a section has the section's opening before it.
    private static func begins(_ text: String, with term: String) -> Bool {
        let opening = text.range(of: ". ", options: .backwards, range: text.startIndex..<text.endIndex)
        return text.lowercased().hasPrefix(term.lowercased())
            || opening.map { text[$0.upperBound...].lowercased().hasPrefix(term.lowercased()) } == true
    }

    private static func split(_ text: String) -> (definitions: [Definition], rest: String, plain: String) {
        var definitions: [Definition] = []
        var plain = ""
        var start = text.startIndex
        while let open = text.range(of: "( ", range: start..<text.endIndex),
            let close = text.range(of: " )", range: open.upperBound..<text.endIndex)
        {
            let before = text[start..<open.lowerBound]
            let name = text[open.upperBound..<close.lowerBound]
            definitions.append(
                Definition(text: before.trimmingCharacters(in: .whitespaces), name: String(name)))
            plain += before
            start = close.upperBound
        }
        return (definitions, String(text[start...]), plain + text[start...])
    }
}
