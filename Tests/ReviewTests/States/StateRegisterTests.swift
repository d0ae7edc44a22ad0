import Legislation
import Obligations
import Retrieval
import Testing

@testable import Review

@Suite("Register of States")
struct StateRegisterTests {
    private static let register = Result { try StateRegister() }
    private let register: StateRegister

    init() throws { register = try Self.register.get() }

    @Test("it has the 193 Member States and two observers, the same as the table of legal traditions")
    func completeness() throws {
        #expect(register.states.filter { $0.membership == .member }.count == 193)
        #expect(Set(register.states.filter { $0.membership == .observer }.map(\.code)) == ["VA", "PS"])
        #expect(register.states.map(\.jurisdiction) == (try StateTable()).states)
    }

    @Test(
        "regional groups have their numbers of members",
        arguments: [
            (RegionalGroup.african, 54), (.asiaPacific, 54), (.easternEuropean, 23), (.latinAmericanCaribbean, 33),
            (.westernEuropeanOthers, 28),
        ])
    func groups(group: RegionalGroup, count: Int) throws {
        #expect(try register.states(region: nil, group: group.rawValue).count == count)
    }

    @Test("every State is found by both codes, in small letters too, and by its name")
    func codes() throws {
        for state in register.states {
            #expect(try register.find(state.code.lowercased()) == state)
            #expect(try register.find(state.alpha3?.lowercased() ?? "") == state)
            #expect(try register.find(state.name) == state)
            #expect(try register.find(state.jurisdiction.englishName.uppercased()) == state)
        }
    }

    @Test("names in the other official languages find the State or are refused as shared, never another State")
    func languages() throws {
        var refused: [String] = []
        for state in register.states {
            for language in ["fr", "es", "ru", "zh", "ar", "de", "pt"] {
                do {
                    #expect(try register.find(state.name(in: language)) == state, "\(state.name(in: language))")
                } catch {
                    refused.append(state.name(in: language))
                }
            }
        }
        #expect(refused.isEmpty, "\(refused)")
    }

