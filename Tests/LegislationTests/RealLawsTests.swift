import Foundation
import Legislation
import Testing

@Suite(.enabled(if: SharedFolder.url != nil, "the shared laws are missing"))
struct RealLawsTests {
    struct Entry: Sendable {
        var path: String
        var country: String
        var expected: Int
    }

    static let entries: [Entry] = {
        guard let manifest = SharedFolder.url?.appendingPathComponent("legislation/manifest.tsv"),
            let text = try? String(contentsOf: manifest, encoding: .utf8)
        else { return [] }
        return text.split(separator: "\n").dropFirst().map { line in
            let fields = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
            return Entry(path: fields[0], country: fields[1], expected: Int(fields[9]) ?? 0)
        }
    }()

    @Test("every law of the manifest reads, with unique eIds, and most have about the provisions counted there")
    func readsEveryLaw() throws {
        let root = try #require(SharedFolder.url).appendingPathComponent("legislation")
        #expect(Self.entries.count > 300)
        var near = 0
        var misses: [String] = []
        for entry in Self.entries {
            let bytes = try Data(contentsOf: root.appendingPathComponent(entry.path))
            let result = try read(bytes, name: entry.path)
            #expect(!result.provisions.isEmpty, "\(entry.path) has no provision")
            let ids = Set(result.provisions.map(\.eId))
            #expect(ids.count == result.provisions.count, "\(entry.path) repeats an eId")
            #expect(result.laws.allSatisfy { $0.jurisdiction.code == entry.country }, "\(entry.path) is misplaced")
            #expect(result.laws.allSatisfy { !$0.title.isEmpty && $0.work.utf8.allSatisfy { $0 < 0x80 } })
            if abs(result.provisions.count - entry.expected) * 5 <= max(entry.expected, 5) {
                near += 1
            } else {
                misses.append("\(entry.path) \(result.provisions.count)/\(entry.expected) \(result.report.structure)")
            }
        }
        if ProcessInfo.processInfo.environment["CONCORD_VERBOSE"] != nil {
            print("near \(near) of \(Self.entries.count)\n" + misses.joined(separator: "\n"))
        }
        #expect(near * 10 >= Self.entries.count * 8, "\(near) of \(Self.entries.count) are near the manifest's count")
    }
}
