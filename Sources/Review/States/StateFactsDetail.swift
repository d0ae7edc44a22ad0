import Foundation

/// The JSON of an entry of the kind `state.facts`.
///
/// `{"facts":[{"field":"report.first","value":"2004-10-28","visibility":"public"}]}`; `"fictional":true` where the State
/// is of a sample.
struct StateFactsDetail: Codable {
    struct Fact: Codable {
        var field: String
        var value: String
        var visibility: Visibility
    }

    var facts: [Fact]
    var fictional: Bool?

    init(_ facts: [StateFact], isFictional: Bool) {
        self.facts = facts.map { Fact(field: $0.field.description, value: $0.value, visibility: $0.visibility) }
        fictional = isFictional ? true : nil
    }

    init(json: String, event: Int64) throws(ReviewError) {
        do {
            self = try JSONDecoder().decode(Self.self, from: Data(json.utf8))
        } catch {
            throw .damagedRecord(event: event, detail: "its detail is not that of facts of a State")
        }
    }

    var json: String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        // Texts and an enumeration: they can always be written.
        return (try? encoder.encode(self)).map { String(decoding: $0, as: UTF8.self) } ?? "{}"
    }
}
