import Legislation
import TestSupport
import Testing

@testable import Catalog

@Suite("Two texts compared by word")
struct WordDifferenceTests {
    private func shown(_ old: String, _ new: String) -> String {
        WordDifference.runs(from: old, to: new).map { run in
            switch run.kind {
            case .kept: run.text
            case .removed: "[-\(run.text)-]"
            case .added: "{+\(run.text)+}"
            }
        }.joined()
    }

    @Test("words that differ stand alone; a phrase that was replaced stays whole")
    func words() {
        #expect(
            shown("within thirty days of receipt", "within sixty days of receipt")
                == "within [-thirty-]{+sixty+} days of receipt")
        #expect(shown("a red cat ran.", "a blue dog ran.") == "a [-red cat-]{+blue dog+} ran.")
        #expect(shown("", "new text") == "{+new text+}")
        #expect(shown("old text", "") == "[-old text-]")
        #expect(shown("same", "same") == "same")
        #expect(shown("", "") == "")
    }

    @Test("scripts without spaces differ by character")
    func unspaced() {
        #expect(shown("许可证有效期一年", "许可证有效期三年") == "许可证有效期[-一-]{+三+}年")
    }

    @Test("kept and removed give the older text, kept and added the newer", arguments: 0..<40)
    func reversible(seed: Int) {
        var random = SeededGenerator(seed: UInt64(seed))
        let words = ["the", "holder", "许可证", "é", "e\u{301}", " ", "  ", "\n", ",", "ก็", "👩‍👩‍👧", "لا", "12", "\r\n"]
        func text() -> String {
            (0..<Int.random(in: 0...60, using: &random)).map { _ in words.randomElement(using: &random) ?? "" }.joined()
        }
        let (old, new) = (text(), text())
        let runs = WordDifference.runs(from: old, to: new)
        #expect(runs.filter { $0.kind != .added }.map(\.text).joined() == old)
        #expect(runs.filter { $0.kind != .removed }.map(\.text).joined() == new)
        #expect(!zip(runs, runs.dropFirst()).contains { $0.kind == $1.kind })
        #expect(runs.allSatisfy { !$0.text.isEmpty })
    }

    @Test("long texts with nothing in common end without much memory or time")
    func long() {
        let old = (0..<60_000).map { "a\($0)" }.joined(separator: " ")
        let new = (0..<60_000).map { "b\($0)" }.joined(separator: " ")
        let runs = WordDifference.runs(from: old, to: new)
        #expect(runs.filter { $0.kind != .added }.map(\.text).joined() == old)
        #expect(runs.filter { $0.kind != .removed }.map(\.text).joined() == new)
    }

    @Test("a long text in which few words differ shows these words")
    func longWithFewChanges() {
        var words = (0..<40_000).map { "w\($0)" }
        let old = words.joined(separator: " ")
        for place in [5, 20_000, 39_000] { words[place] = "x" }
        words.swapAt(100, 30_000)
        let runs = WordDifference.runs(from: old, to: words.joined(separator: " "))
        #expect(runs.count { $0.kind != .kept } <= 12)
    }
}

@Suite("Two expressions compared by provision")
struct LawDifferenceTests {
    private func provision(_ number: Int, _ text: String, path: [String] = []) -> Provision {
        Provision(eId: "art_\(number)", kind: .article, number: String(number), path: path, text: text)
    }

    private let texts = [
        "No person shall export a controlled item without a licence of the Authority.",
        "The Authority keeps a register of all licences and of those who hold them.",
        "Whoever contravenes this Act is liable to imprisonment for up to ten years.",
    ]

    @Test("an article put in between moves the numbers, not the identities")
    func renumbered() {
        let old = texts.enumerated().map { provision($0 + 1, $1) }
        let new = [
            provision(1, texts[0]), provision(2, "Brokers register with the customs office of their district."),
            provision(3, texts[1].replacing("all", with: "current")), provision(4, texts[2]),
        ]
        let changes = LawDifference(from: old, to: new).changes
        #expect(changes.map(\.kind) == [.unchanged, .added, .renumbered, .renumbered])
        #expect(changes.map { $0.before?.eId } == ["art_1", nil, "art_2", "art_3"])
        #expect(changes.map(\.isTextChanged) == [false, true, true, true])
    }

    @Test("what was repealed, changed and moved to another chapter is told apart")
    func kinds() {
        let old = texts.enumerated().map { provision($0 + 1, $1, path: ["Part I"]) } + [provision(9, "Short.")]
        let new = [
            provision(1, texts[0].replacing("licence", with: "permit"), path: ["Part I"]),
            provision(3, texts[2], path: ["Part II"]), provision(9, "Gone."),
        ]
        let changes = LawDifference(from: old, to: new).changes
        #expect(changes.map(\.kind) == [.changed, .repealed, .moved, .changed])
        #expect(changes[0].words.filter { $0.kind != .kept }.map(\.text) == ["licence", "permit"])
    }

    @Test("every provision of both is told once, and the changes give the newer text", arguments: 0..<30)
    func complete(seed: Int) {
        var random = SeededGenerator(seed: UInt64(seed))
        let words = ["permit", "export", "toxin", "goods", "officer", "fine", "transit", "the", "of", "shall"]
        func law() -> [Provision] {
            (0..<Int.random(in: 0...12, using: &random)).map { number in
                let text = (0..<Int.random(in: 0...9, using: &random))
                    .map { _ in words.randomElement(using: &random) ?? "" }.joined(separator: " ")
                return provision(number * Int.random(in: 1...2, using: &random) + number, text)
            }
        }
        func unique(_ provisions: [Provision]) -> [Provision] {
            var seen: Set<String> = []
            return provisions.filter { seen.insert($0.eId).inserted }
        }
        let (old, new) = (unique(law()), unique(law()))
        let difference = LawDifference(from: old, to: new)
        #expect(difference.changes.compactMap(\.after) == new)
        #expect(Set(difference.changes.compactMap(\.before)) == Set(old))
        #expect(difference.changes.compactMap(\.before).count == old.count)
        for change in difference.changes {
            let text = change.words.filter { $0.kind != .removed }.map(\.text).joined()
            #expect(text == change.after?.text ?? "")
        }
        #expect(LawDifference(from: old, to: old).changes.allSatisfy { $0.kind == .unchanged })
    }
}
