/// One line of a law's body: its words, and how deep a heading it is.
struct SourceLine {
    var text: String
    /// 0 for body text, 1…6 for a heading marked as such.
    var level = 0
    /// Whether the format sets the whole line apart, bold or centred; false where it says nothing of it.
    var isProminent = false
    /// Whether bold type begins the line.
    var beginsBold = false
    /// Whether it is a footnote or an editor's note, or quoted from another law: it heads nothing.
    var isNote = false

    var isBlank: Bool { text.isEmpty }

    /// Lines of plain text, white space at their ends taken off.
    static func lines(of text: String) -> [SourceLine] {
        text.split(omittingEmptySubsequences: false) { $0.isNewline && $0 != "\u{0B}" }
            .map { SourceLine(text: LetterSpacing.closed($0.trimmed)) }
    }
}
