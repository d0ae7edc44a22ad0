/// The name of a document's file.
enum DocumentName {
    private static let readableLimit = 100

    /// A name that tells people what it is and is never that of another address: the source, the last words of the
    /// address, twelve digits of its digest, and the ending of the format.
    static func name(of address: WebAddress, in source: LawSource) -> String {
        var words: [Substring] = []
        let isPlain: (Character) -> Bool = { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "_" || $0 == ".") }
        for word in RobotsPattern.normalized(address.pathAndQuery).split(whereSeparator: {
            !isPlain(Character(UnicodeScalar($0)))
        }) {
            words.append(Substring(String(decoding: word, as: UTF8.self)))
        }
        var readable = words.joined(separator: "-")
        while readable.contains("..") { readable = readable.replacing("..", with: ".") }
        let ending = source.format.fileEnding
        if readable.lowercased().hasSuffix(ending) { readable.removeLast(ending.count) }
        readable = String(readable.suffix(readableLimit).drop { "-.".contains($0) })
        let digest = Digest.sha256(address.text.utf8).prefix(12)
        let name = "\(source.id)--\(readable.isEmpty ? "" : readable + "-")\(digest)\(ending)"
        // Files that are called so are not taken for laws when a folder is read.
        return name.hasPrefix("readme") || name.hasPrefix("license") ? "law-" + name : name
    }
}
