/// Cuts a query into tokens.
struct QueryLexer {
    let text: QueryText
    var place = 0
    private var tokens: [QueryToken] = []
    private var clauseCount = 0
    private var openCount = 0

    private init(_ text: String) {
        self.text = QueryText(text)
    }

    /// The tokens of `text`.
    static func tokens(_ text: String) throws(QueryFault) -> [QueryToken] {
        var lexer = QueryLexer(text)
        while lexer.place < lexer.text.count { try lexer.step() }
        try lexer.requireOperandOfField(at: lexer.text.count)
        return lexer.tokens
    }

    private mutating func step() throws(QueryFault) {
        let start = place
        let scalar = text.folded[place]
        if text.isSpace(place) || text.isSeparator(place) {
            try requireOperandOfField(at: place)
            place += 1
        } else if scalar == "(" {
            place += 1
            openCount += 1
            push(.open, from: start)
        } else if scalar == ")" {
            try requireOperandOfField(at: place)
            place += 1
            if openCount == 0, endsLabel(at: start) { return }
            openCount = max(0, openCount - 1)
            push(.close, from: start)
        } else if let family = QuoteFamily(scalar), !text.isGershayim(place) {
            let phrase = try readPhrase(family)
            try pushClause(.phrase(phrase), from: start, values: 1)
            try refuseSuffix(of: start..<place)
        } else if scalar == "+" || scalar == "-", isSign(place) {
            if case .field = tokens.last?.kind, let field = tokens.last {
                let sign = String(Character(scalar))
                throw QueryFault(
                    .misplacedOperator, "'\(sign)' stands before the field, not behind its colon",
                    text.range(place, place + 1),
                    fix: .init(
                        range: field.range.lowerBound..<text.offsets[place + 1],
                        replacement: sign + text.string(place(ofUTF8: field.range.lowerBound)..<place)))
            }
            place += 1
            push(scalar == "+" ? .plus : .minus, from: start)
        } else {
            try readWord()
        }
    }

    /// Whether a `)` that closes nothing belongs to the label of a paragraph (`20a)`, `1)`).
    private func endsLabel(at place: Int) -> Bool {
        guard let last = tokens.last, case .word(let label) = last.kind else { return false }
        return last.range.upperBound == text.offsets[place] && label.unicodeScalars.contains(where: QueryText.isDigit)
    }

    /// Whether a `+` or `-` here is an operator: what follows can be looked for.
    private func isSign(_ place: Int) -> Bool {
        guard place + 1 < text.count else { return false }
        return QueryLexer.isSignable(text.folded[place + 1])
    }

    /// Whether a `+` or `-` before `next` (folded) is an operator.
    static func isSignable(_ next: Unicode.Scalar) -> Bool {
        next == "(" || next == "\\" || QueryText.isWordScalar(next) || QuoteFamily(next) != nil
    }

    private func place(ofUTF8 offset: Int) -> Int {
        var (low, high) = (0, text.count)
        while low < high {
            let middle = (low + high) / 2
            if text.offsets[middle] < offset { low = middle + 1 } else { high = middle }
        }
        return low
    }

    private mutating func push(_ kind: QueryToken.Kind, from start: Int) {
        tokens.append(QueryToken(kind: kind, range: text.range(start, place)))
    }

    private mutating func pushClause(_ kind: QueryToken.Kind, from start: Int, values: Int) throws(QueryFault) {
        clauseCount += values
        guard clauseCount <= QueryParser.maximumClauses else {
            throw QueryFault(
                .tooManyClauses, "the query has more than \(QueryParser.maximumClauses) words, phrases and values",
                text.range(start, place))
        }
        push(kind, from: start)
    }

    /// A field token must be followed at once by what it applies to.
    private func requireOperandOfField(at place: Int) throws(QueryFault) {
        guard let last = tokens.last, case .field(let field) = last.kind else { return }
        throw emptyField(field.rawValue, from: last.range.lowerBound, at: place)
    }

    /// The mistake of a name, written from UTF-8 offset `start`, with nothing behind its colon; the mend takes the space away or, at the end, the name.
    func emptyField(_ name: String, from start: Int, at place: Int) -> QueryFault {
        var next = place
        while next < text.count, text.isSpace(next) { next += 1 }
        let hasValue = next > place && next < text.count && QueryText.isWordScalar(text.folded[next])
        let range = hasValue ? text.range(place, next) : start..<text.offsets[place]
        return QueryFault(
            .emptyField, "nothing follows '\(name):'; write the value directly behind the colon",
            start..<text.offsets[place], fix: .init(range: range, replacement: ""))
    }

    // MARK: - Phrases

