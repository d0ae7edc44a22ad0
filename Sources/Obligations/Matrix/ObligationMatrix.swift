/// The committee's matrix: its rows in order, with titles in the six official languages of the United Nations.
///
/// Read from `matrix.tsv`: a line a name, columns *kind* (`row`, `group`, `weapon`, `aspect`), *key* (code, group,
/// abbreviation or aspect), *group*, *number*, *weapons* (comma-separated, `-` for none), then the titles in
/// Arabic, Chinese, English, French, Russian and Spanish. Lines that begin with `#` are comments.
public struct ObligationMatrix: Sendable {
    /// One row of the matrix.
    public struct Row: Sendable, Hashable {
        /// The row's code.
        public var code: ObligationCode
        /// The part of the matrix the row belongs to.
        public var group: ObligationGroup
        /// Number within the group, from 1, as in the committee's template.
        public var number: Int
        /// Weapon types the row is asked for; empty where it is not asked per weapon type.
        public var weapons: [Weapon]
        /// Titles in the order of ``ObligationMatrix/languages``.
        var titles: [String]

        /// The title in a language (BCP 47; only the primary subtag counts), in English where there is none.
        public func title(in language: String = "en") -> String { ObligationMatrix.pick(titles, language) }

        /// All cells of the row: each weapon type (or none) in each aspect.
        public var cells: [Cell] {
            let columns: [Weapon?] = weapons.isEmpty ? [nil] : weapons
            return columns.flatMap { weapon in
                Aspect.allCases.map { Cell(code: code, weapon: weapon, aspect: $0) }
            }
        }
    }

    /// The six official languages, in the order of the file's columns.
    public static let languages = ["ar", "zh", "en", "fr", "ru", "es"]

    /// All rows in the matrix's order.
    public let rows: [Row]
    private let indexByCode: [ObligationCode: Int]
    private let groupTitles: [ObligationGroup: [String]]
    private let weaponTitles: [Weapon: [String]]
    private let aspectTitles: [Aspect: [String]]

    /// Reads the matrix that comes with the program.
    ///
    /// - Throws: ``ResourceError`` where the file is missing or a line is at fault.
    public init(resources: ResourceFolder = ResourceFolder()) throws(ResourceError) {
        try self.init(text: try resources.text(named: "matrix.tsv"))
    }

    init(text: String) throws(ResourceError) {
        var rows: [Row] = []
        var index: [ObligationCode: Int] = [:]
        var groups: [ObligationGroup: [String]] = [:]
        var weapons: [Weapon: [String]] = [:]
        var aspects: [Aspect: [String]] = [:]
        for line in ResourceLine.all(in: text) {
            func fault(_ reason: String) -> ResourceError {
                ResourceError(name: "matrix.tsv", line: line.number, reason: reason)
            }
            let fields = line.fields
            guard fields.count == 5 + Self.languages.count else {
                throw fault("\(fields.count) columns instead of \(5 + Self.languages.count)")
            }
            let titles = Array(fields[5...])
            guard titles.allSatisfy({ !$0.isEmpty }) else { throw fault("a title is empty") }
            switch fields[0] {
            case "row":
                let code = ObligationCode(fields[1])
                guard let group = ObligationGroup(rawValue: fields[2]), let number = Int(fields[3]), number > 0 else {
                    throw fault("unknown group or number '\(fields[2]) \(fields[3])'")
                }
                var reached: [Weapon] = []
                for name in ResourceLine.list(fields[4], separator: ",") where name != "-" {
                    guard let weapon = Weapon(rawValue: name) else { throw fault("unknown weapon '\(name)'") }
                    reached.append(weapon)
                }
                guard index.updateValue(rows.count, forKey: code) == nil else { throw fault("\(code) stands twice") }
                rows.append(Row(code: code, group: group, number: number, weapons: reached, titles: titles))
            case "group":
                guard let group = ObligationGroup(rawValue: fields[1]) else { throw fault("unknown group") }
                groups[group] = titles
            case "weapon":
                guard let weapon = Weapon(rawValue: fields[1]) else { throw fault("unknown weapon") }
                weapons[weapon] = titles
            case "aspect":
                guard let aspect = Aspect(rawValue: fields[1]) else { throw fault("unknown aspect") }
                aspects[aspect] = titles
            default:
                throw fault("unknown kind '\(fields[0])'; known: row, group, weapon, aspect")
            }
        }
        guard !rows.isEmpty, groups.count == ObligationGroup.allCases.count,
            weapons.count == Weapon.allCases.count, aspects.count == Aspect.allCases.count
        else {
            throw ResourceError(name: "matrix.tsv", reason: "rows, or names of groups, weapons or aspects, are missing")
        }
        self.rows = rows
        indexByCode = index
        groupTitles = groups
        weaponTitles = weapons
        aspectTitles = aspects
    }

    /// The row of a code; nil where the matrix has none.
    public func row(_ code: ObligationCode) -> Row? { indexByCode[code].map { rows[$0] } }

    /// Place of a code in ``rows``; nil where the matrix has none.
    public func index(of code: ObligationCode) -> Int? { indexByCode[code] }

    /// Name of a group, for example "Prohibitions", in a language (English where there is none).
    public func title(of group: ObligationGroup, in language: String = "en") -> String {
        Self.pick(groupTitles[group] ?? [], language)
    }

    /// Name of a weapon type in a language.
    public func title(of weapon: Weapon, in language: String = "en") -> String {
        Self.pick(weaponTitles[weapon] ?? [], language)
    }

    /// Name of an aspect in a language.
    public func title(of aspect: Aspect, in language: String = "en") -> String {
        Self.pick(aspectTitles[aspect] ?? [], language)
    }

    static func pick(_ titles: [String], _ language: String) -> String {
        let primary = language.lowercased().prefix { $0 != "-" && $0 != "_" }
        let place = languages.firstIndex(of: String(primary)) ?? 2
        return place < titles.count ? titles[place] : ""
    }
}
