/// Markdown taken down to words: links to their text, escapes and emphasis removed, lists kept readable.
enum MarkdownText {
    static func lines(of body: Substring) -> [SourceLine] {
        var inComment = false
        return rows(of: body).map { line in
            if inComment || line.utf8.contains(UInt8(ascii: "<")) && line.contains("<!--") {
                inComment = !line.contains("-->")
                return SourceLine(text: "")
            }
            return source(line)
        }
    }

    private static func rows(of body: Substring) -> [Substring] {
        body.utf8.split(separator: 0x0A, omittingEmptySubsequences: false).flatMap { bytes in
            var row = Substring(bytes)
            if row.unicodeScalars.last == "\r" { row.unicodeScalars.removeLast() }
            // Other characters that end a line are rare; to look at characters takes longer than all the rest.
            return row.unicodeScalars.contains(where: Self.endsLine)
                ? row.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline) : [row]
        }
    }

    private static func endsLine(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x0B...0x0D, 0x85, 0x2028, 0x2029: true
        default: false
        }
    }

    private static func source(_ line: Substring) -> SourceLine {
        var text = line.trimmed[...]
        var level = 0
        let marks = text.prefix { $0 == "#" }.count
        if (1...6).contains(marks), text.dropFirst(marks).first.map({ $0 == " " || $0 == "\t" }) ?? true {
            level = marks
            text = text.dropFirst(marks)
        }
        while text.hasPrefix(">") { text = text.dropFirst().drop { $0 == " " } }
        if text.allSatisfy({ "-=*_ ".contains($0) }) { return SourceLine(text: "") }
        if text.hasPrefix(":   ") { text = text.dropFirst(4) }
        var words = LetterSpacing.closed(inline(text)).singleSpaced
        if level > 0 {
            while words.hasSuffix("..") { words.removeLast() }
        }
        return SourceLine(text: words, level: words.isEmpty ? 0 : level)
    }

    /// One pass over a line's scalars.
    static func inline(_ text: some StringProtocol) -> String {
        let scalars = Array(text.unicodeScalars)
        var out = String.UnicodeScalarView()
        var at = 0
        while at < scalars.count {
            let scalar = scalars[at]
            let next = at + 1 < scalars.count ? scalars[at + 1] : nil
            switch scalar {
            case "\\":
                if let next, next.isASCII, !UInt8(ascii: next).isASCIILetter, !UInt8(ascii: next).isASCIIDigit {
                    out.append(next)
                    at += 1
                }
            case "*":
                // A star between spaces is a footnote mark or a product.
                if next == " ", at == 0 || scalars[at - 1] == " " { out.append(at == 0 ? "•" : scalar) }
            case "_":
                if next == "_" || at > 0 && scalars[at - 1] == "_" || isEmphasis(scalars, at) { break }
                out.append(scalar)
            case "`": break
            case "!" where next == "[": break
            case "[":
                guard let link = link(scalars, at) else {
                    out.append(scalar)
                    break
                }
                out.append(
                    contentsOf: inline(String(String.UnicodeScalarView(scalars[(at + 1)..<link.close]))).unicodeScalars)
                at = link.end
            case "<":
                guard let end = tagEnd(scalars, at) else {
                    out.append(scalar)
                    break
                }
                if scalars[at + 1] == "b" || scalars[at + 1] == "p" || scalars[at + 1] == "t" { out.append(" ") }
                at = end
            case "&":
                let (character, end) = entity(scalars, at)
                out.append(character)
                at = end
            default: out.append(scalar)
            }
            at += 1
        }
        return String(out)
    }

    private static func isEmphasis(_ scalars: [Unicode.Scalar], _ at: Int) -> Bool {
        let before = at > 0 ? scalars[at - 1] : " "
        let after = at + 1 < scalars.count ? scalars[at + 1] : " "
        return !before.isAlphabetic || !after.isAlphabetic
    }

    /// `[text](target)` with its closing brackets; nil when it is a bracket like any other.
    private static func link(_ scalars: [Unicode.Scalar], _ open: Int) -> (close: Int, end: Int)? {
        var depth = 0
        for at in open..<min(scalars.count, open + 2000) {
            if scalars[at] == "[" { depth += 1 }
            guard scalars[at] == "]" else { continue }
            depth -= 1
            if depth > 0 { continue }
            guard at + 1 < scalars.count, scalars[at + 1] == "(" else { return nil }
            var round = 0
            for end in (at + 1)..<min(scalars.count, at + 2000) {
                if scalars[end] == "(" { round += 1 }
                if scalars[end] == ")" { round -= 1 }
                if round == 0 { return (at, end) }
            }
            return nil
        }
        return nil
    }

    /// The end of an HTML tag such as `<sup>`; nil for a `<` in a formula.
    private static func tagEnd(_ scalars: [Unicode.Scalar], _ open: Int) -> Int? {
        guard open + 1 < scalars.count else { return nil }
        let first = scalars[open + 1]
        guard first == "/" || first.isASCII && UInt8(ascii: first).isASCIILetter else { return nil }
        guard let end = scalars[open..<min(scalars.count, open + 300)].firstIndex(of: ">") else { return nil }
        return scalars[(open + 1)..<end].allSatisfy { $0.value < 0x2E80 } ? end : nil
    }

    private static func entity(_ scalars: [Unicode.Scalar], _ at: Int) -> (Unicode.Scalar, Int) {
        guard let end = scalars[at..<min(scalars.count, at + 12)].firstIndex(of: ";") else { return ("&", at) }
        let name = String(String.UnicodeScalarView(scalars[(at + 1)..<end]))
        guard let scalar = CharacterReference.scalar(name) else { return ("&", at) }
        return (scalar, end)
    }
}
