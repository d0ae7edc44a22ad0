/// An address with places to fill in: `https://host/{kind}/{year}.xml`, each with its values.
struct AddressPattern {
    /// Addresses that a pattern may stand for.
    static let limit = 100_000

    private enum Piece {
        case text(String)
        case variable(String)
    }

    /// What is wrong with a pattern.
    enum Fault: Error, Equatable {
        case unclosed
        case noValues(String)
        case unused(String)
        case tooMany
        case address(WebAddressError)

        var message: String {
            switch self {
            case .unclosed: "a brace of the pattern is not closed"
            case .noValues(let name): "the pattern speaks of {\(name)}, which has no values"
            case .unused(let name): "the pattern does not use the variable \(name)"
            case .tooMany: "the pattern stands for more than \(AddressPattern.limit) addresses"
            case .address(let error): "a filled pattern: \(error)"
            }
        }

        var mend: String {
            switch self {
            case .unclosed: "write variables as {name}"
            case .noValues(let name): "list them under variables: \(name)"
            case .unused: "take it out, or write it in braces in the pattern"
            case .tooMany: "split the source, or name an index of the publisher's"
            case .address: "mend the pattern or the value"
            }
        }
    }

    /// Fills in all values, the last variable changing fastest.
    static func addresses(_ pattern: String, _ variables: [String: [String]]) throws(Fault) -> [WebAddress] {
        let pieces = try pieces(pattern)
        var used: [String] = []
        for case .variable(let name) in pieces where !used.contains(name) {
            guard variables[name]?.isEmpty == false else { throw .noValues(name) }
            used.append(name)
        }
        if let unused = variables.keys.sorted().first(where: { !used.contains($0) }) { throw .unused(unused) }
        var choices: [[String: String]] = [[:]]
        for name in used {
            let values = variables[name] ?? []
            guard choices.count * values.count <= limit else { throw .tooMany }
            choices = choices.flatMap { choice in values.map { choice.merging([name: $0]) { $1 } } }
        }
        var addresses: [WebAddress] = []
        for choice in choices {
            let text = pieces.map { piece in
                switch piece {
                case .text(let text): text
                case .variable(let name): choice[name] ?? ""
                }
            }
            do {
                addresses.append(try WebAddress(text.joined()))
            } catch {
                throw .address(error)
            }
        }
        return addresses
    }

    private static func pieces(_ pattern: String) throws(Fault) -> [Piece] {
        var pieces: [Piece] = []
        var rest = pattern[...]
        while let open = rest.firstIndex(of: "{") {
            pieces.append(.text(String(rest[..<open])))
            let inside = rest[rest.index(after: open)...]
            guard let close = inside.firstIndex(of: "}"), !inside[..<close].contains("{") else { throw .unclosed }
            pieces.append(.variable(String(inside[..<close])))
            rest = inside[inside.index(after: close)...]
        }
        pieces.append(.text(String(rest)))
        return pieces
    }

    /// Values that one word stands for: `1994..2020` for the whole numbers between, with the zeros of `001..120`.
    static func values(_ word: String) -> [String]? {
        guard let dots = word.firstRange(of: ".."),
            let first = Int(word[..<dots.lowerBound]), let last = Int(word[dots.upperBound...])
        else { return [word] }
        guard first >= 0, first <= last, last - first < limit else { return nil }
        let width = word[..<dots.lowerBound].hasPrefix("0") ? word[..<dots.lowerBound].count : 0
        return (first...last).map { number in
            let digits = String(number)
            return String(repeating: "0", count: max(0, width - digits.count)) + digits
        }
    }
}
