import Foundation

/// The JSON of an entry of the kind `record.read`.
struct ReadDetail: Codable {
    var audience: String
    var command: String
    var records: Int

    var json: String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        // Texts and a number: they can always be written.
        return (try? encoder.encode(self)).map { String(decoding: $0, as: UTF8.self) } ?? "{}"
    }
}
