/// A `<!DOCTYPE …>` at the head of a file: read by its bounds, never followed.
struct DoctypeDeclaration {
    /// Name of the root element it is for.
    var name: String
    /// Whether it declares entities of its own, or could.
    var declaresEntities: Bool
    /// Behind its `>`.
    var end: Substring.Index

    /// - Parameter text: what follows the `<`.
    /// - Returns: nil when it is no such declaration, or does not end.
    init?(_ text: Substring) {
        let keyword = "!DOCTYPE"
        guard text.prefix(keyword.count).uppercased() == keyword else { return nil }
        let start = text.index(text.startIndex, offsetBy: keyword.count)
        name = String(text[start...].drop(while: \.isWhitespace).prefix { !$0.isWhitespace && !">[".contains($0) })
        var quote: Character?
        var depth = 0
        var subset = ""
        for (index, character) in zip(text[start...].indices, text[start...]) {
            if depth > 0 { subset.append(character) }
            if let open = quote {
                if character == open { quote = nil }
            } else if character == "\"" || character == "'" {
                quote = character
            } else if character == "[" {
                depth += 1
            } else if character == "]" {
                depth -= 1
            } else if character == ">", depth <= 0 {
                end = text.index(after: index)
                // A reference to a parameter entity may bring in declarations from elsewhere.
                declaresEntities = subset.uppercased().contains("<!ENTITY") || subset.contains("%")
                return
            }
        }
        return nil
    }
}
