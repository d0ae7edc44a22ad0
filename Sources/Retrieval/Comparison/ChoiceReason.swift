internal import Foundation
public import Legislation

/// Why a provision was chosen as comparable, or what speaks against it.
public enum ChoiceReason: Sendable, Hashable, CustomStringConvertible {
    /// It serves the cell with this confidence, 0 to 1.
    case serves(confidence: Double)
    /// The tradition that shapes legislation most is the same; other traditions that are shared.
    case sameTradition(LegalTradition, also: [LegalTradition])
    /// Traditions are shared, but another leads.
    case sharedTradition([LegalTradition])
    /// Another tradition, for contrast.
    case otherTradition(String)
    /// UN M49 region that holds both States; whether it is the nearest.
    case region(String, isNearest: Bool)
    /// The text is in an official language of the State that drafts.
    case ownLanguage(LanguageTag, state: Jurisdiction)
    /// Both States have this official language, though the text is in another.
    case sharedLanguage(LanguageTag)
    /// A State that no earlier choice is of.
    case newState(Jurisdiction)
    /// The law is in force.
    case inForce
    /// The law is repealed: nothing in force was left.
    case repealed
    /// The law is not yet in force.
    case notYetInForce
    /// A preamble, definition or the like: no operative text was left.
    case auxiliary

    /// In English, as `same region (Eastern Africa)`.
    public var description: String {
        switch self {
        case .serves(let confidence): "serves the cell (confidence \(Int((confidence * 100).rounded())) %)"
        case .sameTradition(let leading, let also):
            "same legal tradition (\(([leading] + also).map(\.name).joined(separator: ", ")))"
        case .sharedTradition(let traditions):
            "shares a legal tradition (\(traditions.map(\.name).joined(separator: ", ")))"
        case .otherTradition(let name): "another legal tradition (\(name))"
        case .region(let code, let isNearest):
            (isNearest ? "same region" : "same wider region") + " (\(Jurisdiction.regionName(code) ?? code))"
        case .ownLanguage(let language, let state):
            "in \(language.englishName), a language of the laws of \(state.englishName)"
        case .sharedLanguage(let language): "both States have \(language.englishName) as an official language"
        case .newState(let state): "first choice from \(state.englishName)"
        case .inForce: "in force"
        case .repealed: "repealed; nothing in force was left"
        case .notYetInForce: "not yet in force"
        case .auxiliary: "preamble, definition or the like; no operative text was left"
        }
    }
}

extension LanguageTag {
    /// English name of the language, as `Chinese`; the tag where none is known.
    public var englishName: String { Locale(identifier: "en").localizedString(forLanguageCode: primary) ?? tag }
}
