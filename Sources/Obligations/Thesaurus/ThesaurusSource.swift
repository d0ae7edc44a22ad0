/// One file of the thesaurus, as read.
struct ThesaurusSource {
    /// Name below the resource folder.
    var name: String
    var turtle: String

    /// The line on which a word stands in the statements about a concept, else the line on which they begin.
    ///
    /// libserd tells lines of faults of syntax only. Statements about a concept begin a line, as `c:id`, in all files
    /// of the thesaurus; in a file that is written otherwise no line is told.
    func line(of concept: String, holding word: String?) -> Int? {
        let head = "c:" + concept
        var first: Int?
        var isInside = false
        for (offset, line) in turtle.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
            if line.first.map({ !$0.isWhitespace && $0 != "#" }) == true {
                isInside = line.hasPrefix(head) && line.dropFirst(head.count).first.map(\.isWhitespace) != false
                if isInside, first == nil { first = offset + 1 }
            }
            if isInside, let word, !word.isEmpty, line.contains(word) { return offset + 1 }
        }
        return word == nil ? first : nil
    }
}

extension [ThesaurusSource] {
    /// An error that names the place of a word in the statements about a concept.
    func fault(_ concept: String, holding word: String? = nil, _ reason: String) -> ThesaurusError {
        for word in word == nil ? [nil] : [word, nil] {
            // What was added last is what is at fault more often.
            for source in reversed() {
                guard let line = source.line(of: concept, holding: word) else { continue }
                return ThesaurusError(file: source.name, line: line, concept: concept, reason: reason)
            }
        }
        return ThesaurusError(
            file: last?.name ?? Thesaurus.fileName, line: nil, concept: concept, reason: reason)
    }
}
