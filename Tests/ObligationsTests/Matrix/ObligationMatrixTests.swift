import Foundation
import Testing

@testable import Obligations

@Suite("The 1540 matrix")
struct ObligationMatrixTests {
    let matrix: ObligationMatrix

    init() throws { matrix = try ObligationMatrix() }

    @Test("has 86 rows, numbered from 1 within each group")
    func rowsAreNumbered() {
        #expect(matrix.rows.count == 86)
        for group in ObligationGroup.allCases {
            let numbers = matrix.rows.filter { $0.group == group }.map(\.number)
            #expect(numbers == Array(1...max(1, numbers.count)))
        }
    }

    @Test("gives every row a title in the script of each language")
    func titlesAreInTheRightScript() {
        for row in matrix.rows {
            for language in ObligationMatrix.languages {
                #expect(isWritten(row.title(in: language), in: language), "\(row.code) in \(language)")
            }
        }
        for group in ObligationGroup.allCases {
            for language in ObligationMatrix.languages {
                #expect(isWritten(matrix.title(of: group, in: language), in: language), "\(group) in \(language)")
            }
        }
        for weapon in Weapon.allCases {
            #expect(Set(ObligationMatrix.languages.map { matrix.title(of: weapon, in: $0) }).count == 6)
        }
        for aspect in Aspect.allCases {
            #expect(Set(ObligationMatrix.languages.map { matrix.title(of: aspect, in: $0) }).count == 6)
        }
    }

    @Test("gives no two rows of a group the same title")
    func titlesDiffer() {
        for group in ObligationGroup.allCases {
            for language in ObligationMatrix.languages {
                let titles = matrix.rows.filter { $0.group == group }.map { $0.title(in: language) }
                #expect(Set(titles).count == titles.count, "\(group) in \(language)")
            }
        }
    }

    @Test("begins each code with its group in lower case")
    func codesBelongToTheirGroup() {
        for row in matrix.rows { #expect(row.code.rawValue.hasPrefix(row.group.rawValue.lowercased() + ".")) }
    }

    @Test("takes a regional tag for its language and an unknown one for English")
    func titleFallsBack() throws {
        let row = try #require(matrix.row(ObligationCode("op3cd.transit")))
        #expect(row.title(in: "zh-Hant") == row.title(in: "zh"))
        #expect(row.title(in: "sw") == row.title(in: "en"))
    }

    @Test(
        "finds rows by code, group, beginning and wildcard",
        arguments: [
            ("op3cd.transit", 1), ("OP3CD.Transit", 1), ("op3cd", 27), ("op3", 50), ("*.delivery", 3),
            ("op3cd.licen*", 5),
            ("*", 86), ("", 0), ("op3cd.", 0), ("op9", 0), ("***", 86), ("op3cd.transi", 0),
        ])
    func rowsMatching(pattern: String, count: Int) { #expect(matrix.rows(matching: pattern).count == count) }

    @Test(
        "suggests the nearest code for a typing error",
        arguments: [
            ("op3cd.tranist", "op3cd.transit"), ("op3cd.transhipment", "op3cd.transshipment"),
            ("op2.manufactur", "op2.manufacture"), ("brokering", "op3cd.brokering"),
            ("op3cd.broking", "op3cd.brokering"),
        ])
    func suggestion(typed: String, code: String) {
        #expect(matrix.suggestion(for: typed)?.rawValue == code)
    }

    @Test("suggests nothing for what is like no code", arguments: ["", "zzzzzzzzzzzzz", "химическое оружие"])
    func noSuggestion(typed: String) { #expect(matrix.suggestion(for: typed) == nil) }

    @Test("names file and line of a fault")
    func faultNamesTheLine() throws {
        let text = "# matrix\nrow\top2.use\tOP2\t1\tNW,XW\ta\tb\tc\td\te\tf\n"
        let error = try #require(throws: ResourceError.self) { try ObligationMatrix(text: text) }
        #expect(error.line == 2)
        #expect(error.description.contains("matrix.tsv") && error.description.contains("XW"))
    }

    @Test(
        "refuses broken files without a crash",
        arguments: ["", "row", "row\t\t\t\t\t\t\t\t\t\t", "\u{0}\n\t\n", "weapon\tNW"])
    func brokenFiles(text: String) {
        #expect(throws: ResourceError.self) { try ObligationMatrix(text: text) }
    }

    private func isWritten(_ title: String, in language: String) -> Bool {
        let scalars = title.unicodeScalars
        return switch language {
        case "ar": scalars.contains { (0x600...0x6FF).contains($0.value) }
        case "zh": scalars.contains { (0x4E00...0x9FFF).contains($0.value) }
        case "ru": scalars.contains { (0x400...0x4FF).contains($0.value) }
        default: !scalars.contains { (0x400...0x6FF).contains($0.value) || $0.value >= 0x4E00 } && !title.isEmpty
        }
    }
}
