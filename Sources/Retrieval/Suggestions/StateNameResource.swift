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
        for (number, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
            guard !line.isEmpty, !line.hasPrefix("#") else { continue }
            let columns = line.split(separator: "\t", omittingEmptySubsequences: false)
            guard columns.count == 3, !columns[1].isEmpty, !columns[2].isEmpty else {
                throw ResourceError(
                    name: Self.fileName, line: number + 1, reason: "not of the form code TAB language TAB names")
            }
            var codes: [String] = []
            if columns[0] != "-" {
                for code in columns[0].split(separator: ",") {
                    guard let jurisdiction = try? Jurisdiction(code: String(code)) else {
                        throw ResourceError(
                            name: Self.fileName, line: number + 1, reason: "\"\(code)\" is no ISO 3166-1 code")
                    }
                    codes.append(jurisdiction.code)
                }
            }
            for name in columns[2].split(separator: "|") {
                let isAmbiguous = name.hasPrefix("^")
                names[String(columns[1]), default: []].append(
                    Name(text: String(isAmbiguous ? name.dropFirst() : name), codes: codes, isAmbiguous: isAmbiguous))
            }
        }
        self.names = names
    }
}