    @Test(
        "names as lists and treaties write them",
        arguments: [
            ("Korea, Republic of", "KR"), ("Republic of Korea", "KR"), ("Democratic People's Republic of Korea", "KP"),
            ("Congo", "CG"), ("Congo, Democratic Republic of the", "CD"), ("the Democratic Republic of Congo", "CD"),
            ("Iran (Islamic Republic of)", "IR"), ("Iran (République islamique d’)", "IR"),
            ("Venezuela (República Bolivariana de)", "VE"), ("République du Kenya", "KE"), ("República de Chile", "CL"),
            ("Kingdom of Denmark", "DK"), ("State of Kuwait", "KW"), ("Cote d'Ivoire", "CI"), ("Viet Nam", "VN"),
            ("Vietnam", "VN"), ("St. Kitts & Nevis", "KN"), ("Saint Vincent and the Grenadines", "VC"), ("UK", "GB"),
            ("USA", "US"), ("États-Unis d’Amérique", "US"), ("Российская Федерация", "RU"), ("大韩民国", "KR"),
            ("الاتحاد الروسي", "RU"), ("Holy See", "VA"), ("State of Palestine", "PS"), ("  kenya ", "KE"),
            ("Federal Democratic Republic of Ethiopia", "ET"), ("People's Republic of China", "CN"),
        ])
    func names(text: String, code: String) throws { #expect(try register.find(text).code == code) }

    @Test(
        "former names and codes",
        arguments: [
            ("Swaziland", "SZ"), ("Burma", "MM"), ("BUR", "MM"), ("BU", "MM"), ("Zaire", "CD"), ("ZAR", "CD"),
            ("Czech Republic", "CZ"), ("Macedonia", "MK"), ("The former Yugoslav Republic of Macedonia", "MK"),
            ("Turkey", "TR"), ("Ivory Coast", "CI"), ("Upper Volta", "BF"), ("HVO", "BF"), ("Dahomey", "BJ"),
            ("Ceylon", "LK"), ("DDR", "DE"), ("Cape Verde", "CV"), ("Cap-Vert", "CV"), ("ROM", "RO"), ("TMP", "TL"),
            ("Western Samoa", "WS"), ("BYS", "BY"),
        ])
    func formerNames(text: String, code: String) throws { #expect(try register.find(text).code == code) }

    @Test("a former name is told as such, with the year in which it ended")
    func match() throws {
        #expect(try register.match("Swaziland").former?.until == 2018)
        #expect(try register.match("Eswatini").former == nil)
    }

    @Test(
        "a State that fell apart is refused, with those that came after",
        arguments: [
            ("Czechoslovakia", ["CZ", "SK"]), ("SCG", ["RS", "ME"]), ("USSR", ["RU"]), ("YUG", ["RS", "HR"]),
        ])
    func dissolved(text: String, heirs: [String]) {
        guard
            case .unknownState(_, let suggestion?) = #expect(
                throws: ReviewError.self, performing: { try register.find(text) })
        else {
            Issue.record("\(text) has no suggestion")
            return
        }
        for heir in heirs { #expect(suggestion.contains("(\(heir))"), "\(suggestion)") }
    }

    @Test(
        "a slip is refused with the nearest State",
        arguments: [
            ("Kenia Republic", nil), ("Kennya", "KE"), ("Swazilnad", "SZ"), ("Unted Kingdom", "GB"), ("Brazl", "BR"),
        ])
    func slips(text: String, code: String?) throws {
        let error = #expect(throws: ReviewError.self) { try register.find(text) }
        guard case .unknownState(_, let suggestion) = error else { return }
        if let code { #expect(suggestion?.contains("(\(code))") == true, "\(suggestion ?? "none")") }
    }

    @Test(
        "what is no State is refused",
        arguments: [
            "", " ", "EU", "UN", "ZZ", "XK", "HK", "Taiwan", "Republic of China", "Europe", "Q", "QQQ", "-",
            "Republic of",
            "\u{0}", "Korea", String(repeating: "a", count: 100_000), "🏴‍☠️", "Greenland", "XA",
        ])
    func refused(text: String) { #expect(throws: ReviewError.self) { try register.find(text) } }

    @Test("regions by number, name and grouping; a region or group that there is none is refused")
    func regions() throws {
        let europe = try register.states(region: "150", group: nil).map(\.code)
        #expect(europe.contains("FR") && !europe.contains("KE"))
        #expect(try register.states(region: "Europe", group: nil).map(\.code) == europe)
        #expect(try register.states(region: "EU", group: nil).count == 27)
        #expect(try register.states(region: "Africa", group: "african").count == 54)
        #expect(throws: StatesError.unknownRegion("Atlantis")) { try register.states(region: "Atlantis", group: nil) }
        #expect(throws: StatesError.unknownGroup("martian")) { try register.states(region: nil, group: "martian") }
    }

    @Test("fictional States come in only when they are added, and never take the place of a real one")
    func fictional() throws {
        let code = try #require(Jurisdiction(fictional: "XC"))
        let alba = RegisteredState(fictional: code, name: "Cerula (fictional)")
        let with = register.adding(fictional: [alba])
        #expect(try with.find("XC") == alba && with.find("cerula (fictional)") == alba)
        #expect(with.adding(fictional: [alba]).states.count == 196)
        #expect(try with.states(region: nil, group: "african").count == 54)
        for code in ["KE", "XK", "XZ", "QO1", "xa", "ZZ", ""] where code != "XA" {
            #expect(Jurisdiction(fictional: code) == nil)
        }
    }

    @Test(
        "a damaged register is refused with the line",
        arguments: [
            ("state\tKE\tKEN\tmember\tafrican\tKenya\nstate\tKE\tKEN\tmember\tafrican\tKenya", 2), ("land\tKE", 1),
            ("state\tKE\tUGA\tmember\tafrican\tKenya", 1), ("state\tKE\tKEN\tguest\tafrican\tKenya", 1),
            ("state\tKE\tKEN\tmember\tnordic\tKenya", 1), ("state\tKE\tKEN\tmember\tafrican", 1),
            ("# only\nname\tKE\ten\tKenia", 2), ("state\tKE\tKEN\tmember\tafrican\tKenya\nformer\tKE\tb1\t-\t-\tX", 2),
        ])
    func damaged(text: String, line: Int) {
        let error = #expect(throws: ResourceError.self) { try StateRegister(text: text) }
        #expect(error?.line == line)
    }
}
