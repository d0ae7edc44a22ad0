import Catalog
import Legislation
import Obligations
import Testing

@testable import Review

@Suite("Who may see what")
struct SharingRuleTests {
    private static func state(_ code: String) -> Jurisdiction { (try? Jurisdiction(code: code)) ?? .unknown }
    private static let consentCases: [(name: String, consent: DonorConsent?)] = [
        ("nothing said", nil), ("none", DonorConsent.none), ("all", .all),
        ("this donor", DonorConsent(names: ["Fund A"])),
        ("another donor", DonorConsent(names: ["Fund B"])),
    ]
    private static let audiences: [Audience] = [
        .everyone, .committee, .state(state("KE")), .state(state("UG")), .donor("Fund A"), .donor("Fund C"),
    ]

    /// Written down as sentences, not computed as the rule computes it.
    private static func expected(_ visibility: Visibility, _ audience: Audience, _ consent: String) -> Bool {
        switch audience {
        case .committee: return true
        case .everyone: return visibility == .everyone
        case .state(state("KE")): return visibility != .committee
        case .state: return visibility == .everyone
        case .donor("Fund A"):
            return visibility == .everyone || visibility == .donors && ["all", "this donor"].contains(consent)
        case .donor: return visibility == .everyone || visibility == .donors && consent == "all"
        }
    }

    @Test("every visibility, audience and consent", arguments: Visibility.allCases, audiences)
    func all(visibility: Visibility, audience: Audience) {
        for (name, consent) in Self.consentCases {
            var consents: [Jurisdiction: DonorConsent] = [Self.state("UG"): .all]
            consents[Self.state("KE")] = consent
            #expect(
                SharingRule.allows(visibility, of: Self.state("KE"), to: audience, consents: consents)
                    == Self.expected(visibility, audience, name), "\(visibility) \(audience) \(name)")
        }
    }

    @Test("whoever may see a stricter record may see a more open one", arguments: audiences)
    func monotone(audience: Audience) {
        for (_, consent) in Self.consentCases {
            let consents = consent.map { [Self.state("KE"): $0] } ?? [:]
            let seen = Visibility.allCases.map {
                SharingRule.allows($0, of: Self.state("KE"), to: audience, consents: consents)
            }
            #expect(seen == seen.sorted { $0 && !$1 })
        }
    }

    @Test("consent goes by the name of the donor, without regard to case and white space")
    func consent() {
        #expect(DonorConsent(names: [" fund  a "]).includes("Fund A"))
        #expect(DonorConsent(names: ["", " "]) == .none)
        #expect(!DonorConsent(names: ["Fund A"]).includes("Fund"))
        #expect(!DonorConsent.none.includes("all"))
    }

    @Test("audiences are read as they are written")
    func audienceNames() throws {
        let register = try StateRegister()
        #expect(try Audience("everyone", register: register) == .everyone)
        #expect(try Audience("Committee", register: register) == .committee)
        #expect(try Audience("state:Kenya", register: register) == .state(Self.state("KE")))
        #expect(try Audience("donor: Fund A", register: register) == .donor("Fund A"))
        for text in ["", "KE", "state", "donor:", "donor", "committee:KE", "all", ":", "everyone:x"] {
            #expect(throws: StatesError.unknownAudience(text)) { try Audience(text, register: register) }
        }
        #expect(throws: ReviewError.self) { try Audience("state:Atlantis", register: register) }
    }

    @Test("a filter counts what it leaves out and notes what it shows that is not public")
    func filter() throws {
        var facts = StateFacts(state: Self.state("KE"))
        func add(_ field: StateField, _ value: String, _ visibility: Visibility) throws {
            facts.add(
                StateFacts.Entry(
                    fact: try StateFact(field, value, visibility: visibility), sequence: 1, time: "", who: "A",
                    why: nil,
                    source: nil))
        }
        try add(.firstReport, "2004-10-28", .everyone)
        try add(.focalPoint(1, .name), "A", .state)
        // Closed later: the earlier, open entry goes as well.
        try add(.focalPoint(1, .office), "B", .everyone)
        try add(.focalPoint(1, .office), "C", .committee)

        var everyone = SharingFilter(audience: .everyone, consents: [:])
        let shown = facts.shown(by: &everyone)
        #expect(shown.history.keys.sorted() == [.firstReport] && everyone.withheld == 2)
        #expect(everyone.readEntries(command: "x").isEmpty)
        #expect(everyone.notice == "2 records are not for this audience (everyone) and were left out.")

        var state = SharingFilter(audience: .state(Self.state("KE")), consents: [:])
        #expect(facts.shown(by: &state).focalPoints.map(\.office) == [nil])
        #expect(state.withheld == 1 && state.restrictedReads == ["state/KE": 1])

        var committee = SharingFilter(audience: .committee, consents: [:])
        #expect(facts.shown(by: &committee) == facts && committee.notice == nil)
        let reads = committee.readEntries(command: "states show")
        #expect(reads.map(\.subject) == ["state/KE"] && reads[0].kind == .recordRead)
        #expect(reads[0].detail == #"{"audience":"committee","command":"states show","records":2}"#)
    }
}
