import Foundation
import Review
import Testing

@Suite("Days")
struct DayTests {
    @Test("a day is read as it is written", arguments: ["2004-10-28", "2000-02-29", "1925-06-17", "2999-12-31"])
    func reading(text: String) { #expect(Day(text)?.description == text) }

    @Test(
        "what no calendar has is no day",
        arguments: [
            "", "2004", "2004-10", "2004-13-01", "2004-00-10", "2004-02-30", "1900-02-29", "2005-02-29", "28-10-2004",
            "2004/10/28", "2004-10-28T00:00", " 2004-10-28", "２００４-10-28", "2004-1-02", "-004-10-28", "2004-10-2é",
        ])
    func refusing(text: String) { #expect(Day(text) == nil) }

    @Test("days are in the order of time, and a moment falls on its day in UTC")
    func order() throws {
        let days = ["2003-12-31", "2004-01-01", "2004-01-31", "2004-02-01"].compactMap { Day($0) }
        #expect(days == days.shuffled().sorted())
        #expect(Day(Date(timeIntervalSince1970: 0)).description == "1970-01-01")
    }
}
