import Foundation

/// A field of a State with its value.
public struct StateFact: Sendable, Hashable {
    /// What the value says where it is no text or day.
    public enum Word {
        /// It is known that there is none.
        public static let none = "none"
        /// It is not known: what an earlier entry said is taken back.
        public static let unknown = "unknown"
    }

    /// Characters of a text at most.
    public static let textLimit = 500

    /// Which field.
    public var field: StateField
    /// In the form that is stored: a day; days with "; " between; `none` or `unknown`; a text.
    public var value: String
    /// Who may see it.
    public var visibility: Visibility

    /// Checks a value as people write it, and brings it into its form.
    ///
    /// - Throws: ``StatesError/value(field:reason:)``
    public init(_ field: StateField, _ text: String, visibility: Visibility? = nil) throws(StatesError) {
        self.field = field
        self.visibility = visibility ?? field.defaultVisibility
        let text = text.trimmingCharacters(in: .whitespacesAndNewlines)
        func fault(_ reason: String) -> StatesError { .value(field: field.description, reason: reason) }
        let isControl: (Unicode.Scalar) -> Bool = { $0.properties.generalCategory == .control }
        guard !text.isEmpty else { throw fault("a value is missing") }
        guard text.count <= Self.textLimit || field == .additionalReports, text.utf8.count <= 8 * Self.textLimit else {
            throw fault("longer than \(Self.textLimit) characters")
        }
        guard !text.unicodeScalars.contains(where: isControl) else {
            throw fault("it holds a line break, a tabulator or another control character")
        }
        let word = text.lowercased()
        switch field {
        case .firstReport, .treaty:
            guard word != Word.none, word != Word.unknown else {
                value = word
                return
            }
            guard let day = Day(text) else { throw fault(Self.noDay(text)) }
            value = day.description
        case .additionalReports:
            guard word != Word.none, word != Word.unknown else {
                value = word
                return
            }
            var days: [Day] = []
            for part in text.split(whereSeparator: { $0 == ";" || $0 == " " }) {
                guard let day = Day(String(part)) else { throw fault(Self.noDay(String(part))) }
                guard !days.contains(day) else { throw fault("\(day) stands twice") }
                days.append(day)
            }
            guard !days.isEmpty else { throw fault("a day is missing") }
            value = days.sorted().map(\.description).joined(separator: "; ")
        case .donorConsent:
            value = [Word.none, Word.unknown, "all"].contains(word) ? word : text
        case .name, .focalPoint:
            value = [Word.none, Word.unknown].contains(word) ? word : text
        }
    }

    private static func noDay(_ text: String) -> String {
        "“\(text.prefix(40))” is no day; write it as 2004-10-28, or none, or unknown"
    }
}
