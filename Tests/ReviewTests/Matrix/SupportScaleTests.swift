import Review
import Testing

@Suite("How provisions together support a cell")
struct SupportScaleTests {
    private let scale = SupportScale(decay: 0.5, documented: 0.6, unclear: 0.3)

    @Test("one provision supports as much as its confidence, none nothing")
    func single() {
        #expect(scale.support([]) == 0)
        #expect(scale.support([0.4]) == 0.4)
        #expect(scale.support([1]) == 1)
    }

    @Test("a further provision adds, but less than the first, and the order does not matter")
    func further() {
        let two = scale.support([0.4, 0.4])
        #expect(two > 0.4 && two < 1 - 0.6 * 0.6)
        #expect(scale.support([0.2, 0.7, 0.5]) == scale.support([0.7, 0.5, 0.2]))
    }

    @Test("many weak provisions never become certainty")
    func weak() {
        #expect(scale.support(Array(repeating: 0.1, count: 1000)) < 0.2)
    }

    @Test(
        "values at their bounds",
        arguments: [
            (0.0, CellValue.blank), (0.29, .blank), (0.3, .unclear), (0.59, .unclear), (0.6, .documented),
            (1, .documented),
        ])
    func bounds(support: Double, value: CellValue) {
        #expect(scale.value(support) == value)
    }
}

@Suite("Names of cell values")
struct CellValueTests {
    @Test(
        "are read as people write them",
        arguments: [
            ("x", CellValue.documented), ("X", .documented), ("?", .unclear), ("n/a", .notApplicable),
            ("NA", .notApplicable), ("blank", .blank), ("", .blank),
        ])
    func reads(name: String, value: CellValue) { #expect(CellValue(name: name) == value) }

    @Test("and nothing else is", arguments: ["XX", "maybe", "0"])
    func refuses(name: String) { #expect(CellValue(name: name) == nil) }
}
