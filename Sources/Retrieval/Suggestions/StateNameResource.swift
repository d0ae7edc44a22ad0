internal import Legislation
internal import Obligations

/// Names of States that CLDR does not have, as `state-names.tsv` gives them.
struct StateNameResource: Sendable {
    /// A name of one language.
    struct Name: Sendable {
        var text: String
        /// Several for a name that States share; none for a name that only holds a State's.
        var codes: [String]
        /// Whether it is also another word, and known with a capital only.
        var isAmbiguous: Bool
    }

    static let fileName = "state-names.tsv"

    /// By language.
    let names: [String: [Name]]

    /// - Throws: `ResourceError` with the line where the file is missing or a line is not of its form.
    init(resources: ResourceFolder = ResourceFolder()) throws(ResourceError) {
        try self.init(text: try resources.text(named: Self.fileName))
    }

    init(text: String) throws(ResourceError) {
        var names: [String: [Name]] = [:]
        for line in ResourceLine.all(in: text) {
            let columns = line.fields
            guard columns.count == 3, !columns[1].isEmpty, !columns[2].isEmpty else {
                throw ResourceError(
                    name: Self.fileName, line: line.number, reason: "not of the form code TAB language TAB names")
            }
            var codes: [String] = []
            if columns[0] != "-" {
                for code in ResourceLine.list(columns[0], separator: ",") {
                    guard let jurisdiction = try? Jurisdiction(code: code) else {
                        throw ResourceError(
                            name: Self.fileName, line: line.number, reason: "\"\(code)\" is no ISO 3166-1 code")
                    }
                    codes.append(jurisdiction.code)
                }
            }
            for name in ResourceLine.list(columns[2], separator: "|") {
                let isAmbiguous = name.hasPrefix("^")
                names[columns[1], default: []].append(
                    Name(text: isAmbiguous ? String(name.dropFirst()) : name, codes: codes, isAmbiguous: isAmbiguous))
            }
        }
        self.names = names
    }
}
