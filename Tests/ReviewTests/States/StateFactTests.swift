import Catalog
import Legislation
import Obligations
import Testing

@testable import Review

@Suite("Facts of States")
struct StateFactTests {
    private let kenya: Jurisdiction
    private let today: Day

    init() throws {
        kenya = try Jurisdiction(code: "KE")
        today = try #require(Day("2026-11-25"))
    }

    private func facts(_ values: [String: String]) throws -> StateFacts {
        var facts = StateFacts(state: kenya)
        for (field, value) in values {
            facts.add(
                StateFacts.Entry(
                    fact: try StateFact(try StateField(field), value), sequence: 1, time: "2026-01-01T00:00:00.000Z",
                    who: "A", why: nil, source: nil))
        }
        return facts
    }

    @Test("every field is read by the name that is stored")
    func fields() throws {
        for field in StateField.common + [.name, .focalPoint(9, .office)] {
            #expect(try StateField(field.description) == field)
            #expect(try StateField(" \(field.description.uppercased()) ") == field)
        }
        #expect(try StateField("focal-point.name") == .focalPoint(1, .name))
    }

    @Test("every treaty is a row of the matrix, with days that are days")
    func treaties() throws {
        let matrix = try ObligationMatrix()
        for treaty in Treaty.all {
            #expect(matrix.row(treaty.code)?.group == .op1)
            #expect(treaty.adopted < today)
            if let signing = treaty.signing { #expect(treaty.adopted <= signing.from) }
        }
    }

    @Test(
        "a field that there is none is refused",
        arguments: [
            "", "report", "report.second", "op1.npt", "op1.npt.theft", "op1.memberships.signature",
            "focal-point.0.name",
            "focal-point.10.name", "focal-point.1.shoe", "op1.cppnm-amendment.signature", "op2.use.signature", "..",
            "name.x",
        ])
    func unknownFields(text: String) { #expect(throws: StatesError.self) { try StateField(text) } }

    @Test("a slip in a field is answered with the nearest")
    func slips() {
        #expect(throws: StatesError.unknownField("report.frist", suggestion: "report.first")) {
            try StateField("report.frist")
        }
    }

    @Test(
        "values that a field cannot have are refused",
        arguments: [
            ("report.first", "28.10.2004"), ("report.first", "2004"), ("report.first", "2004-02-30"),
            ("report.first", ""),
            ("report.additional", "2006-01-01; 2006-01-01"), ("report.additional", ";"), ("report.additional", "soon"),
            ("op1.npt.ratification", "yes"), ("focal-point.name", "a\u{0}b"), ("focal-point.name", "a\nb"),
            ("focal-point.office", String(repeating: "x", count: 501)), ("donor-consent", " "),
        ])
    func values(field: String, value: String) throws {
        let field = try StateField(field)
        #expect(throws: StatesError.self) { try StateFact(field, value) }
    }

    @Test("days of further reports are put in order")
    func additional() throws {
        #expect(try StateFact(.additionalReports, "2019-05-20;2006-02-14").value == "2006-02-14; 2019-05-20")
        #expect(try StateFact(.firstReport, "NONE").value == "none")
    }

    @Test("reporting status")
    func reporting() throws {
        let day = try #require(Day("2004-10-28"))
        #expect(try facts([:]).reporting == .unknown)
        #expect(try facts(["report.first": "none"]).reporting == .none)
        #expect(try facts(["report.first": "unknown"]).reporting == .unknown)
        #expect(try facts(["report.first": "2004-10-28"]).reporting == .reported(first: day, additional: []))
        let both = try facts(["report.first": "2004-10-28", "report.additional": "2006-01-02"]).reporting
        #expect(both.name == "additional" && both.additional.map(\.description) == ["2006-01-02"])
    }

    @Test(
        "what cannot be true together is found",
        arguments: [
            ["report.first": "2004-04-27"], ["report.first": "2026-11-26"],
            ["report.first": "2006-01-02", "report.additional": "2005-01-02"],
            ["report.first": "2006-01-02", "report.additional": "2006-01-02"], ["report.additional": "2006-01-02"],
            ["report.first": "none", "report.additional": "2006-01-02"],
            ["report.first": "2006-01-02", "report.additional": "2027-01-01"],
            ["op1.npt.accession": "1960-01-01"], ["op1.cwc.ratification": "2027-01-01"],
            ["op1.cwc.signature": "1998-01-01"], ["op1.npt.signature": "1968-06-20"],
            ["op1.cwc.signature": "1993-01-14", "op1.cwc.ratification": "1993-01-13"],
            ["op1.cwc.ratification": "1999-01-14", "op1.cwc.accession": "1999-01-13"],
        ])
    func contradictions(values: [String: String]) throws {
        #expect(try facts(values).contradictions(today: today).count == 1)
    }

    @Test("what can be true is left alone")
    func noContradictions() throws {
        let values = [
            "report.first": "2004-10-28", "report.additional": "2006-01-02; 2026-11-25",
            "op1.npt.signature": "1968-07-01",
            "op1.npt.ratification": "1970-06-11", "op1.cwc.accession": "none", "op1.ctbt.signature": "2015-01-01",
        ]
        #expect(try facts(values).contradictions(today: today).isEmpty)
    }

    @Test("facts go into entries of the record and come back; the last counts, earlier ones are history")
    func ledger() throws {
        let register = try StateRegister()
        let state = try register.find("KE")
        let first = try StateChange(
            state,
            [try StateFact(.firstReport, "none"), try StateFact(.focalPoint(1, .name), "A \"quoted\" name, ž")],
            known: StateFacts(state: kenya), today: today)
        let entry = try #require(first.entry(why: "letter"))
        #expect(entry.subject == "state/KE" && entry.kind == .stateFacts)
        var entries = [Event(sequence: 1, time: "2025-01-01T00:00:00.000Z", who: "A", draft: entry)]
        let known = try StateLedger(entries)
        let second = try StateChange(
            state,
            [try StateFact(.firstReport, "2025-06-01"), try StateFact(.focalPoint(1, .name), "A \"quoted\" name, ž")],
            known: known[kenya], today: today)
        #expect(second.facts.map(\.field) == [.firstReport])
        entries.append(
            Event(
                sequence: 2, time: "2025-07-01T00:00:00.000Z", who: "B", draft: try #require(second.entry(why: nil))))
        let later = try StateLedger(entries)[kenya]
        #expect(later.reporting.first?.description == "2025-06-01")
        #expect(later.history[.firstReport]?.map(\.fact.value) == ["none", "2025-06-01"])
        #expect(later.focalPoints.first?.name == "A \"quoted\" name, ž")
        #expect(later.focalPoints.first?.visibility == .state)
        #expect(try StateLedger(entries, until: Day("2025-06-30"))[kenya].reporting == .none)
        let again = try StateChange(state, [try StateFact(.firstReport, "2025-06-01")], known: later, today: today)
        #expect(again.entry(why: nil) == nil)
    }

    @Test(
        "an entry that this program did not write is refused with its number",
        arguments: [
            ("state/KE", "{}"), ("state/KE", "[]"), ("state/KE", ""), ("state/ZZ1", "{\"facts\":[]}"),
            ("KE", "{\"facts\":[]}"),
            ("state/XA", "{\"facts\":[]}"), ("state/KE", "{\"facts\":[],\"fictional\":true}"),
            ("state/KE", "{\"facts\":[{\"field\":\"shoe\",\"value\":\"1\",\"visibility\":\"public\"}]}"),
            ("state/KE", "{\"facts\":[{\"field\":\"report.first\",\"value\":\"1\",\"visibility\":\"public\"}]}"),
            ("state/KE", "{\"facts\":[{\"field\":\"report.first\",\"value\":\"none\",\"visibility\":\"all\"}]}"),
        ])
    func damaged(subject: String, detail: String) {
        let entry = Event(
            sequence: 7, time: "2025-01-01T00:00:00.000Z", who: "A",
            draft: EventDraft(.stateFacts, subject: subject, detail: detail))
        let error = #expect(throws: ReviewError.self) { try StateLedger([entry]) }
        guard case .damagedRecord(event: 7, _) = error else {
            Issue.record("\(String(describing: error))")
            return
        }
    }
}
