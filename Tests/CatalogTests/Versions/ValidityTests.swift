import Legislation
import Testing

@testable import Catalog

@Suite("When an expression applies")
struct ValidityTests {
    private func day(_ text: String) throws -> LawDay { try #require(LawDay(text)) }

    @Test("days are days of the calendar", arguments: ["2009-02-01", "2024-02-29", "2000-02-29", "1999-12-31"])
    func days(text: String) { #expect(LawDay(text)?.text == text) }

    @Test(
        "anything else is no day",
        arguments: [
            "", "2009", "2009-02", "2009-2-1", "2009-02-30", "2023-02-29", "1900-02-29", "2009-13-01", "2009-00-01",
            "2009-01-00", "0000-01-01", "2009-02-01T", "２００９-02-01", "2009/02/01", "+009-02-01",
        ])
    func noDays(text: String) { #expect(LawDay(text) == nil) }

    @Test("a year or month means all its days")
    func spans() throws {
        let year = try #require(DateSpan("2008"))
        #expect((year.first.text, year.last.text) == ("2008-01-01", "2008-12-31"))
        let month = try #require(DateSpan("2008-02"))
        #expect((month.first.text, month.last.text) == ("2008-02-01", "2008-02-29"))
        #expect(DateSpan("2009-02-31")?.first.text == "2009-02-28")
        for text in ["08", "2008-", "2008-1", "2008-01-01-01", "abcd"] { #expect(DateSpan(text) == nil) }
    }

    @Test("the beginning is the version's day, else that of entry into force, else of enactment")
    func beginning() {
        func start(_ version: String?, _ inForce: String?, _ enacted: String?) -> [String?] {
            let validity = Validity(version: version, inForce: inForce, enacted: enacted, status: .inForce)
            return [validity.start?.text, validity.basis?.rawValue]
        }
        #expect(start("2012-06-01", "2009-03-01", "2009-01-10") == ["2012-06-01", "version"])
        #expect(start(nil, "2009-03-01", "2009-01-10") == ["2009-03-01", "in-force"])
        #expect(start(nil, nil, "2009-01-10") == ["2009-01-10", "enacted"])
        // A text of the day of publication does not apply before the law is in force.
        #expect(start("2009-01-10", "2009-03-01", "2009-01-10") == ["2009-03-01", "in-force"])
        #expect(start(nil, nil, nil) == [nil, nil])
        #expect(start("soon", nil, "yesterday") == [nil, nil])
    }

    @Test("expressions take each other's place; coarse and missing dates are called unknown")
    func standings() throws {
        typealias Facts = LawTimeline.Facts
        let timeline = LawTimeline([
            Facts(id: 3, version: "2012-06-01", inForce: nil, enacted: "2009-01-10", status: .repealed),
            Facts(id: 1, version: nil, inForce: "2009-03-01", enacted: "2009-01-10", status: .repealed),
            Facts(id: 2, version: "2010", inForce: nil, enacted: nil, status: .inForce),
            Facts(id: 4, version: nil, inForce: nil, enacted: nil, status: .inForce),
        ])
        func standings(_ text: String) throws -> [Int64: Standing] {
            let day = try day(text)
            return Dictionary(uniqueKeysWithValues: timeline.entries.map { ($0.law, $0.validity.standing(on: day)) })
        }
        #expect(timeline.entries.map(\.law) == [4, 1, 2, 3])
        #expect(timeline.newest == 3)
        #expect(try standings("2009-02-28") == [1: .notYet, 2: .notYet, 3: .notYet, 4: .unknown])
        #expect(try standings("2009-03-01") == [1: .applied, 2: .notYet, 3: .notYet, 4: .unknown])
        #expect(try standings("2010-05-01") == [1: .unknown, 2: .unknown, 3: .notYet, 4: .unknown])
        #expect(try standings("2010-12-31") == [1: .noLonger, 2: .applied, 3: .notYet, 4: .unknown])
        #expect(try standings("2012-05-31") == [1: .noLonger, 2: .applied, 3: .notYet, 4: .unknown])
        // The last is repealed, and nobody says when.
        #expect(try standings("2013-01-01") == [1: .noLonger, 2: .noLonger, 3: .unknown, 4: .unknown])
    }

    @Test("a law that is not yet in force, on a day that is not known, is unknown after its enactment")
    func pending() throws {
        let validity = Validity(version: nil, inForce: nil, enacted: "2020-01-01", status: .notYetInForce)
        #expect(validity.standing(on: try day("2019-12-31")) == .notYet)
        #expect(validity.standing(on: try day("2020-01-02")) == .unknown)
    }
}
