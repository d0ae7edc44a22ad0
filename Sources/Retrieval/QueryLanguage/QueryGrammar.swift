/// Builds the tree from tokens by recursive descent; the recursion is bounded by ``QueryParser/maximumDepth``.
struct QueryGrammar {
    private struct Parsed {
        var node: QueryNode
        /// The `+` before it; nil where there is none.
        var plus: Range<Int>?
        var range: Range<Int>
    }

    private let tokens: [QueryToken]
    private let end: Int
    private var next = 0
    private var depth = 0
    /// The field whose operand is being read.
    private var field: QueryField?

    /// Tokens of a query of `length` UTF-8 bytes.
    init(_ tokens: [QueryToken], length: Int) {
        self.tokens = tokens
        end = length
    }

    /// The whole query.
    mutating func query() throws(QueryFault) -> QueryNode {
        guard !tokens.isEmpty else { throw QueryFault(.empty, "the query holds no word to look for", 0..<end) }
        let root = try juxtaposition()
        if let stray = peek {
            throw QueryFault(
                .unbalancedParenthesis, "the parenthesis closes nothing", stray.range,
                fix: .init(range: stray.range, replacement: ""))
        }
        guard let root else { throw QueryFault(.empty, "the query holds no word to look for", 0..<end) }
        if root.excluded != nil {
            throw QueryFault(
                .onlyNegative, "the query only excludes; add at least one word or filter that is looked for",
                0..<end)
        }
        return root
    }

    private var peek: QueryToken? { next < tokens.count ? tokens[next] : nil }

    private mutating func take(_ kind: QueryToken.Kind) -> QueryToken? {
        guard let token = peek, token.kind == kind else { return nil }
        next += 1
        return token
    }

    /// Clauses up to the end or a closing parenthesis; nil where there are none.
    private mutating func juxtaposition() throws(QueryFault) -> QueryNode? {
        var clauses: [QueryClause] = []
        while let token = peek, token.kind != .close {
            let parsed = try disjunction()
            if let excluded = parsed.node.excluded {
                clauses += excluded.map { QueryClause(.mustNot, $0) }
            } else if parsed.plus != nil || parsed.node.isFilter {
                clauses.append(QueryClause(.must, parsed.node))
            } else if case .words(let words) = parsed.node, let last = clauses.last, last.occurrence == .should,
                case .words(let before) = last.node
            {
                clauses[clauses.count - 1].node = .words(before + words)
            } else {
                clauses.append(QueryClause(.should, parsed.node))
            }
        }
        if clauses.isEmpty { return nil }
        if clauses.allSatisfy({ $0.occurrence == .mustNot }) { return .excluding(clauses.map(\.node)) }
        return clauses.count == 1 ? clauses[0].node : .clauses(clauses)
    }

    private mutating func disjunction() throws(QueryFault) -> Parsed {
        var parsed = try conjunction()
        guard case .or = peek?.kind else { return parsed }
        var members: [QueryNode] = []
        try addAlternative(parsed, to: &members)
        while let token = take(.or) {
            let member = try conjunction(after: token)
            try addAlternative(member, to: &members)
            parsed.range = parsed.range.lowerBound..<member.range.upperBound
        }
        return Parsed(node: .any(members), range: parsed.range)
    }

    private func addAlternative(_ member: Parsed, to members: inout [QueryNode]) throws(QueryFault) {
        if member.node.excluded != nil {
            throw QueryFault(
                .misplacedOperator, "an alternative of OR cannot be an exclusion; exclude beside it: (a OR b) -c",
                member.range)
        }
        if let plus = member.plus {
            throw QueryFault(
                .misplacedOperator, "'+' has no meaning beside OR", plus, fix: .init(range: plus, replacement: ""))
        }
        if case .any(let inner) = member.node { members += inner } else { members.append(member.node) }
    }

    private mutating func conjunction(after operation: QueryToken? = nil) throws(QueryFault) -> Parsed {
        var parsed = try unary(after: operation)
        guard case .and = peek?.kind else { return parsed }
        var members = QueryGrammar.members(parsed.node)
        while let token = take(.and) {
            let member = try unary(after: token)
            members += QueryGrammar.members(member.node)
            parsed.range = parsed.range.lowerBound..<member.range.upperBound
        }
        return Parsed(node: .all(members), range: parsed.range)
    }

    private static func members(_ node: QueryNode) -> [QueryNode] {
        if case .all(let inner) = node { inner } else { [node] }
    }

