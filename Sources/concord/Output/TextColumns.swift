import Foundation

/// Texts side by side on a terminal, each broken to the width of its column.
struct TextColumns {
    let count: Int
    let width: Int
    let gap: Int

    /// Columns of the terminal; 100 where output goes elsewhere and `COLUMNS` says nothing.
    static var terminalWidth: Int {
        var size = winsize()
        if ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 { return Int(size.ws_col) }
        return ProcessInfo.processInfo.environment["COLUMNS"].flatMap { Int($0) } ?? 100
    }

    /// Lines of cells, each padded to the column's width and isolated, so that an Arabic column leaves the others in
    /// their places.
    func lines(_ texts: [String]) -> [[String]] {
        let broken = texts.prefix(count).map { Self.broken($0, width: width) }
        return (0..<(broken.map(\.count).max() ?? 0)).map { row in
            broken.enumerated().map { place, lines in
                let text = row < lines.count ? lines[row] : ""
                // Nothing needs to stand behind the last column.
                let pad = place == broken.count - 1 ? 0 : max(0, width - Self.width(of: text))
                return (text.isEmpty ? "" : Console.isolated(text)) + String(repeating: " ", count: pad)
            }
        }
    }

    /// The text in lines of at most `width` columns, broken at spaces, and between characters that are wide.
    static func broken(_ text: String, width: Int) -> [String] {
        let indent = String(text.prefix { $0 == " " })
        var lines: [String] = []
        var line = indent
        var used = indent.count
        var pending = ""
        func flush(_ word: inout String) {
            guard !word.isEmpty else { return }
            let length = Self.width(of: word)
            if used + length > width, used > indent.count {
                while line.last == " " { line.removeLast() }
                lines.append(line)
                line = indent
                used = indent.count
            }
            line += word
            used += length
            word = ""
        }
        for character in text.dropFirst(indent.count) {
            if character.isWhitespace {
                flush(&pending)
                if used > indent.count, used < width {
                    line += " "
                    used += 1
                } else if used >= width {
                    lines.append(line)
                    line = indent
                    used = indent.count
                }
            } else if Self.width(of: character) == 2 {
                // Punctuation stays with what stands before it.
                if !character.isPunctuation || "《（「".contains(character) { flush(&pending) }
                pending.append(character)
            } else {
                pending.append(character)
            }
        }
        flush(&pending)
        while line.last == " " { line.removeLast() }
        if line.count > indent.count || lines.isEmpty { lines.append(line) }
        return lines
    }

    /// Columns that a text takes.
    static func width(of text: String) -> Int { text.reduce(0) { $0 + width(of: $1) } }

    private static func width(of character: Character) -> Int {
        guard let scalar = character.unicodeScalars.first else { return 0 }
        switch scalar.value {
        case 0x1100...0x115F, 0x2E80...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE6F, 0xFF00...0xFF60,
            0xFFE0...0xFFE6, 0x20000...0x3FFFD:
            return 2
        default:
            let category = scalar.properties.generalCategory
            return category == .nonspacingMark || category == .enclosingMark || category == .format ? 0 : 1
        }
    }
}
