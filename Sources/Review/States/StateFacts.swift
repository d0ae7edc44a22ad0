import Foundation
public import Legislation
public import Obligations

/// What is recorded of a State: the last entry for each field counts, earlier ones are its history.
public struct StateFacts: Sendable, Hashable {
    /// One entry for a field.
    public struct Entry: Sendable, Hashable {
        /// Field, value and who may see it.
        public var fact: StateFact
        /// Number in the record.
        public var sequence: Int64
        /// When it was recorded, in UTC.
        public var time: String
        /// Who recorded it.
        public var who: String
        /// The reason given.
        public var why: String?
        /// File that it comes from.
        public var source: String?
    }

    /// The State.
    public let state: Jurisdiction
    /// Entries of each field, the oldest first.
    public private(set) var history: [StateField: [Entry]] = [:]

    /// A State of which nothing is recorded.
    public init(state: Jurisdiction) { self.state = state }

    /// Takes a later entry for a field.
    public mutating func add(_ entry: Entry) { history[entry.fact.field, default: []].append(entry) }

    /// Only what is recorded in some fields.
    public func limited(to fields: Set<StateField>) -> StateFacts {
        var limited = self
        limited.history = history.filter { fields.contains($0.key) }
        return limited
    }

    /// The last entry of each field that is not taken back, by field.
    public var current: [Entry] {
        history.values.compactMap(\.last).filter { $0.fact.value != StateFact.Word.unknown }
            .sorted { $0.fact.field < $1.fact.field }
    }

    /// The value of a field; nil where nothing is recorded or it was taken back.
    public func value(_ field: StateField) -> String? {
        guard let value = history[field]?.last?.fact.value, value != StateFact.Word.unknown else { return nil }
        return value
    }

    /// The day of a field; nil where there is none or it is not known.
    public func day(_ field: StateField) -> Day? { value(field).flatMap { Day($0) } }

    /// Name of a fictional State.
    public var fictionalName: String? { value(.name) }

    /// Whether and when the State reported.
    public var reporting: ReportingStatus {
        switch value(.firstReport) {
        case nil: .unknown
        case StateFact.Word.none: .none
        case let text: text.flatMap { Day($0) }.map { .reported(first: $0, additional: additionalReports) } ?? .unknown
        }
    }

    private var additionalReports: [Day] {
        (value(.additionalReports) ?? "").split(separator: ";").compactMap {
            Day($0.trimmingCharacters(in: .whitespaces))
        }
    }

    /// The donors to whom the State consents.
    public var consent: DonorConsent {
        switch value(.donorConsent) {
        case nil, StateFact.Word.none: .none
        case "all": .all
        case let text: DonorConsent(names: (text ?? "").split(separator: ";").map(String.init))
        }
    }

    /// What is recorded about a treaty: an act is missing where nothing is known of it, and nil where it is known that
    /// there was none.
    public func acts(about treaty: ObligationCode) -> [Treaty.Action: Day?] {
        var acts: [Treaty.Action: Day?] = [:]
        for action in Treaty.Action.allCases {
            guard let value = value(.treaty(treaty, action)) else { continue }
            acts.updateValue(Day(value), forKey: action)
        }
        return acts
    }

    /// Focal points by number.
    public var focalPoints: [FocalPoint] {
        (1...9).compactMap { number in
            let parts = StateField.Part.allCases.map { part -> Entry? in
                history[.focalPoint(number, part)]?.last
            }
            let texts = parts.map { entry -> String? in
                guard let value = entry?.fact.value, ![StateFact.Word.none, StateFact.Word.unknown].contains(value)
                else { return nil }
                return value
            }
            guard texts.contains(where: { $0 != nil }) else { return nil }
            // The strictest of its parts holds for the whole.
            let visibility = parts.compactMap { $0?.fact.visibility }.max() ?? .state
            return FocalPoint(
                number: number, name: texts[0], office: texts[1], contact: texts[2], visibility: visibility)
        }
    }
}
