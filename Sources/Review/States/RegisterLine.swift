import Legislation

/// A line of `state-register.tsv`.
enum RegisterLine {
    case state(RegisteredState)
    case names(code: String, language: String, [String])
    case former(RegisteredState.FormerName)

    struct Fault: Error {
        var reason: String
    }

    init(_ fields: [String]) throws(Fault) {
        let columns = ["state": 6, "name": 4, "former": 6]
        guard let kind = fields.first, let count = columns[kind] else {
            throw Fault(reason: "\"\(fields.first ?? "")\" is no kind of line; known are state, name, former")
        }
        guard fields.count == count else {
            throw Fault(reason: "\(fields.count) columns instead of \(count) for a line \"\(kind)\"")
        }
        switch kind {
        case "state": self = .state(try Self.state(fields))
        case "name":
            let state = try Self.jurisdiction(fields[1])
            self = .names(code: state.code, language: fields[2], try Self.names(fields[3]))
        default: self = .former(try Self.former(fields))
        }
    }

    private static func state(_ fields: [String]) throws(Fault) -> RegisteredState {
        let state = try jurisdiction(fields[1])
        guard (try? Jurisdiction(code: fields[2])) == state, fields[2].utf8.count == 3 else {
            throw Fault(reason: "\"\(fields[2])\" is not the alpha-3 code of \(state)")
        }
        guard let membership = RegisteredState.Membership(rawValue: fields[3]), membership != .fictional else {
            throw Fault(reason: "\"\(fields[3])\" is neither member nor observer")
        }
        let group = RegionalGroup(rawValue: fields[4])
        guard group != nil || fields[4] == "-" else { throw Fault(reason: "\"\(fields[4])\" is no regional group") }
        guard !fields[5].isEmpty else { throw Fault(reason: "the name is missing") }
        return RegisteredState(
            jurisdiction: state, alpha3: fields[2], membership: membership, group: group, name: fields[5],
            otherNames: [:], formerNames: [])
    }

    private static func former(_ fields: [String]) throws(Fault) -> RegisteredState.FormerName {
        var heirs: [Jurisdiction] = []
        for code in fields[1].split(separator: ",") { heirs.append(try jurisdiction(String(code))) }
        guard !heirs.isEmpty else { throw Fault(reason: "no State came after") }
        let until = Int(fields[4])
        guard until != nil || fields[4] == "-" else { throw Fault(reason: "\"\(fields[4])\" is no year") }
        return RegisteredState.FormerName(
            names: try names(fields[5]), alpha2: try code(fields[2], letters: 2),
            alpha3: try code(fields[3], letters: 3),
            until: until, heirs: heirs)
    }

    private static func jurisdiction(_ code: String) throws(Fault) -> Jurisdiction {
        guard let state = try? Jurisdiction(code: code), state.code == code else {
            throw Fault(reason: "\"\(code)\" is no ISO 3166-1 alpha-2 code; write two capital letters")
        }
        return state
    }

    private static func code(_ text: String, letters: Int) throws(Fault) -> String? {
        if text == "-" { return nil }
        guard text.utf8.count == letters, text.utf8.allSatisfy({ (0x41...0x5A).contains($0) }) else {
            throw Fault(reason: "\"\(text)\" is no code of \(letters) capital letters")
        }
        return text
    }

    private static func names(_ text: String) throws(Fault) -> [String] {
        let names = text.split(separator: "|", omittingEmptySubsequences: false).map(String.init)
        guard names.allSatisfy({ !$0.isEmpty }) else { throw Fault(reason: "a name is empty") }
        return names
    }
}
