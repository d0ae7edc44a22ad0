public import Legislation
public import Obligations

/// The words of documents on a State in one of the six official languages of the United Nations.
///
/// Read from `documents.tsv`: a line a key, with the words in the order of `ObligationMatrix.languages`.
public struct DocumentWords: Sendable {
    /// The language.
    public let language: LanguageTag
    private let words: [String: String]

    /// Reads the words.
    ///
    /// - Parameter language: BCP 47 tag whose primary part is one of `ObligationMatrix.languages`.
    /// - Throws: `ResourceError` where the file is missing or a line is at fault.
    public init(language: LanguageTag, resources: ResourceFolder = ResourceFolder()) throws(ResourceError) {
        let name = "documents.tsv"
        guard let column = ObligationMatrix.languages.firstIndex(of: language.primary) else {
            throw ResourceError(
                name: name,
                reason: "it has no column for “\(language.tag)”; it has "
                    + ObligationMatrix.languages.joined(separator: ", "))
        }
        var words: [String: String] = [:]
        for line in ResourceLine.all(in: try resources.text(named: name)) {
            let fields = line.fields
            guard fields.count == ObligationMatrix.languages.count + 1, fields.allSatisfy({ !$0.isEmpty }) else {
                throw ResourceError(
                    name: name, line: line.number,
                    reason: "a key and \(ObligationMatrix.languages.count) texts are wanted")
            }
            guard words.updateValue(fields[column + 1], forKey: fields[0]) == nil else {
                throw ResourceError(name: name, line: line.number, reason: "\(fields[0]) stands twice")
            }
        }
        self.language = language
        self.words = words
    }

    /// The words of a key, with what the braces stand for put in; the key itself where the file does not have it.
    public func callAsFunction(_ key: String, _ values: [String: String] = [:]) -> String {
        var text = words[key] ?? key
        for (name, value) in values { text = text.replacing("{\(name)}", with: value) }
        return text
    }

    /// All keys, sorted.
    var keys: [String] { words.keys.sorted() }
}
