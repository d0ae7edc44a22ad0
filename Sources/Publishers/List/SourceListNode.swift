internal import Yams

/// A node of a list of sources that knows where it stands.
struct SourceListNode {
    let node: Node
    let file: String
    /// Line, counted from 1.
    let line: Int

    init(_ node: Node, in file: String, line: Int) {
        self.node = node
        self.file = file
        self.line = node.mark?.line ?? line
    }

    func error(_ message: String, mend: String) -> SourceListError {
        SourceListError(file: file, line: line, message: message, mend: mend)
    }

    /// Value of a key; nil where the key is missing.
    func child(_ key: String) throws(SourceListError) -> SourceListNode? {
        try pairs().first { $0.key == key }?.value
    }

    /// Value of a key that must be there.
    func required(_ key: String) throws(SourceListError) -> SourceListNode {
        guard let child = try child(key) else {
            throw error("\(key) is missing", mend: "add a line \(key): with its value")
        }
        return child
    }

    func pairs() throws(SourceListError) -> [(key: String, value: SourceListNode)] {
        guard case .mapping(let mapping) = node else {
            throw error("keys with values are expected here", mend: "write lines of the form key: value")
        }
        var pairs: [(key: String, value: SourceListNode)] = []
        for (key, value) in mapping {
            guard case .scalar(let name) = key else { throw error("a key is no word", mend: "write key: value") }
            pairs.append((name.string, SourceListNode(value, in: file, line: key.mark?.line ?? line)))
        }
        return pairs
    }

    func allowOnly(_ keys: [String]) throws(SourceListError) {
        for (key, value) in try pairs() where !keys.contains(key) {
            throw value.error("\(key) is no key here", mend: "known are \(keys.joined(separator: ", "))")
        }
    }

    var isList: Bool {
        if case .sequence = node { true } else { false }
    }

    func elements() throws(SourceListError) -> [SourceListNode] {
        guard case .sequence(let sequence) = node else {
            throw error("a list is expected here", mend: "begin each element with a hyphen")
        }
        return sequence.map { SourceListNode($0, in: file, line: line) }
    }

    /// A word or sentence, never empty.
    func string() throws(SourceListError) -> String {
        guard case .scalar(let scalar) = node else {
            throw error("a single value is expected here", mend: "write it behind the colon; in quotes if it has signs")
        }
        guard scalar.string.contains(where: { !$0.isWhitespace }) else {
            throw error("the value is empty", mend: "write it behind the colon, or take the line out")
        }
        return scalar.string
    }
}
