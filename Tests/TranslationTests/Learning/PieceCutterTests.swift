import Testing

@testable import Translation

@Suite("Provisions are cut where both languages have a mark")
struct PieceCutterTests {
    private func cut(_ source: String, _ target: String) -> [[String]] {
        PieceCutter().cut(source, target).map { [$0.source, $0.target] }
    }

    @Test("At numbers before a sentence and letters behind a clause, written either way")
    func marks() {
        let pieces = cut(
            "84 (1) The Governor may make regulations (a) on fees; and (b) on forms. (2) They have effect at once.",
            "84 (1) Le gouverneur peut, par règlement : a) fixer les droits; b) établir les formulaires. "
                + "(2) Ils ont effet immédiatement.")
        #expect(
            pieces == [
                ["84 ", "84 "], ["(1) The Governor may make regulations ", "(1) Le gouverneur peut, par règlement : "],
                ["(a) on fees; and ", "a) fixer les droits; "], ["(b) on forms. ", "b) établir les formulaires. "],
                ["(2) They have effect at once.", "(2) Ils ont effet immédiatement."],
            ])
    }

    @Test("Not at references within a sentence")
    func references() {
        let (english, french) = (
            "Subject to subsection (2) and paragraph (a) of it, the Minister may refuse.",
            "Le ministre peut refuser, sous réserve du paragraphe (2) et de son alinéa a) notamment."
        )
        #expect(cut(english, french) == [[english, french]])
    }

    @Test("Not where one part would be much longer in one language")
    func lengths() {
        let long = String(repeating: "a licence is needed for export, ", count: 12)
        let pieces = cut("(1) Short. (2) \(long)", "(1) \(long)(2) Court.")
        #expect(pieces.count == 1)
    }

    @Test(
        "Pieces joined are the texts, whatever the texts",
        arguments: [
            ("", ""), ("(1) A", ""), ("(a)", "(a)"), ("(((1) ) (a) x", ") (1)"), ("(1) Й (2) 中", "1) Й 2) 中"),
            ("; a) b; a) c; a) d", "; a) b; a) c"),
        ])
    func whole(source: String, target: String) {
        let pieces = PieceCutter().cut(source, target)
        #expect(pieces.map(\.source).joined() == source)
        #expect(pieces.map(\.target).joined() == target)
    }
}
