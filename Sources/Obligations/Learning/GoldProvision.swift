public import Foundation
internal import Legislation

/// A provision as a line of JSON gives it, with the cells that a judge says it serves.
public struct GoldProvision: Sendable, Hashable, Codable {
    /// A row of the matrix that the provision serves.
    public struct Label: Sendable, Hashable, Codable {
        /// Code of the row.
        public var cell: String
        /// Weapon types reached: `NW`, `CW`, `BW`; empty or absent where the row is not asked per weapon type.
        public var weapons: [String]?
        /// `framework` or `enforcement`.
        public var aspect: String?
        /// 2 where the provision itself does it, 1 where it supports.
        public var grade: Int?

        /// Makes a label; nothing is checked.
        public init(cell: String, weapons: [String]? = nil, aspect: String? = nil, grade: Int? = nil) {
            self.cell = cell
            self.weapons = weapons
            self.aspect = aspect
            self.grade = grade
        }
    }

    /// Identifier, unique in its file.
    public var id: String
    /// ISO 3166-1 code; absent in files that are only to be classified.
    public var country: String?
    /// BCP 47 tag of the text.
    public var lang: String
    /// Title of the law.
    public var law: String
    /// Heading of the provision.
    public var heading: String?
    /// The words of the provision.
    public var text: String
    /// Rows served; nil where nobody judged.
    public var labels: [Label]?

    /// A provision from its parts.
    public init(
        id: String, country: String? = nil, lang: String, law: String, heading: String? = nil, text: String,
        labels: [Label]? = nil
    ) {
        self.id = id
        self.country = country
        self.lang = lang
        self.law = law
        self.heading = heading
        self.text = text
        self.labels = labels
    }

    /// A provision as a reader of laws gives it.
    init(_ provision: Provision, id: String, lang: String, law: String, labels: [Label]? = nil) {
        let heading = provision.path + [provision.heading].compactMap(\.self)
        self.init(
            id: id, lang: lang, law: law, heading: heading.joined(separator: "\n"), text: provision.text, labels: labels
        )
    }

    /// Reads a file of JSON Lines.
    ///
    /// - Parameters:
    ///   - matrix: codes of labels are checked against it.
    ///   - requiresLabels: whether each line must have labels (an empty list is one).
    ///   - requiresCountry: whether each line must have a country; as for labels where it is not given.
    /// - Throws: ``GoldError`` with the line for one that is not JSON, lacks a field, stands twice, or names a cell,
    ///   weapon or aspect that does not exist; the nearest code is suggested.
    public static func read(
        _ url: URL, matrix: ObligationMatrix, requiresLabels: Bool, requiresCountry: Bool? = nil
    ) throws(GoldError) -> [GoldProvision] {
        guard let data = try? Data(contentsOf: url) else {
            throw GoldError(file: url.path, reason: "it cannot be read", mend: "check the path and its rights")
        }
        return try read(
            data, name: url.path, matrix: matrix, requiresLabels: requiresLabels, requiresCountry: requiresCountry)
    }

    /// Reads lines in memory; `name` stands for the path in errors.
    ///
    /// - Throws: as the reader of files.
    public static func read(
        _ data: Data, name: String, matrix: ObligationMatrix, requiresLabels: Bool, requiresCountry: Bool? = nil
    ) throws(GoldError) -> [GoldProvision] {
        var provisions: [GoldProvision] = []
        var seen: Set<String> = []
        let decoder = JSONDecoder()
        for (offset, line) in data.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false).enumerated() {
            guard line.contains(where: { $0 > UInt8(ascii: " ") }) else { continue }
            func fault(_ reason: String, _ mend: String) -> GoldError {
                GoldError(file: name, line: offset + 1, reason: reason, mend: mend)
            }
            let provision: GoldProvision
            do {
                provision = try decoder.decode(GoldProvision.self, from: line)
            } catch {
                throw fault(reason(error), "write one object {\"id\",\"lang\",\"law\",\"heading\",\"text\"} a line")
            }
            guard seen.insert(provision.id).inserted else {
                throw fault("id '\(provision.id)' stands twice", "give each provision an id of its own")
            }
            guard !requiresLabels || provision.labels != nil else {
                throw fault("'labels' is missing", "write [] where none is served")
            }
            guard !(requiresCountry ?? requiresLabels) || provision.country != nil else {
                throw fault("'country' is missing", "write its ISO 3166-1 code")
            }
            if let problem = problem(provision.labels ?? [], matrix) { throw fault(problem.reason, problem.mend) }
            provisions.append(provision)
        }
        guard !provisions.isEmpty else {
            throw GoldError(file: name, reason: "it holds no provision", mend: "write one JSON object a line")
        }
        return provisions
    }

    /// What is wrong with the first label that is at fault, and how it is mended.
    static func problem(_ labels: [Label], _ matrix: ObligationMatrix) -> (reason: String, mend: String)? {
        for label in labels {
            if let problem = problem(label, matrix) { return problem }
        }
        return nil
    }

    private static func problem(_ label: Label, _ matrix: ObligationMatrix) -> (reason: String, mend: String)? {
        guard matrix.row(ObligationCode(label.cell)) != nil else {
            let near = matrix.suggestion(for: label.cell).map { "did you mean '\($0)'?" }
            return ("the matrix has no cell '\(label.cell)'", near ?? "'concord obligations' lists the codes")
        }
        if let weapon = label.weapons?.first(where: { Weapon(rawValue: $0) == nil }) {
            let near = Weapon(name: weapon).map { "did you mean '\($0.rawValue)'?" }
            return ("unknown weapon '\(weapon)'", near ?? "write NW, CW or BW")
        }
        if let aspect = label.aspect, Aspect(rawValue: aspect) == nil {
            return ("unknown aspect '\(aspect)'", "write framework or enforcement")
        }
        if let grade = label.grade, !(1...2).contains(grade) { return ("grade \(grade)", "write 1 or 2") }
        return nil
    }

    private static func reason(_ error: any Error) -> String {
        switch error {
        case DecodingError.keyNotFound(let key, _): "'\(key.stringValue)' is missing"
        case DecodingError.typeMismatch(_, let context), DecodingError.valueNotFound(_, let context):
            "'\(context.codingPath.map(\.stringValue).joined(separator: "."))' is not of its type"
        default: "it is not a JSON object"
        }
    }
}
