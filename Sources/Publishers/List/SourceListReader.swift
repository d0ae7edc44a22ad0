internal import Foundation
internal import Legislation
internal import Yams

/// Reads `sources.yaml`.
public struct SourceListReader {
    /// Larger lists are refused.
    static let sizeLimit = 8 << 20

    private let file: String

    /// A reader that names `file` in its errors.
    public init(file: String) { self.file = file }

    /// Reads the file.
    ///
    /// - Throws: ``SourceListError``
    public func read() throws(SourceListError) -> SourceList {
        guard let handle = FileHandle(forReadingAtPath: file) else {
            throw SourceListError(
                file: file, isMissing: true, message: "there is no such list of sources that can be read",
                mend: "check the path and its rights, or leave it out to use the list that Concord brings")
        }
        defer { try? handle.close() }
        let data = (try? handle.read(upToCount: Self.sizeLimit + 1)) ?? Data()
        guard data.count <= Self.sizeLimit else {
            throw SourceListError(
                file: file, message: "the list is over \(Self.sizeLimit >> 20) MiB",
                mend: "name an index of the publisher's instead of each address")
        }
        guard let text = String(validating: data, as: UTF8.self) else {
            throw SourceListError(file: file, message: "it is not UTF-8", mend: "save it as UTF-8")
        }
        return try read(text)
    }

    /// Reads a list from its text.
    ///
    /// - Throws: ``SourceListError``
    public func read(_ text: String) throws(SourceListError) -> SourceList {
        let root = SourceListNode(try compose(text), in: file, line: 1)
        try root.allowOnly(["contact", "sources"])
        guard let entries = try root.child("sources")?.elements(), !entries.isEmpty else {
            throw root.error("the list names no sources", mend: "write them under sources:")
        }
        var list = SourceList(sources: [])
        if let given = try root.child("contact") { list.contact = try contact(given) }
        var lines: [String: Int] = [:]
        for entry in entries {
            let source = try LawSourceReader(node: entry).read()
            if let earlier = lines[source.id] {
                throw entry.error(
                    "the id \(source.id) is that of the source in line \(earlier)", mend: "give each source its own id")
            }
            lines[source.id] = entry.line
            list.sources.append(source)
        }
        return list
    }

    private func contact(_ node: SourceListNode) throws(SourceListError) -> String {
        let text = try node.string()
        // It goes into a header field.
        guard text.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7F && $0 != UInt8(ascii: "(") && $0 != UInt8(ascii: ")") }),
            text.utf8.count <= 200, text.contains("@") || text.hasPrefix("https://") || text.hasPrefix("http://")
        else {
            throw node.error(
                "the contact is no address of mail or web", mend: "write it as name@host or https://host/page")
        }
        return text
    }

    /// The YAML parser goes down a level of its own stack with each level of the text.
    private func checkDepth(_ text: String) throws(SourceListError) {
        var depth = 0
        for (number, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
            let indented = line.utf8.drop { $0 == UInt8(ascii: " ") }
            let entries = indented.prefix { "-? ".utf8.contains($0) }
            // An entry of a block cannot stand within brackets.
            if entries.first == UInt8(ascii: "-") { depth = 0 }
            var deepest = depth
            for byte in indented {
                switch byte {
                case UInt8(ascii: "["), UInt8(ascii: "{"): depth += 1
                case UInt8(ascii: "]"), UInt8(ascii: "}"): depth = max(0, depth - 1)
                default: continue
                }
                deepest = max(deepest, depth)
            }
            guard deepest <= 64, entries.count <= 16, line.utf8.count - indented.count <= 128 else {
                throw SourceListError(
                    file: file, line: number + 1, message: "the list nests too deeply",
                    mend: "a list of sources needs no more than three levels")
            }
        }
    }

    private func compose(_ text: String) throws(SourceListError) -> Node {
        try checkDepth(text)
        do {
            if let node = try Yams.compose(yaml: text) { return node }
        } catch let error as YamlError {
            let (problem, line) = Self.place(of: error)
            throw SourceListError(
                file: file, line: line, message: "this is no YAML (\(problem))",
                mend: "mind indentation, and quote values with a colon or a brace")
        } catch {
            throw SourceListError(file: file, message: "this is no YAML (\(error))", mend: "check how it was made")
        }
        throw SourceListError(file: file, message: "it is empty", mend: "write sources under sources:")
    }

    private static func place(of error: YamlError) -> (problem: String, line: Int?) {
        switch error {
        case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
            .composer(_, let problem, let mark, _):
            (problem, mark.line)
        case .reader(let problem, _, _, _): (problem, nil)
        case .duplicatedKeysInMapping(let keys, let context):
            ("the key \(keys.sorted().joined(separator: ", ")) stands twice", context.mark.line)
        default: ("it cannot be read", nil)
        }
    }
}
