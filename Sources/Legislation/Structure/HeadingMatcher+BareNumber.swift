extension HeadingMatcher {
    /// Matches `12A  Short title` in a line that its format marks as a heading: a number without a full stop.
    static func bareNumber(_ line: String) -> HeadingMatch? {
        var scanner = ScalarScanner(line)
        scanner.skipSpace()
        guard scanner.peek.flatMap(Numeral.decimal) != nil, let numeral = scanner.numeral(afterSign: false),
            numeral.value < 10_000, scanner.isAtEnd || scanner.skipSpace()
        else { return nil }
        // `2011 Act`, `3 months`: a year or an amount heads no section.
        guard let first = scanner.peek else {
            return HeadingMatch(entry: .unit(.section), numeral: numeral, rest: "", isSeparated: true, isBare: true)
        }
        guard first.isAlphabetic && !first.isSmallLetter || "([“\"‘«".unicodeScalars.contains(first) else {
            return nil
        }
        return HeadingMatch(
            entry: .unit(.section), numeral: numeral, rest: scanner.rest, isSeparated: true, isBare: true)
    }
}
