import Foundation
import Legislation
import Obligations
import Testing

@testable import Retrieval

@Suite("Legal traditions and languages of States")
struct StateTableTests {
    @Test("The table has every Member State and both observers, and no one else")
    func complete() throws {
        let table = try StateTable()
        #expect(table.states.count == 193 + 2)
        #expect(table.profile(of: try Jurisdiction(code: "PS")) != nil)
        #expect(table.profile(of: try Jurisdiction(code: "VA")) != nil)
        for code in ["TW", "HK", "GL", "PR", "EU", "UN", "XK"] {
            #expect(table.profile(of: try Jurisdiction(code: code)) == nil)
        }
        for state in table.states { #expect(state.englishName != state.code, "\(state)") }
    }

    @Test(
        "Entries are as constitutions and the literature have them",
        arguments: [
            ("KE", LegalTradition.common, "sw"), ("FR", .civil, "fr"), ("SA", .islamic, "ar"), ("ZA", .civil, "xh"),
            ("CA", .common, "fr"), ("BR", .civil, "pt"), ("IN", .common, "hi"), ("CH", .civil, "it"),
        ])
    func entries(code: String, leading: LegalTradition, language: String) throws {
        let profile = try #require(try StateTable().profile(of: Jurisdiction(code: code)))
        #expect(profile.traditions.first == leading)
        #expect(profile.languages.contains(language))
    }

    @Test(
        "A line at fault is named with its number",
        arguments: [
            ("# none\nKE\tcommon", 2), ("KE\tcommon\ten\nXQ\tcivil\ten", 2), ("KE\tfeudal\ten", 1),
            ("KE\tcommon,common\ten", 1), ("KE\tcommon\tEN", 1), ("KE\t\ten", 1), ("KE\tcommon\ten\nKE\tcivil\tsw", 2),
            ("kenya\tcommon\ten", 1),
        ])
    func faults(text: String, line: Int) {
        let error = #expect(throws: ResourceError.self) { try StateTable(text: text) }
        #expect(error?.line == line)
        #expect(error?.name == "states.tsv")
    }

    @Test("An empty table is refused")
    func empty() {
        #expect(throws: ResourceError.self) { try StateTable(text: "# nothing\n") }
    }
}
