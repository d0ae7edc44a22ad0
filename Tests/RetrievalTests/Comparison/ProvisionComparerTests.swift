import Catalog
import Foundation
import Legislation
import Obligations
import Retrieval
import TestSupport
import Testing

@Suite("Comparable provisions for a State that drafts")
struct ProvisionComparerTests {
    private static let index = Result { try TemporaryIndex(laws: InventedLaw.transitLaws) }

    private func request(
        _ obligation: String = "op3cd.transit", weapon: String? = "chemical", aspect: String? = nil,
        state: String = "KE", count: Int = 12
    ) throws -> ComparisonRequest {
        try ComparisonRequest(
            obligation: obligation, weapon: weapon, aspect: aspect, state: state, count: count,
            matrix: ObligationMatrix())
    }

    private func compare(_ request: ComparisonRequest) throws -> Comparison {
        try ProvisionComparer(folder: Self.index.get().path).compare(request)
    }

    private func names(_ comparison: Comparison) -> [String] {
        comparison.choices.map { "\($0.record.law.law.jurisdiction)#\($0.record.provision.eId)" }
    }

    @Test("The nearest State comes first, every State before the second provision of one, then what is not operative")
    func order() throws {
        let comparison = try compare(request())
        let names = names(comparison)
        #expect(names.first == "UG#art_4")
        let second = try #require(names.firstIndex(of: "UG#art_5"))
        for other in ["FR#art_2", "EG#art_3", "JP#art_7"] {
            #expect(try #require(names.firstIndex(of: other)) < second, "\(names)")
        }
        #expect(names.suffix(2) == ["TZ#art_2", "IE#art_6"])
        #expect(comparison.choices.map(\.rank) == Array(1...names.count))
    }

    @Test("The asking State and model texts are not among the choices; they are counted apart")
    func others() throws {
        let comparison = try compare(request())
        #expect(!names(comparison).contains { $0.hasPrefix("KE") || $0.hasPrefix("UN") })
        #expect(comparison.ownCount == 1)
        #expect(comparison.servingCount == 9)
        #expect(comparison.stateCount == 7)
        #expect(comparison.profile?.languages == ["en", "sw"])
        #expect(names(try compare(request(state: "UG"))).contains("KE#art_1"))
    }

    @Test("The same text in another consolidation and another State stands once, with the others listed")
    func sameText() throws {
        let comparison = try compare(request())
        #expect(!names(comparison).contains { $0.hasPrefix("ZM") })
        let first = try #require(comparison.choices.first)
        let others = first.sameText.map { "\($0.law.law.jurisdiction) \($0.law.law.version ?? "")" }.sorted()
        #expect(others == ["UG 2022-01-01", "ZM 2020-01-01"] || others == ["UG 2020-01-01", "ZM 2020-01-01"])
    }

    @Test("Each choice says why")
    func reasons() throws {
        let comparison = try compare(request())
        func reasons(_ name: String) throws -> [String] {
            let place = try #require(names(comparison).firstIndex(of: name))
            return comparison.choices[place].reasons.map(\.description)
        }
        let uganda = try reasons("UG#art_4")
        #expect(uganda.contains("same legal tradition (common law, customary law)"))
        #expect(uganda.contains("same region (Eastern Africa)"))
        #expect(uganda.contains("in English, a language of the laws of Kenya"))
        #expect(uganda.contains("first choice from Uganda") && uganda.contains("in force"))
        #expect(!(try reasons("UG#art_5")).contains("first choice from Uganda"))
        #expect(try reasons("FR#art_2").contains("another legal tradition (civil law)"))
        #expect(try reasons("IE#art_6").contains { $0.hasPrefix("repealed") })
        #expect(try reasons("TZ#art_2").contains { $0.hasPrefix("preamble, definition") })
    }

    @Test("Weapon type and aspect narrow; the count bounds; another State asking changes the order")
    func narrowing() throws {
        #expect(!names(try compare(request(weapon: "nuclear"))).contains("JP#art_7"))
        #expect(try compare(request(count: 2)).choices.count == 2)
        #expect(["EG#art_3", "JP#art_7"].contains(try #require(names(try compare(request(state: "France"))).first)))
        #expect(names(try compare(request(state: "MA"))).firstIndex(of: "EG#art_3") == 0)
    }

    @Test("A cell that no other State serves is said to be empty, never filled")
    func empty() throws {
        for (obligation, aspect) in [("op2.use", nil), ("op3cd.transit", "enforcement")] as [(String, String?)] {
            let error = #expect(throws: ComparisonError.self) {
                try compare(request(obligation, aspect: aspect))
            }
            guard case .noProvision = error else {
                Issue.record("\(String(describing: error))")
                continue
            }
        }
        let own = #expect(throws: ComparisonError.self) { try compare(request("op3cd.transit", aspect: "enforcement")) }
        #expect(own?.description.contains("op3cd.transit for chemical weapons, enforcement") == true)
    }

    @Test(
        "What does not exist is answered with the nearest",
        arguments: [
            ("op3cd.tranist", nil, nil, "KE", "op3cd.transit"), ("op3cd.transit", "chemcial", nil, "KE", "chemical"),
            ("op3cd.transit", nil, "enforcment", "KE", "enforcement"),
            ("op3cd.transit", nil, nil, "Kenia", "KE (Kenya)"),
            ("op3cd.transit", nil, nil, "SV1", nil), ("op3cd", nil, nil, "KE", nil),
            ("op1.npt", "nuclear", nil, "KE", nil),
            ("op3cd.transit", nil, nil, "ZZ", nil), ("", nil, nil, "KE", nil),
        ] as [(String, String?, String?, String, String?)])
    func unknown(obligation: String, weapon: String?, aspect: String?, state: String, nearest: String?) throws {
        let error = try #require(
            #expect(throws: ComparisonError.self) {
                try request(obligation, weapon: weapon, aspect: aspect, state: state)
            })
        if let nearest { #expect(error.description.contains("Did you mean \(nearest)?"), "\(error)") }
    }
}
