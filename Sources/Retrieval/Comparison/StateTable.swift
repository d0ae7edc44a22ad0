public import Legislation
public import Obligations

/// Legal traditions and official languages of the Member States and observer States of the United Nations.
///
/// Read from `states.tsv`: a line a State, columns *code*, *traditions*, *languages*, the last two lists with commas.
/// Lines that begin with `#` are comments; the first ones say from which kinds of source the entries are.
public struct StateTable: Sendable {
    static let fileName = "states.tsv"

    private let profiles: [String: StateProfile]

    /// Reads the table that comes with the program.
    ///
    /// - Throws: `ResourceError` where the file is missing or a line is at fault.
    public init(resources: ResourceFolder = ResourceFolder()) throws(ResourceError) {
        try self.init(text: try resources.text(named: Self.fileName))
    }

    init(text: String) throws(ResourceError) {
        var profiles: [String: StateProfile] = [:]
        for line in ResourceLine.all(in: text) {
            func fault(_ reason: String) -> ResourceError {
                ResourceError(name: Self.fileName, line: line.number, reason: reason)
            }
            let fields = line.fields
            guard fields.count == 3 else {
                throw fault("\(fields.count) columns instead of 3 (code, traditions, languages)")
            }
            guard let state = try? Jurisdiction(code: fields[0]), state.code == fields[0] else {
                throw fault("\"\(fields[0])\" is no ISO 3166-1 alpha-2 code; write two capital letters")
            }
            var traditions: [LegalTradition] = []
            for name in fields[1].split(separator: ",") {
                guard let tradition = LegalTradition(rawValue: String(name)), !traditions.contains(tradition) else {
                    let known = LegalTradition.allCases.map(\.rawValue).joined(separator: ", ")
                    throw fault("\"\(name)\" is no tradition, or stands twice; known are \(known)")
                }
                traditions.append(tradition)
            }
            var languages: [String] = []
            for name in fields[2].split(separator: ",") {
                guard let tag = try? LanguageTag(String(name)), tag.tag == name, !languages.contains(tag.tag) else {
                    throw fault("\"\(name)\" is no BCP 47 tag in canonical form, or stands twice")
                }
                languages.append(tag.tag)
            }
            guard !traditions.isEmpty, !languages.isEmpty else { throw fault("a tradition or a language is missing") }
            let profile = StateProfile(jurisdiction: state, traditions: traditions, languages: languages)
            guard profiles.updateValue(profile, forKey: state.code) == nil else { throw fault("\(state) stands twice") }
        }
        guard !profiles.isEmpty else { throw ResourceError(name: Self.fileName, reason: "it has no State") }
        self.profiles = profiles
    }

    /// The profile of a State; nil for territories and organisations, of which the table says nothing.
    public func profile(of state: Jurisdiction) -> StateProfile? { profiles[state.code] }

    /// All States of the table, by code.
    public var states: [Jurisdiction] { profiles.values.map(\.jurisdiction).sorted() }
}
