/// Lines that are put together from the blocks of marked-up text, a number standing before the block it numbers.
struct TextLines {
    private var lines = [""]
    /// Whether the open line has nothing yet but the number of what follows.
    private var holdsNumber = false

    /// Begins a line, unless the open one waits for what it numbers.
    mutating func begin() {
        if !holdsNumber { breakLine() }
    }

    /// Begins a line, whatever stands on the open one.
    mutating func breakLine() { lines.append("") }

    mutating func append(_ words: some StringProtocol) {
        if holdsNumber, words.contains(where: { !$0.isWhitespace }) { holdsNumber = false }
        lines[lines.count - 1] += words
    }

    /// Says that the open line is a number up to here.
    mutating func holdNumber() {
        lines[lines.count - 1] += " "
        holdsNumber = true
    }

    /// Whether there are no words yet.
    var isBlank: Bool { lines.allSatisfy { $0.allSatisfy(\.isWhitespace) } }

    /// The lines that have words, white space run together.
    var text: String {
        lines.map { line in
            // A soft hyphen is no letter of any word.
            line.utf8.contains(0xAD) ? line.replacing("\u{AD}", with: "").singleSpaced : line.singleSpaced
        }
        .filter { !$0.isEmpty }.joined(separator: "\n")
    }
}
