/// One line of a law's body: its words, and how deep a heading it is.
struct SourceLine {
    var text: String
    /// 0 for body text, 1…6 for a heading marked as such.
    var level = 0

    var isBlank: Bool { text.isEmpty }

    /// Lines of plain text, white space at their ends taken off.
    static func lines(of text: String) -> [SourceLine] {
        text.split(omittingEmptySubsequences: false) { $0.isNewline && $0 != "\u{0B}" }
            .map { SourceLine(text: $0.trimmed) }
    }
}
