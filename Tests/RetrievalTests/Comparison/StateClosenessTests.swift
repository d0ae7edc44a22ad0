import Legislation
import Testing

@testable import Retrieval

@Suite("How near a State's law is to a State that drafts")
struct StateClosenessTests {
    private let table: StateTable

    init() throws { table = try StateTable() }

    private func closeness(_ asking: String, _ other: String, _ language: String) throws -> StateCloseness {
        let (asking, other) = (try Jurisdiction(code: asking), try Jurisdiction(code: other))
        return StateCloseness(
            asking: asking, profile: table.profile(of: asking), other: other, otherProfile: table.profile(of: other),
            language: try LanguageTag(language))
    }

    @Test("Neighbours of the same tradition and language are nearest, then those that share two, then one")
    func order() throws {
        let scores = try [
            closeness("KE", "TZ", "en"), closeness("KE", "UG", "en"), closeness("KE", "GH", "en"),
            closeness("KE", "IE", "en"), closeness("KE", "RW", "fr"), closeness("KE", "FR", "fr"),
        ].map(\.score)
        #expect(scores == scores.sorted(by: >))
        #expect(Set(scores).count == scores.count)
    }

    @Test("What is shared is named")
    func named() throws {
        let near = try closeness("KE", "UG", "en")
        #expect(near.hasSameLeadingTradition && near.sharedTraditions == [.common, .customary])
        #expect(near.textLanguage == "en" && near.sharedLanguage == nil)
        #expect(near.region == "014" && near.isNearestRegion)
        let far = try closeness("KE", "NG", "ha")
        #expect(far.textLanguage == nil && far.sharedLanguage == "en")
        #expect(far.region != nil && !far.isNearestRegion)
        let none = try closeness("KE", "JP", "ja")
        #expect(none.region == nil && none.sharedLanguage == nil && !none.hasSameLeadingTradition)
    }

    @Test(
        "A State is as near to itself as can be; scores lie between 0 and 1; where nothing is known only region counts")
    func bounds() throws {
        for state in table.states {
            let own = try #require(table.profile(of: state))
            #expect(abs(try closeness(state.code, state.code, own.languages[0]).score - 1) < 1e-9, "\(state)")
            let other = try closeness(state.code, "KE", "en").score
            #expect((0...1).contains(other))
        }
        let unknown = try closeness("HK", "CN", "zh")
        #expect(abs(unknown.score - StateCloseness.regionWeight) < 1e-9)
    }

    @Test("Tradition and region are seen alike from both sides")
    func symmetry() throws {
        for (left, right) in [("KE", "ZA"), ("EG", "ID"), ("CA", "FR"), ("IN", "NP")] {
            let (there, back) = (try closeness(left, right, "xx"), try closeness(right, left, "xx"))
            #expect(Set(there.sharedTraditions) == Set(back.sharedTraditions))
            #expect(there.region == back.region)
        }
    }

    @Test("The written standards of Norwegian are one language")
    func norwegian() throws {
        #expect(try closeness("NO", "NO", "no").textLanguage == "nb")
        #expect(try closeness("NO", "NO", "nn").textLanguage == "nb")
    }
}
