import Foundation
public import Obligations
import TextAnalysis

/// What is recorded of a State. The name of a field is the column of an import and the word of `concord states set`.
public enum StateField: Sendable, Hashable, Comparable, CustomStringConvertible {
    /// Part of a focal point.
    public enum Part: String, Sendable, Hashable, CaseIterable {
        case name, office, contact
    }

    /// Name of a fictional State.
    case name
    /// Day of the first report, or none.
    case firstReport
    /// Days of the further reports, or none.
    case additionalReports
    /// Of a focal point, numbered from 1 to 9.
    case focalPoint(Int, Part)
    /// Donors to whom the State consents that they see what is for donors: names, `all` or none.
    case donorConsent
    /// Day of an act about a treaty, or none.
    case treaty(ObligationCode, Treaty.Action)

    /// Reads a name: `report.first`, `focal-point.office` (the first), `focal-point.2.office`, `op1.npt.ratification`.
    ///
    /// - Throws: ``StatesError/unknownField(_:suggestion:)``
    public init(_ text: String) throws(StatesError) {
        let name = text.trimmingCharacters(in: .whitespaces).lowercased()
        guard let field = Self.read(name) else {
            throw .unknownField(text, suggestion: WordDistance.nearest(to: name, among: Self.common.map(\.description)))
        }
        self = field
    }

    private static func read(_ name: String) -> StateField? {
        switch name {
        case "name": return .name
        case "report.first": return .firstReport
        case "report.additional": return .additionalReports
        case "donor-consent": return .donorConsent
        default: break
        }
        let parts = name.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
        if parts.first == "focal-point", let last = parts.last, let part = Part(rawValue: last) {
            if parts.count == 2 { return .focalPoint(1, part) }
            guard parts.count == 3, parts[1].utf8.count == 1, let number = Int(parts[1]), number > 0 else { return nil }
            return .focalPoint(number, part)
        }
        guard parts.count == 3, let action = Treaty.Action(rawValue: parts[2]),
            let treaty = Treaty.treaty(ObligationCode("\(parts[0]).\(parts[1])")),
            treaty.isSigned || action != .signature
        else { return nil }
        return .treaty(treaty.code, action)
    }

    /// All fields but those of a second focal point and beyond.
    public static var common: [StateField] {
        [.firstReport, .additionalReports] + Part.allCases.map { .focalPoint(1, $0) } + [.donorConsent]
            + Treaty.all.flatMap { treaty in
                Treaty.Action.allCases.filter { treaty.isSigned || $0 != .signature }.map { .treaty(treaty.code, $0) }
            }
    }

    /// The name that is stored.
    public var description: String {
        switch self {
        case .name: "name"
        case .firstReport: "report.first"
        case .additionalReports: "report.additional"
        case .focalPoint(let number, let part): "focal-point.\(number).\(part.rawValue)"
        case .donorConsent: "donor-consent"
        case .treaty(let code, let action): "\(code).\(action.rawValue)"
        }
    }

    /// Who may see the field where nothing else is said: contacts and consents are between the State and the committee.
    public var defaultVisibility: Visibility {
        switch self {
        case .focalPoint, .donorConsent: .state
        default: .everyone
        }
    }

    /// By name.
    public static func < (left: StateField, right: StateField) -> Bool { left.description < right.description }
}