    /// Reads from an opening mark to its closing mark.
    mutating func readPhrase(_ family: QuoteFamily) throws(QueryFault) -> String {
        let start = place
        var end = place + 1
        if family.opens(text.folded[place]) {
            while end < text.count, !family.closes(text.folded[end]) || text.isGershayim(end) { end += 1 }
        } else {
            end = text.count
        }
        guard end < text.count else {
            let opens = family.opens(text.folded[start])
            let offset = opens ? text.offsets[text.count] : text.offsets[start]
            let isLast = start + 1 == text.count
            throw QueryFault(
                .unbalancedQuote,
                opens ? "the quotation mark is never closed" : "the quotation mark closes nothing",
                text.range(start, start + 1),
                fix: opens && !isLast
                    ? .init(range: offset..<offset, replacement: String(Character(family.canonical.close)))
                    : .init(range: text.range(start, start + 1), replacement: ""))
        }
        place = end + 1
        let words = text.scalars[(start + 1)..<end].split(whereSeparator: QueryText.isSpace)
        guard words.contains(where: { $0.contains(where: QueryText.isSearchable) }) else {
            throw QueryFault(
                .emptyGroup, "the quotation marks hold no word", text.range(start, place),
                fix: .init(range: text.range(start, place), replacement: ""))
        }
        var phrase = String.UnicodeScalarView()
        for (number, word) in words.enumerated() {
            if number > 0 { phrase.append(" ") }
            phrase.append(contentsOf: word)
        }
        return String(phrase)
    }

    private func refuseSuffix(of phrase: Range<Int>) throws(QueryFault) {
        guard place < text.count, text.folded[place] == "*" || text.folded[place] == "~" else { return }
        var end = place + 1
        while end < text.count, QueryText.isDigit(text.folded[end]) { end += 1 }
        let isStar = text.folded[place] == "*"
        throw QueryFault(
            isStar ? .misplacedWildcard : .badEditDistance,
            isStar ? "a phrase takes no '*'" : "a phrase takes no '~'; for words near each other write a NEAR/5 b",
            text.range(place, end), fix: .init(range: text.range(place, end), replacement: ""))
    }

    // MARK: - Words

    private mutating func readWord() throws(QueryFault) {
        let start = place
        var followsSign = false
        switch tokens.last?.kind {
        case .field, .plus, .minus: followsSign = tokens.last?.range.upperBound == text.offsets[start]
        default: break
        }
        var scanner = WordScanner(text: text, place: start, isLiteral: false)
        switch scanner.scan() {
        case .name(let name, let colon):
            place = colon + 1
            try readName(name, from: start)
        case .unknownName(let name, let colon):
            throw unknownField(name, from: start, colon: colon)
        case .word(let word):
            // Always move on, whatever stands here.
            place = max(word.end, start + 1)
            let range = text.range(start, place)
            if !followsSign, let kind = try OperatorReader.read(word, range) {
                push(kind, from: start)
            } else if let kind = try OperatorReader.term(word, range) {
                try pushClause(kind, from: start, values: 1)
            } else {
                dropSigns(before: start)
                try requireOperandOfField(at: start)
            }
        }
    }

    /// Takes back the signs of a word that is punctuation only.
    private mutating func dropSigns(before start: Int) {
        var edge = text.offsets[start]
        while let last = tokens.last, last.range.upperBound == edge, last.kind == .plus || last.kind == .minus {
            tokens.removeLast()
            edge = last.range.lowerBound
        }
    }

    private func unknownField(_ name: String, from start: Int, colon: Int) -> QueryFault {
        let range = text.range(start, colon)
        let known = QueryName.canonical.joined(separator: ", ")
        guard let nearest = Spelling.nearest(to: name.lowercased(), in: QueryName.canonical) else {
            return QueryFault(
                .unknownField, "'\(name)' is not a field; known are \(known) (write \(name)\\: to look for the word)",
                range, fix: .init(range: text.range(colon, colon + 1), replacement: "\\:"))
        }
        return QueryFault(
            .unknownField, "'\(name)' is not a field; known are \(known)", range,
            fix: .init(range: range, replacement: nearest))
    }

    private mutating func readName(_ name: QueryName, from start: Int) throws(QueryFault) {
        switch name {
        case .field(let field):
            if let last = tokens.last, case .field(let outer) = last.kind,
                last.range.upperBound == text.offsets[start]
            {
                throw QueryFault(
                    .nestedField, "a field cannot stand within '\(outer.rawValue):'", text.range(start, place),
                    fix: .init(range: last.range, replacement: ""))
            }
            push(.field(field), from: start)
        case .filter(let kind):
            let values = try readValues(kind, from: start)
            let accepted: QueryFilter
            do throws(FilterReader.Rejection) {
                accepted = try FilterReader.filter(kind, values.map(\.text))
            } catch {
                let range = values.first { $0.text == error.value }?.range ?? text.range(start, place)
                throw QueryFault(
                    .badValue, error.message, range,
                    fix: error.suggestion.map { .init(range: range, replacement: $0) })
            }
            try pushClause(.filter(accepted), from: start, values: values.count)
        }
    }
}
