import Catalog
import Foundation
import Legislation
import Obligations
import Retrieval
import Review
import Testing

@Suite("Gaps of a State")
struct GapFinderTests {
    @Test("are the blank and unclear cells of law, the commonest among others first, with comparables")
    func ordered() throws {
        let folder = try ReviewFolder()
        for state in ["KE", "UG", "TZ"] {
            try folder.write(state, "Chemical Act \(state)", ReviewFolder.chemicalExport)
        }
        try folder.write("LS", "Road Act", [(heading: "Speed", text: "No person shall drive faster than the limit.")])
        try folder.update()
        let found = try GapFinder(folder: folder.path).gaps(of: try Jurisdiction(code: "LS"), limit: 3)
        #expect(found.gaps.allSatisfy { [.blank, .unclear].contains($0.cell.value) })
        #expect(found.gaps.map(\.share) == found.gaps.map(\.share).sorted(by: >))
        let first = try #require(found.gaps.first)
        #expect(first.share > 0.9)
        #expect(Set(first.havingStates.map(\.code)) == ["KE", "UG", "TZ"])
        #expect(!first.comparables.isEmpty)
        #expect(first.comparables.allSatisfy { $0.record.law.law.jurisdiction.code != "LS" })
        #expect(!found.gaps.contains { $0.cell.cell.code.rawValue.hasPrefix("op1.") })
    }

    @Test("where no other State has a provision, none is invented")
    func alone() throws {
        let folder = try ReviewFolder()
        try folder.write("LS", "Road Act", [(heading: "Speed", text: "No person shall drive faster than the limit.")])
        try folder.update()
        let found = try GapFinder(folder: folder.path).gaps(of: try Jurisdiction(code: "LS"))
        #expect(found.gaps.allSatisfy { $0.share == 0 && $0.havingStates.isEmpty && $0.comparables.isEmpty })
    }
}
