/// Writes snippets for reading.
public struct SnippetRenderer: Sendable {
    /// How matches are marked.
    public enum Style: Sendable, Hashable {
        /// Marks before and after each match, for output without colour.
        case marks(open: String, close: String)
        /// Bold and underlined, by ECMA-48 control sequences.
        case terminal

        /// Two asterisks on either side.
        public static let plain = Style.marks(open: "**", close: "**")
        /// Square brackets.
        public static let brackets = Style.marks(open: "[", close: "]")
    }

    /// How matches are marked.
    public let style: Style
    /// Whether text that is written from right to left is wrapped in a directional isolate (U+2068, U+2069), so
    /// that it does not disturb the columns around it (Unicode Standard Annex 9).
    public let isolatesDirection: Bool

    /// A renderer; `isolatesDirection` is for terminals and mixed tables.
    public init(_ style: Style = .plain, isolatesDirection: Bool = true) {
        self.style = style
        self.isolatesDirection = isolatesDirection
    }

    /// The snippet with its matches marked and `…` where it was cut. Control characters and directional controls of
    /// the source, which could disturb the screen, are left out.
    public func text(_ snippet: Snippet) -> String {
        let (open, close) =
            switch style {
            case .marks(let open, let close): (open, close)
            case .terminal: ("\u{1B}[1;4m", "\u{1B}[22;24m")
            }
        var body = snippet.leadingCut ? "…" : ""
        let utf8 = snippet.text.utf8
        var index = utf8.startIndex
        var offset = 0
        for highlight in snippet.highlights where highlight.lowerBound >= offset {
            guard let from = utf8.index(index, offsetBy: highlight.lowerBound - offset, limitedBy: utf8.endIndex),
                let to = utf8.index(from, offsetBy: highlight.count, limitedBy: utf8.endIndex)
            else { break }
            body += clean(snippet.text[index..<from]) + open + clean(snippet.text[from..<to]) + close
            index = to
            offset = highlight.upperBound
        }
        body += clean(snippet.text[index...])
        if snippet.trailingCut { body += "…" }
        let isIsolated = isolatesDirection && SnippetRenderer.isRightToLeft(snippet.text)
        return isIsolated ? "\u{2068}\(body)\u{2069}" : body
    }

    private func clean(_ text: Substring) -> String {
        var view = String.UnicodeScalarView()
        for scalar in text.unicodeScalars where scalar.value != 0x2028 && scalar.value != 0x2029 {
            if scalar.properties.generalCategory != .control, !scalar.properties.isBidiControl { view.append(scalar) }
        }
        return String(view)
    }

    /// Whether the first letter of `text` is of a script written from right to left.
    public static func isRightToLeft(_ text: String) -> Bool {
        for scalar in text.unicodeScalars where scalar.properties.isAlphabetic {
            switch scalar.value {
            case 0x590...0x8FF, 0xFB1D...0xFDFF, 0xFE70...0xFEFF, 0x10800...0x10FFF, 0x1E800...0x1EFFF: return true
            default: return false
            }
        }
        return false
    }
}
