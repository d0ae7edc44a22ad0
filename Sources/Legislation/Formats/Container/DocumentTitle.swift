/// The title of a law among what its file says of itself.
enum DocumentTitle {
    /// The title in the document's properties where it is one, else the one that stands out on the page, else the first
    /// line that may be one; nil where there is none.
    static func choose(stated: String?, printed: String?, lines: [SourceLine]) -> String? {
        if let stated = stated?.singleSpaced, isTitle(stated) { return stated }
        if let printed = printed?.singleSpaced, letters(printed) >= 8 { return printed }
        let first = lines.prefix(60).first { line in
            line.text.unicodeScalars.count <= 300 && letters(line.text) >= (isWide(line.text) ? 3 : 8)
                && HeadingMatcher.match(line.text) == nil
        }
        return first?.text
    }

    /// Writers leave the file's name, the template's name or nothing of sense in the properties.
    private static func isTitle(_ text: String) -> Bool {
        let folded = text.lowercased()
        let isOfMachine =
            ["microsoft word", "untitled", "document", "dokument", "documento", "print", "slide ", "template"].contains
        {
            folded.hasPrefix($0)
        }
            || [
                ".doc", ".docx", ".docm", ".pdf", ".rtf", ".odt", ".indd", ".qxd", ".qxp", ".tif", ".txt", ".fm",
                ".wpd",
            ]
            .contains { folded.hasSuffix($0) }
        guard !isOfMachine, !text.contains("_"), !text.contains("\u{FFFD}") else { return false }
        if isWide(text) { return letters(text) >= 4 }
        return letters(text) >= 10 && text.contains(" ")
    }

    private static func letters(_ text: String) -> Int {
        text.unicodeScalars.lazy.filter(\.isAlphabetic).count
    }

    private static func isWide(_ text: String) -> Bool { text.unicodeScalars.contains { $0.value >= 0x2E80 } }
}
