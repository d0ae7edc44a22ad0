import Catalog
import Foundation
import Legislation
import Obligations
import Testing

@testable import Review

@Suite("Facts of States in the record")
struct StateRecordTests {
    private let folder = NSTemporaryDirectory() + "concord-states-" + UUID().uuidString
    private let register: StateRegister

    init() throws { register = try StateRegister() }

    private func catalog() throws -> Catalog { try Catalog(directory: folder, mode: .readWrite) }

    private func entry(_ code: String, _ field: StateField, _ value: String) throws -> EventDraft {
        let state = try register.find(code)
        let change = try StateChange(
            state, [try StateFact(field, value)], known: StateFacts(state: state.jurisdiction))
        return try #require(change.entry(why: "a letter", source: "f.csv", checksum: "sha256:0"))
    }

    @Test("what is recorded is read again, with who, why and where from")
    func roundTrip() throws {
        defer { try? FileManager.default.removeItem(atPath: folder) }
        let record = StateRecord(catalog: try catalog())
        #expect(try record.ledger().facts.isEmpty)
        try record.add(
            [try entry("KE", .firstReport, "2005-01-02"), try entry("UG", .firstReport, "none")], by: "A. Expert")
        try record.add([], by: "B")
        let ledger = try record.ledger()
        let kenya = try #require(ledger[register.find("KE").jurisdiction].current.first)
        #expect(kenya.fact.value == "2005-01-02" && kenya.who == "A. Expert" && kenya.why == "a letter")
        #expect(kenya.source == "f.csv" && kenya.sequence > 0)
        #expect(ledger[try register.find("UG").jurisdiction].reporting == .none)
        #expect(try record.ledger(until: Day("2000-01-01")).facts.isEmpty)
    }

    @Test("entries go in together or not at all")
    func atomic() throws {
        defer { try? FileManager.default.removeItem(atPath: folder) }
        let record = StateRecord(catalog: try catalog())
        let broken = EventDraft(.stateFacts, subject: "state/UG", detail: "no JSON")
        #expect(throws: CatalogError.self) { try record.add([try entry("KE", .firstReport, "none"), broken]) }
        #expect(try record.ledger().facts.isEmpty)
    }

    @Test("notes of reading are no facts")
    func reads() throws {
        defer { try? FileManager.default.removeItem(atPath: folder) }
        let record = StateRecord(catalog: try catalog())
        try record.add([EventDraft(.recordRead, subject: "state/KE", detail: "{}")])
        #expect(try record.ledger().facts.isEmpty)
    }

    @Test("decisions are read as they are now and as they were before a day, for those who may see them")
    func decisions() throws {
        defer { try? FileManager.default.removeItem(atPath: folder) }
        let catalog = try catalog()
        let kenya = try register.find("KE")
        let cells = ["op2.use", "op2.assist"].map { SampleWorld.cell($0, .chemical, .framework) }
        for (value, visibility) in [(CellValue.unclear, Visibility.everyone), (.documented, .everyone)] {
            try catalog.write(by: "A") { session in
                try session.record(
                    DecisionLog.draft(
                        kenya.jurisdiction, cells[0], verdict: .edit, value: value, why: "w", proposal: .none,
                        visibility: visibility))
            }
        }
        try catalog.write(by: "A") { session in
            try session.record(
                DecisionLog.draft(
                    kenya.jurisdiction, cells[1], verdict: .edit, value: .documented, why: "w", proposal: .none,
                    visibility: .committee))
        }
        let record = StateRecord(catalog: catalog)
        var filter = SharingFilter(audience: .everyone, consents: [:])
        let past = try record.decidedCells(of: [kenya], before: Day("2000-01-01"), shownBy: &filter)
        #expect(past.now == [kenya.jurisdiction: [cells[0]: .documented]] && past.earlier.isEmpty)
        #expect(filter.withheld == 1)
        var committee = SharingFilter(audience: .committee, consents: [:])
        let future = try record.decidedCells(of: [kenya], before: Day("2999-01-01"), shownBy: &committee)
        #expect(future.now == future.earlier && future.now[kenya.jurisdiction]?.count == 2)
        #expect(committee.restrictedReads == ["matrix/KE": 1])
    }
}
