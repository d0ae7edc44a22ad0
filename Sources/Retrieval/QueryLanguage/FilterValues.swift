/// Reading the list of values behind a filter's colon.
extension QueryLexer {
    /// A value with its place.
    struct Value {
        var text: String
        var range: Range<Int>
    }

    /// Reads values between commas of any script; at least one.
    mutating func readValues(_ kind: QueryFilter.Kind, from start: Int) throws(QueryFault) -> [Value] {
        var values: [Value] = []
        while true {
            let valueStart = place
            let value = try readValue()
            guard let value else {
                guard let last = values.last else {
                    throw emptyField(kind.rawValue, from: text.offsets[start], at: valueStart)
                }
                throw missingValue(after: last, at: valueStart)
            }
            values.append(value)
            guard place < text.count, isComma(place) else { return values }
            place += 1
        }
    }

    /// One value: quoted, or up to white space, a comma or a closing parenthesis; nil where there is none.
    private mutating func readValue() throws(QueryFault) -> Value? {
        let start = place
        guard place < text.count else { return nil }
        if let family = QuoteFamily(text.folded[place]) {
            let phrase = try readPhrase(family)
            let folded = WordScanner.Word.string(phrase.unicodeScalars.map(QueryText.fold))
            return Value(text: folded, range: text.range(start, place))
        }
        var value = String.UnicodeScalarView()
        while place < text.count, !endsValue(place) {
            if text.folded[place] == "(" {
                guard let end = WordScanner.balancedEnd(text, place), place > start else { break }
                value.append(contentsOf: text.folded[place..<end])
                place = end
            } else {
                value.append(text.folded[place])
                place += 1
            }
        }
        guard place > start else { return nil }
        return Value(text: String(value), range: text.range(start, place))
    }

    private func endsValue(_ place: Int) -> Bool {
        let scalar = text.folded[place]
        return text.isSpace(place) || isComma(place) || scalar == ")" || QuoteFamily(scalar) != nil
    }

    private func isComma(_ place: Int) -> Bool {
        [",", "、", "،", "､"].contains(text.folded[place])
    }

    /// The mistake of a comma with no value behind it; the mend takes away the space behind it or, where there is
    /// none, the comma.
    private func missingValue(after last: Value, at place: Int) -> QueryFault {
        var next = place
        while next < text.count, text.isSpace(next) { next += 1 }
        let continues = next > place && next < text.count && QueryText.isWordScalar(text.folded[next])
        let end = text.offsets[place]
        return QueryFault(
            .emptyField, "the list of values ends with a comma; write values without spaces: a,b",
            last.range.upperBound..<end,
            fix: .init(range: continues ? end..<text.offsets[next] : last.range.upperBound..<end, replacement: ""))
    }
}