    /// Signs and NOT before an operand.
    private mutating func unary(after operation: QueryToken?) throws(QueryFault) -> Parsed {
        let start = peek?.range.lowerBound
        var isNegated = false
        var plus: Range<Int>?
        var last = operation
        while let token = peek {
            if token.kind == .plus {
                plus = token.range
            } else if token.kind == .not || token.kind == .minus {
                isNegated.toggle()
            } else {
                break
            }
            last = token
            next += 1
        }
        var parsed = try proximity(after: last)
        if isNegated { parsed.node = parsed.node.negated }
        parsed.plus = parsed.node.excluded == nil ? plus : nil
        if let start { parsed.range = start..<parsed.range.upperBound }
        return parsed
    }

    private mutating func proximity(after operation: QueryToken?) throws(QueryFault) -> Parsed {
        let left = try primary(after: operation)
        guard let token = peek, case .near(let distance) = token.kind else { return left }
        next += 1
        try requireNearOperand(left)
        let right = try primary(after: token)
        try requireNearOperand(right)
        if let again = peek, case .near = again.kind {
            throw QueryFault(
                .misplacedOperator, "NEAR joins two; for three write (a NEAR b) AND (b NEAR c)", again.range,
                fix: .init(range: again.range, replacement: "AND"))
        }
        return Parsed(
            node: .near(left.node, right.node, distance: distance),
            range: left.range.lowerBound..<right.range.upperBound)
    }

    private func requireNearOperand(_ operand: Parsed) throws(QueryFault) {
        func isOne(_ node: QueryNode) -> Bool {
            switch node {
            case .words(let words): words.count == 1
            case .phrase, .prefix, .fuzzy: true
            default: false
            }
        }
        if isOne(operand.node) { return }
        if case .any(let members) = operand.node, members.allSatisfy(isOne) { return }
        throw QueryFault(
            .misplacedOperator,
            "NEAR joins words, phrases or (a OR b); put a field around both: heading:(a NEAR/5 b)", operand.range)
    }

    private mutating func primary(after operation: QueryToken?) throws(QueryFault) -> Parsed {
        guard let token = peek else {
            let place = operation?.range ?? end..<end
            throw dangling(place, "nothing follows the operator")
        }
        next += 1
        let word: (String) -> QueryWord = { QueryWord($0, span: QuerySpan(token.range)) }
        let node: QueryNode
        switch token.kind {
        case .word(let text): node = .words([word(text)])
        case .prefix(let text): node = .prefix(word(text))
        case .fuzzy(let text, let edits): node = .fuzzy(word(text), edits: edits)
        case .phrase(let text): node = .phrase(word(text))
        case .filter(let filter):
            if let field { throw nested(in: field, token) }
            node = .filter(filter, QuerySpan(token.range))
        case .field(let name):
            if let field { throw nested(in: field, token) }
            return try scoped(name, token)
        case .open: return try group(token)
        case .close: throw dangling(operation?.range ?? token.range, "nothing follows the operator")
        case .and, .or, .near:
            throw dangling(token.range, operation == nil ? "nothing stands before the operator" : "two operators meet")
        case .not, .plus, .minus:
            throw QueryFault(
                .misplacedOperator, "a sign or NOT cannot stand here", token.range,
                fix: .init(range: token.range, replacement: ""))
        }
        return Parsed(node: node, range: token.range)
    }

    private func dangling(_ range: Range<Int>, _ message: String) -> QueryFault {
        QueryFault(
            .danglingOperator, message + "; take it away or put a word there", range,
            fix: .init(range: range, replacement: ""))
    }

    private func nested(in outer: QueryField, _ token: QueryToken) -> QueryFault {
        QueryFault(
            .nestedField, "neither a field nor a filter can stand within '\(outer.rawValue):'; put it beside",
            token.range)
    }

    private mutating func scoped(_ name: QueryField, _ token: QueryToken) throws(QueryFault) -> Parsed {
        field = name
        var parsed = try primary(after: token)
        field = nil
        parsed.range = token.range.lowerBound..<parsed.range.upperBound
        if let excluded = parsed.node.excluded {
            parsed.node = .excluding(excluded.map { .scoped(name, $0) })
        } else {
            parsed.node = .scoped(name, parsed.node)
        }
        return parsed
    }

    private mutating func group(_ open: QueryToken) throws(QueryFault) -> Parsed {
        depth += 1
        defer { depth -= 1 }
        guard depth <= QueryParser.maximumDepth else {
            throw QueryFault(
                .tooDeep, "parentheses are nested deeper than \(QueryParser.maximumDepth)", open.range)
        }
        let inner = try juxtaposition()
        guard let close = take(.close) else {
            throw QueryFault(
                .unbalancedParenthesis, "the parenthesis is never closed", open.range,
                fix: .init(range: end..<end, replacement: ")"))
        }
        let range = open.range.lowerBound..<close.range.upperBound
        guard let inner else {
            throw QueryFault(
                .emptyGroup, "the parentheses hold nothing", range, fix: .init(range: range, replacement: ""))
        }
        return Parsed(node: inner, range: range)
    }
}
