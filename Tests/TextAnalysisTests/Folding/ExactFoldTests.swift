import CICU
import Testing

@testable import TextAnalysis

@Suite("The fold of the exact form")
struct ExactFoldTests {
    @Test("The tables say of every character what it becomes by itself, Han and what folds to it included")
    func tables() {
        var wrong: [UInt32] = []
        for scalar in UInt32(0)..<0x110000 where !(0xD800..<0xE000).contains(scalar) {
            let entry = ExactFold.entry(scalar, ExactFold.table)
            guard entry != ExactFold.special else { continue }
            let told: ExactFold.Mapping =
                switch entry {
                case 0: .one(scalar)
                case ExactFold.deleted: .none
                default: .one(entry)
                }
            if ExactFold.mapping(of: scalar) != told { wrong.append(scalar) }
        }
        #expect(wrong == [])
    }

    @Test(
        "Han characters are simplified, alone, among others, and in what folds to them",
        arguments: [("國", "国"), ("核武器管製", "核武器管制"), ("｢核｣", "“核”"), ("㊩", "医"), ("\u{F9D8}", "律")])
    func han(traditional: String, simplified: String) {
        #expect(fold(traditional) == simplified)
    }

    @Test("Words that stand beside Han characters fold as they do alone")
    func mixed() {
        #expect(fold("ÉTAT國") == "état国")
        #expect(fold("１５４０號") == "1540号")
    }

    @Test(
        "A character is a letter where what it folds to is one, whatever the characters beside it",
        arguments: [
            ("㍿", true), ("℃", true), ("㌀", true), ("國", true), ("㊣", true), ("「", false), ("、", false), ("’", false),
        ])
    func letters(character: Unicode.Scalar, isLetter: Bool) {
        #expect(TextProperties.table[character.value].isLetterOrNumber == isLetter)
    }

    private func fold(_ text: String) -> String {
        var out: [UInt8] = []
        Array(text.utf8).withUnsafeBufferPointer { bytes in
            guard let base = bytes.baseAddress else { return }
            ExactFold.fold(UTF8Text(base: base, count: bytes.count), into: &out)
        }
        return String(decoding: out, as: UTF8.self)
    }
}
