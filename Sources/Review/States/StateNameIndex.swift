import Foundation
import Legislation
import TextAnalysis

/// Names and codes of States, folded for looking up.
struct StateNameIndex: Sendable {
    let former: [RegisteredState.FormerName]
    /// English names of today, and those of samples: these go before names in other languages.
    private var english: [String: Set<Jurisdiction>] = [:]
    /// Other languages, as the register gives them.
    private var foreign: [String: Set<Jurisdiction>] = [:]
    private var formerByName: [String: RegisteredState.FormerName] = [:]
    private var formerByCode: [String: RegisteredState.FormerName] = [:]
    private var alpha3: [String: Jurisdiction] = [:]
    private let known: Set<Jurisdiction>

    init(states: [RegisteredState], former: [RegisteredState.FormerName]) {
        self.former = former
        known = Set(states.map(\.jurisdiction))
        for state in states {
            if let code = state.alpha3 { alpha3[code] = state.jurisdiction }
            english[Self.fold(state.name), default: []].insert(state.jurisdiction)
            for (language, names) in state.otherNames {
                for name in names {
                    if language == "en" {
                        english[Self.fold(name), default: []].insert(state.jurisdiction)
                    } else {
                        foreign[Self.fold(name), default: []].insert(state.jurisdiction)
                    }
                }
            }
            guard state.membership != .fictional else { continue }
            english[Self.fold(state.jurisdiction.englishName), default: []].insert(state.jurisdiction)
        }
        for name in former {
            for text in name.names { formerByName[Self.fold(text)] = name }
            for code in [name.alpha2, name.alpha3].compactMap(\.self) { formerByCode[code] = name }
        }
    }

    /// What a text names.
    enum Meaning {
        case state(Jurisdiction)
        case former(RegisteredState.FormerName)
        /// Several States share the name.
        case several([Jurisdiction])
    }

    /// What a code, or a name in any language, means; nil where nothing has it.
    func meaning(of text: String) -> Meaning? {
        let text = text.trimmingCharacters(in: .whitespacesAndNewlines)
        guard !text.isEmpty, text.utf8.count <= 400 else { return nil }
        let upper = text.uppercased()
        if let state = known.first(where: { $0.code == upper }) { return .state(state) }
        if let state = alpha3[upper] { return .state(state) }
        if let name = formerByCode[upper] { return .former(name) }
        for form in Self.forms(of: text) {
            if let found = english[form] ?? foreign[form], let meaning = Self.meaning(found) { return meaning }
            // Some languages keep a name that English gave up: as English it is a former one.
            if let name = formerByName[form] { return .former(name) }
        }
        // Only now, because it takes a moment.
        for form in Self.forms(of: text) {
            if let found = Self.worldNames[form]?.intersection(known), let meaning = Self.meaning(found) {
                return meaning
            }
        }
        return nil
    }

    private static func meaning(_ found: Set<Jurisdiction>) -> Meaning? {
        guard let first = found.first else { return nil }
        return found.count == 1 ? .state(first) : .several(found.sorted())
    }

    /// The States that were probably meant; empty where no name is near.
    func nearest(to text: String) -> [Jurisdiction] {
        let typed = Self.fold(String(text.prefix(60)))
        // An abbreviation of two or three letters is near to too many others.
        guard typed.count > 3 else { return [] }
        if let name = WordDistance.nearest(to: typed, among: english.keys.sorted()) {
            return (english[name] ?? []).sorted()
        }
        return WordDistance.nearest(to: typed, among: formerByName.keys.sorted()).flatMap { formerByName[$0] }?.heirs
            ?? []
    }

    // MARK: Forms of names

    /// The name as written, with what stands behind a comma or in parentheses put before it ("Korea, Republic of"), and
    /// without the form of State ("Republic of Kenya").
    private static func forms(of text: String) -> [String] {
        var texts = [text]
        let parts = text.split(whereSeparator: { ",()（）".contains($0) }).map { $0.trimmingCharacters(in: .whitespaces) }
        if parts.count == 2 { texts.append("\(parts[1]) \(parts[0])") }
        if let name = bare(text) { texts.append(name) }
        return texts.map(fold)
    }

    private static func bare(_ text: String) -> String? {
        let words = self.words(text)
        guard let link = words.dropLast().lastIndex(where: { links.contains($0) }), link > 0 else { return nil }
        let before = words[..<link].filter { !links.contains($0) }
        guard !before.isEmpty, before.allSatisfy({ formalWords.contains($0) }) else { return nil }
        let name = words[(link + 1)...].joined(separator: " ")
        // Two names that are told apart by these very words.
        switch name {
        case "korea", "coree", "corea": return nil
        case "china", "chine": return before.contains { $0.hasPrefix("people") || $0.hasPrefix("popula") } ? name : nil
        default: return name
        }
    }

    private static let links: Set<String> = ["of", "de", "du", "des", "del", "da", "do", "dos", "das", "d", "la", "l"]
    private static let formalWords: Set<String> = [
        "republic", "kingdom", "state", "independent", "commonwealth", "principality", "islamic", "sultanate",
        "federal",
        "federative", "democratic", "peoples", "people", "s", "socialist", "grand", "duchy", "union", "united", "arab",
        "hashemite", "plurinational", "bolivarian", "cooperative", "eastern", "oriental", "federation",
        "republique", "royaume", "etat", "principaute", "islamique", "federale", "democratique", "populaire", "arabe",
        "republica", "reino", "estado", "principado", "islamica", "popular", "democratica", "federativa",
    ]

    private static func words(_ text: String) -> [String] {
        text.replacing("&", with: " and ").folding(options: [.caseInsensitive, .diacriticInsensitive], locale: nil)
            .lowercased().split { !$0.isLetter && !$0.isNumber }.map(String.init)
    }

    /// Letters and digits only, without the words that lists write or leave out.
    static func fold(_ text: String) -> String {
        words(text).map { ["st", "ste"].contains($0) ? "saint" : $0 }.filter { $0 != "the" && $0 != "and" }.joined()
    }

    /// CLDR's names in the languages of the world: built when the first name is asked for that is not English.
    private static let worldNames: [String: Set<Jurisdiction>] = {
        var names: [String: Set<Jurisdiction>] = [:]
        for state in Jurisdiction.all {
            for language in languages {
                let name = state.name(in: language)
                // Where CLDR has no name it gives the code.
                if name != state.code { names[fold(name), default: []].insert(state) }
            }
        }
        names[""] = nil
        return names
    }()

    private static let languages = """
        fr es ru zh zh-Hant ar pt de it nl sv nb da fi is et lv lt pl cs sk sl hr sr bs mk bg ro hu el tr uk be ka hy az \
        kk ky uz tk tg mn fa ps ur hi bn ne si ta th lo km my vi id ms fil ja ko sw am so rw mg sq mt ga he ca ti dz af
        """.split(whereSeparator: \.isWhitespace).map(String.init)
}
