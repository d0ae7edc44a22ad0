import Foundation
import TestSupport

@testable import InvertedIndex

/// A folder that is removed with this object.
final class TemporaryDirectory {
    let path: String

    init() throws {
        path = NSTemporaryDirectory() + "concord-index-" + UUID().uuidString
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    }

    deinit { try? FileManager.default.removeItem(atPath: path) }
}

/// A document of the reference: words by field, cells with impacts.
struct ReferenceDocument {
    var text: [String] = []
    var heading: [String] = []
    var title: [String] = []
    var cells: [String: UInt8] = [:]
    var country = "KE"
    var number: UInt64 = 0

    var length: Int { text.count + heading.count + title.count }

    func words(_ field: IndexField) -> [String] {
        switch field {
        case .text: text
        case .heading: heading
        case .title: title
        }
    }

    /// A document over a small vocabulary with a few frequent words, as language has.
    static func random(number: Int, using generator: inout SeededGenerator) -> ReferenceDocument {
        func words(_ range: ClosedRange<Int>, _ generator: inout SeededGenerator) -> [String] {
            let count = Int.random(in: range, using: &generator)
            return (0..<count).map { _ in
                let rank = Double.random(in: 0..<1, using: &generator)
                return "w\(Int(rank * rank * rank * 60))"
            }
        }
        var document = ReferenceDocument(number: UInt64(number))
        document.text = words(0...40, &generator)
        document.heading = Bool.random(using: &generator) ? words(0...4, &generator) : []
        document.title = words(1...3, &generator)
        document.country = ["KE", "FR", "CN"].randomElement(using: &generator) ?? "KE"
        if Int.random(in: 0..<4, using: &generator) == 0 {
            document.cells["cell\(Int.random(in: 0..<3, using: &generator))"] = .random(in: 1...255, using: &generator)
        }
        return document
    }
}

/// Keys as the tests write them: a space byte and the word.
func key(_ space: Character, _ word: String) -> [UInt8] { Array(String(space).utf8) + Array(word.utf8) }

extension SegmentBuilder {
    func add(_ document: ReferenceDocument) {
        for field in IndexField.allCases {
            for (position, word) in document.words(field).enumerated() {
                var word = word
                word.withUTF8 {
                    add(space: UInt8(ascii: "w"), term: $0, field: field, position: UInt32(position))
                }
            }
        }
        for (cell, impact) in document.cells { addImpact(space: UInt8(ascii: "c"), cell, impact: impact) }
        addKeyword(space: UInt8(ascii: "k"), document.country)
        endDocument(
            length: UInt32(document.length), values: [.number(document.number), .keyword(document.country)],
            payload: Array(document.country.utf8))
    }
}

/// Documents by country and length, equal scores in the order of the numbers.
let testOrder = DocumentOrder(clusters: ["country"], ties: "number")

extension IndexSearcher {
    /// The number that a document was given when it was added.
    func number(of hit: IndexHit) -> Int { number("number", of: hit.document).map(Int.init) ?? -1 }
}

let testSchema = [
    ColumnDefinition(name: "number", kind: .number), ColumnDefinition(name: "country", kind: .keyword),
]

/// Indexes documents, `perSegment` in each segment.
func makeIndex(
    _ documents: [ReferenceDocument], perSegment: Int, in directory: String,
    parameters: RankingParameters = .standard, order: DocumentOrder? = nil
) throws -> IndexWriter {
    let writer = try IndexWriter(
        directory: directory, schema: testSchema, parameters: parameters, order: order, analysisVersion: 1)
    let builder = writer.makeBuilder()
    for document in documents {
        builder.add(document)
        if builder.documentCount == perSegment { try writer.add(builder) }
    }
    try writer.add(builder)
    try writer.commit(sequence: Int64(documents.count))
    return writer
}
