public import Legislation
public import Obligations

/// The States whose laws are reviewed: the Member States of the United Nations and its observer States.
///
/// Read from `state-register.tsv`, whose first lines say what its columns are; names in all languages and regions are
/// CLDR's, see `Jurisdiction`.
public struct StateRegister: Sendable {
    static let fileName = "state-register.tsv"

    /// All States, by code; those of a sample last.
    public let states: [RegisteredState]
    private let placeByCode: [String: Int]
    let index: StateNameIndex

    /// Reads the register that comes with the program.
    ///
    /// - Throws: `ResourceError` where the file is missing or a line is at fault.
    public init(resources: ResourceFolder = ResourceFolder()) throws(ResourceError) {
        try self.init(text: try resources.text(named: Self.fileName))
    }

    init(text: String) throws(ResourceError) {
        var states: [String: RegisteredState] = [:]
        var former: [RegisteredState.FormerName] = []
        for line in ResourceLine.all(in: text) {
            let entry: RegisterLine
            do {
                entry = try RegisterLine(line.fields)
            } catch {
                throw ResourceError(name: Self.fileName, line: line.number, reason: error.reason)
            }
            func fault(_ reason: String) -> ResourceError {
                ResourceError(name: Self.fileName, line: line.number, reason: reason)
            }
            switch entry {
            case .state(let state):
                guard states.updateValue(state, forKey: state.code) == nil else {
                    throw fault("\(state.code) stands twice")
                }
            case .names(let code, let language, let names):
                guard states[code] != nil else { throw fault("\(code) is named before its line \"state\"") }
                states[code]?.otherNames[language, default: []] += names
            case .former(let name):
                for heir in name.heirs {
                    guard states[heir.code] != nil else { throw fault("\(heir) has no line \"state\"") }
                    states[heir.code]?.formerNames.append(name)
                }
                former.append(name)
            }
        }
        guard !states.isEmpty else { throw ResourceError(name: Self.fileName, reason: "it has no State") }
        self.init(states: states.values.sorted { $0.jurisdiction < $1.jurisdiction }, former: former)
    }

    private init(states: [RegisteredState], former: [RegisteredState.FormerName]) {
        self.states = states
        placeByCode = Dictionary(uniqueKeysWithValues: states.enumerated().map { ($1.code, $0) })
        index = StateNameIndex(states: states, former: former)
    }

    /// The register with the States of a sample, in place of those of an earlier sample with the same code. Real States
    /// are never replaced.
    public func adding(fictional: [RegisteredState]) -> StateRegister {
        var byCode: [String: RegisteredState] = [:]
        for state in fictional where state.membership == .fictional { byCode[state.code] = state }
        let kept = states.filter { byCode[$0.code] == nil || $0.membership != .fictional }
        let added = byCode.values.filter { state in !kept.contains { $0.code == state.code } }
        return StateRegister(
            states: kept + added.sorted { $0.jurisdiction < $1.jurisdiction }, former: index.former)
    }

    /// The State of a code; nil for territories, organisations and all else.
    public func state(_ jurisdiction: Jurisdiction) -> RegisteredState? {
        placeByCode[jurisdiction.code].map { states[$0] }
    }

    /// The States of a region (`150`, `Europe`, `EU`) and of a regional group (`african`, `GRULAC`), fictional ones left
    /// out where either is given.
    ///
    /// - Throws: ``StatesError`` for a region or group that there is none.
    public func states(region: String?, group: String?) throws(StatesError) -> [RegisteredState] {
        var chosen = states
        if let region {
            guard let code = Jurisdiction.regionCode(region) else { throw .unknownRegion(region) }
            chosen = chosen.filter { $0.membership != .fictional && $0.jurisdiction.isIn(region: code) }
        }
        if let group {
            guard let named = RegionalGroup(name: group) else { throw .unknownGroup(group) }
            chosen = chosen.filter { $0.group == named }
        }
        return chosen
    }
}
