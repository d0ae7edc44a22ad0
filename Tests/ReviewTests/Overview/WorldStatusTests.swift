import Foundation
import Legislation
import Obligations
import Testing

@testable import Review

@Suite("Status of States")
struct WorldStatusTests {
    @Test("two values give one step", arguments: CellValue.allCases, CellValue.allCases)
    func levels(framework: CellValue, enforcement: CellValue) {
        let level = CellLevel(framework: framework, enforcement: enforcement)
        #expect(level == CellLevel(framework: enforcement, enforcement: framework))
        let pair = [framework, enforcement]
        switch pair.filter({ $0 == .documented }).count {
        case 2: #expect(level == .both)
        case 1: #expect(level == .one)
        default:
            #expect((level == .unclear) == pair.contains(.unclear))
            #expect((level == .notApplicable) == (pair == [.notApplicable, .notApplicable]))
        }
        #expect(level != .notAsked)
    }

    @Test("cells are counted by part of the matrix, and all of them")
    func counts() throws {
        var world = try SampleWorld()
        let kenya = try world.state("KE").jurisdiction
        world.coverage[kenya] = [
            SampleWorld.cell("op2.use", .chemical, .framework): .documented,
            SampleWorld.cell("op2.use", .chemical, .enforcement): .documented,
            SampleWorld.cell("op2.use", .nuclear, .framework): .unclear,
            SampleWorld.cell("op1.npt", nil, .framework): .notApplicable,
        ]
        let status = try world.status(["KE", "UG"])
        let item = status.states[0]
        #expect(item.cells.total == world.matrix.rows.flatMap(\.cells).count)
        #expect(item.groups[.op2]?.documented == 2 && item.groups[.op2]?.unclear == 1)
        #expect(item.groups[.op1]?.notApplicable == 1)
        #expect(item.hasCoverage && !status.states[1].hasCoverage)
        let place = try #require(world.matrix.index(of: ObligationCode("op2.use")))
        #expect(item.rows[place] == [.unclear, .both, .blank])
        let nuclear = try #require(world.matrix.index(of: ObligationCode("op3ab.nuclear-authority")))
        #expect(item.rows[nuclear] == [.blank, .notAsked, .notAsked])
        #expect(status.groups[.op2]?.total == 2 * (item.groups[.op2]?.total ?? 0))
    }

    @Test("States are counted by what they reported")
    func reporting() throws {
        var world = try SampleWorld()
        try world.set("KE", .firstReport, "2005-01-01")
        try world.set("UG", .firstReport, "2005-01-01")
        try world.set("UG", .additionalReports, "2007-01-01")
        try world.set("TZ", .firstReport, "none")
        let status = try world.status(["KE", "UG", "TZ", "RW"])
        #expect(status.reporting == ["reported": 1, "additional": 1, "none": 1, "unknown": 1])
    }

    @Test("reports count from the day on, that day included, and by their own day")
    func reportsSince() throws {
        var world = try SampleWorld()
        try world.set("KE", .firstReport, "2025-01-01")
        try world.set("UG", .firstReport, "2024-12-31")
        try world.set("UG", .additionalReports, "2025-06-01; 2026-06-01")
        try world.set("TZ", .firstReport, "none")
        let metrics = try #require(try world.status(["KE", "UG", "TZ"], since: "2025-01-01").metrics)
        #expect(metrics.firstReports == ["KE"] && metrics.additionalReports == ["UG"])
        #expect(metrics.cellsNewlyDocumented == nil && metrics.gapsClosed == nil)
    }

    @Test(
        "a cell counts by its decisions before and now",
        arguments: [
            (nil, .documented, 1, 1, 0), (.blank, .documented, 1, 1, 0), (.unclear, .documented, 1, 1, 0),
            (.notApplicable, .documented, 1, 0, 0), (nil, .notApplicable, 0, 1, 0), (.unclear, .notApplicable, 0, 1, 0),
            (.documented, .blank, 0, 0, 1), (.documented, .unclear, 0, 0, 1), (.documented, .notApplicable, 0, 0, 0),
            (.documented, .documented, 0, 0, 0), (nil, .unclear, 0, 0, 0), (nil, .blank, 0, 0, 0),
        ] as [(CellValue?, CellValue, Int, Int, Int)])
    func cellsSince(before: CellValue?, now: CellValue, documented: Int, closed: Int, lost: Int) throws {
        let world = try SampleWorld()
        let kenya = try world.state("KE").jurisdiction
        let cell = SampleWorld.cell("op2.use", .chemical, .framework)
        let decided = DecidedCells(now: [kenya: [cell: now]], earlier: before.map { [kenya: [cell: $0]] } ?? [:])
        let metrics = try #require(try world.status(["KE", "UG"], decided: decided, since: "2025-01-01").metrics)
        #expect(metrics.cellsNewlyDocumented == documented)
        #expect(metrics.gapsClosed == closed)
        #expect(metrics.cellsNoLongerDocumented == lost)
    }

    @Test("proposals are no change, and a decision goes before a proposal")
    func proposals() throws {
        var world = try SampleWorld()
        let kenya = try world.state("KE").jurisdiction
        let cell = SampleWorld.cell("op2.use", .chemical, .framework)
        world.coverage[kenya] = [cell: .documented]
        let decided = DecidedCells(now: [kenya: [cell: .blank]])
        let status = try world.status(["KE"], decided: decided, since: "2025-01-01")
        #expect(status.states[0].cells.documented == 0)
        #expect(try world.status(["KE"], decided: DecidedCells(now: [:])).states[0].cells.documented == 1)
        #expect(status.metrics?.cellsNewlyDocumented == 0)
    }

    @Test("JSON has the keys that are described, sorted, and every row of the matrix")
    func json() throws {
        var world = try SampleWorld()
        try world.set("KE", .firstReport, "2005-01-01")
        let text = StatusDocument(try world.status(["KE"], since: "2004-01-01"), withheld: 2).json
        let object = try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
        #expect(
            object.keys.sorted()
                == ["caution", "cells", "metrics", "reporting", "selection", "states", "title", "withheld"])
        let state = try #require((object["states"] as? [[String: Any]])?.first)
        #expect(
            state.keys.sorted() == [
                "additionalReports", "alpha3", "cells", "code", "firstReport", "hasMatrix", "membership", "name",
                "regionalGroup", "reporting", "rows",
            ])
        #expect((state["rows"] as? [String: [String]])?.count == world.matrix.rows.count)
        #expect(object["withheld"] as? Int == 2)
    }
}
