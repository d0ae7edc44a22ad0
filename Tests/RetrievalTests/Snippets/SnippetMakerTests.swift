import Retrieval
import TestSupport
import Testing
import TextAnalysis

@Suite("Snippets")
struct SnippetMakerTests {
    private func snippet(_ text: String, _ words: [String], columns: Int = 240) -> Snippet {
        var terms = SnippetTerms()
        for word in words {
            let concept = terms.addConcept(weight: 1)
            terms.insert(.exact, word.utf8, concept: concept)
        }
        return SnippetMaker(columns: columns).snippet(of: text, tokens: PlainTokens.of(text), terms: terms)
    }

    private func marked(_ snippet: Snippet) -> String {
        SnippetRenderer(.brackets, isolatesDirection: false).text(snippet)
    }

    @Test("gives a short text whole, white space collapsed")
    func givesShortTextWhole() {
        let snippet = snippet("\n No person shall\r\n\texport  sarin.\n", ["sarin", "export"])
        #expect(snippet.text == "No person shall export sarin.")
        #expect(marked(snippet) == "No person shall [export] [sarin].")
        #expect(!snippet.leadingCut && !snippet.trailingCut)
        #expect(snippet.sourceRange == 2..<34)
    }

    @Test("takes the passage with most different words, from sentence to sentence")
    func takesBestPassage() {
        let filler = String(repeating: "Nothing of note is said here at all. ", count: 20)
        let text = "The licence is white. " + filler + "A licence to export toxins is void. " + filler
        let snippet = snippet(text, ["licence", "export", "toxins"], columns: 60)
        #expect(marked(snippet) == "…A [licence] to [export] [toxins] is void.…")
    }

    @Test("prefers the heavier word where no passage has both")
    func prefersWeight() {
        let filler = String(repeating: "Nothing of note is said here at all. ", count: 20)
        let text = "The licence is white. " + filler + "Sarin is forbidden. " + filler
        var terms = SnippetTerms()
        let light = terms.addConcept(weight: 1)
        let heavy = terms.addConcept(weight: 3)
        terms.insert(.exact, "licence".utf8, concept: light)
        terms.insert(.exact, "sarin".utf8, concept: heavy)
        let snippet = SnippetMaker(columns: 40).snippet(of: text, tokens: PlainTokens.of(text), terms: terms)
        #expect(snippet.text == "Sarin is forbidden.")
    }

    @Test("joins overlapping Han pairs and counts Han double")
    func joinsHanPairs() {
        let filler = String(repeating: "本条不涉及其他事项。", count: 60)
        let snippet = snippet(filler + "任何人不得出口化学武器，违者处罚。" + filler, ["化学", "学武", "武器"], columns: 48)
        #expect(marked(snippet).contains("任何人不得出口[化学武器]，违者处罚。"))
        #expect(snippet.text.count <= 24)
        #expect(snippet.leadingCut && snippet.trailingCut)
    }

    @Test("cuts at a clause or a word where the sentence is too long, and not at the period of an abbreviation")
    func cutsInLongSentence() {
        let long = String(repeating: "whereas the holder, under Art. 5 of the Act, ", count: 30)
        let snippet = snippet(long + "shall notify the authority " + long, ["notify"], columns: 100)
        #expect(snippet.text.contains("shall notify the authority"))
        let words = Set(long.split(separator: " ").map(String.init) + ["shall", "notify", "authority"])
        for word in snippet.text.split(separator: " ") { #expect(words.contains(String(word)), "cut within \(word)") }
        #expect(!snippet.text.hasPrefix("5"))
    }

    @Test("never cuts within a word that holds an apostrophe, a hyphen or a slash", arguments: 20..<60)
    func keepsJoinedWordsWhole(columns: Int) {
        let text = String(repeating: "суб’єкти S/RES/1540 war-time 1,000 ", count: 20)
        let middle = "sarin "
        let snippet = snippet(text + middle + text, ["sarin"], columns: columns)
        let words: Set<Substring> = ["суб’єкти", "S/RES/1540", "war-time", "1,000", "sarin"]
        for word in snippet.text.split(separator: " ") { #expect(words.contains(word)) }
    }

    @Test("gives up repetitions to leave room for the words around")
    func leavesRoom() {
        let text =
            String(repeating: "The licence is void here. ", count: 9) + "Whoever exports sarin is guilty. The end."
        let snippet = snippet(text, ["licence", "sarin"], columns: 120)
        #expect(snippet.text.hasPrefix("The licence") && snippet.text.contains("Whoever exports sarin is guilty."))
    }

    @Test("begins at the beginning without matches or tokens", arguments: ["", " \n ", "One. Two.", "ไม่มีช่องว่าง"])
    func worksWithoutTokens(text: String) {
        let snippet = SnippetMaker().snippet(of: text, tokens: TokenBuffer(), terms: SnippetTerms())
        #expect(snippet.text == text.split(whereSeparator: \.isWhitespace).joined(separator: " "))
        #expect(snippet.highlights.isEmpty && !snippet.leadingCut && !snippet.trailingCut)
    }

    @Test("counts the forms of one word once and finds terms by form")
    func knowsForms() {
        var terms = SnippetTerms()
        let concept = terms.addConcept(weight: 1)
        terms.insert(.exact, "ab".utf8, concept: concept)
        terms.insert(.stem, "a".utf8, concept: concept)
        terms.insert(.stem, "never".utf8, concept: 7)
        var buffer = TokenBuffer()
        buffer.termBytes = Array("aba".utf8)
        let record = { (offset: UInt32, length: UInt8, form: TokenBuffer.Form) in
            TokenBuffer.Record(termOffset: offset, termLength: length, form: form, position: 0, start: 0, end: 2)
        }
        #expect(terms.concept(of: record(0, 2, .exact), in: buffer) == concept)
        #expect(terms.concept(of: record(2, 1, .stem), in: buffer) == concept)
        #expect(terms.concept(of: record(0, 2, .stem), in: buffer) == nil)
        #expect(terms.concept(of: record(2, 200, .stem), in: buffer) == nil)
    }

    @Test("passes over tokens that lie outside the text or within a character")
    func survivesHostileTokens() {
        let text = "Ein 👩‍👩‍👧 e\u{301}tat"
        var buffer = TokenBuffer()
        buffer.termBytes = [0x61]
        for (start, end) in [(0, 4_000_000_000), (5, 6), (9, 3), (7, 7), (24, 24), (22, 24), (20, 23)]
            as [(UInt32, UInt32)]
        {
            buffer.records.append(
                TokenBuffer.Record(termOffset: 0, termLength: 1, form: .exact, position: 0, start: start, end: end))
        }
        let snippet = SnippetMaker().snippet(of: text, tokens: buffer, weights: [1]) { _ in 0 }
        #expect(snippet.text == text)
        expectLawful(snippet, of: text)
    }

    @Test(
        "keeps to its bounds on a text of a megabyte",
        arguments: ["word, ", "化", "กข", "a\u{301}", "\u{301}", "\n", "x"])
    func survivesLongText(unit: String) {
        let half = String(repeating: unit, count: 500_000 / unit.utf8.count)
        let text = half + " sarin " + half
        let start = UInt32(half.utf8.count + 1)
        var buffer = TokenBuffer()
        buffer.termBytes = Array("sarin".utf8)
        buffer.records = [
            .init(termOffset: 0, termLength: 5, form: .exact, position: 0, start: start, end: start + 5),
            .init(termOffset: 0, termLength: 5, form: .exact, position: 0, start: 0, end: UInt32(text.utf8.count)),
        ]
        let snippet = SnippetMaker().snippet(of: text, tokens: buffer, weights: [1]) { _ in 0 }
        #expect(snippet.text.count <= 241)
        expectLawful(snippet, of: text)
    }

    @Test("highlights what the source says and keeps its promises on random texts", arguments: 0..<8)
    func keepsPromises(seed: Int) {
        var generator = SeededGenerator(seed: UInt64(seed))
        let parts = [
            " ", " ", " ", "\n", "\n\n", "\t", ". ", ", ", "; ", "。", "，", "(a) ", "Art. ", "5", "export", "licence",
            "Sarin", "the", "化学", "武器", "出口", "é", "e\u{301}", "👩‍👩‍👧", "קרי", "سلاح", "กฎหมาย", "\u{301}", "\u{1B}", "«",
            "»",
        ]
        let words = ["export", "licence", "sarin", "化学", "武器", "学武", "סלח", "سلاح"]
        for _ in 0..<300 {
            var text = ""
            for _ in 0..<Int.random(in: 0...200, using: &generator) {
                text += parts.randomElement(using: &generator) ?? ""
            }
            let columns = Int.random(in: 20...200, using: &generator)
            let tokens = PlainTokens.of(text)
            var terms = SnippetTerms()
            for word in words.shuffled(using: &generator).prefix(4) {
                let concept = terms.addConcept(weight: Float.random(in: 0.5...3, using: &generator))
                terms.insert(.exact, word.utf8, concept: concept)
            }
            let snippet = SnippetMaker(columns: columns).snippet(of: text, tokens: tokens, terms: terms)
            expectLawful(snippet, of: text)
            expectHighlights(snippet, of: text, tokens, terms)
            let hasMatch = tokens.records.contains { terms.concept(of: $0, in: tokens) != nil }
            #expect(snippet.highlights.isEmpty != hasMatch)
            expectBest(snippet, tokens, terms, columns: columns)
        }
    }

    /// White space and controls to single spaces, none at the ends.
    private func collapsed(_ bytes: some Collection<UInt8>) -> String {
        String(decoding: bytes, as: UTF8.self)
            .split { $0.isWhitespace || $0.unicodeScalars.first?.properties.generalCategory == .control }
            .joined(separator: " ")
    }

    private func expectLawful(_ snippet: Snippet, of text: String) {
        #expect(snippet.text == collapsed(Array(text.utf8)[snippet.sourceRange]))
        #expect(snippet.text.count <= text.count)
        let edges = Set(snippet.text.indices.map { snippet.text.utf8.distance(from: snippet.text.startIndex, to: $0) })
        var last = -1
        for highlight in snippet.highlights {
            #expect(!highlight.isEmpty && highlight.lowerBound > last)
            #expect(edges.contains(highlight.lowerBound))
            #expect(edges.contains(highlight.upperBound) || highlight.upperBound == snippet.text.utf8.count)
            last = highlight.upperBound
        }
    }

    /// Every match within the passage is highlighted, and nothing else.
    private func expectHighlights(_ snippet: Snippet, of text: String, _ tokens: TokenBuffer, _ terms: SnippetTerms) {
        let source = Array(text.utf8)
        let shown = tokens.records.filter { terms.concept(of: $0, in: tokens) != nil }
            .map { Int($0.start)..<Int($0.end) }
            .filter { $0.overlaps(snippet.sourceRange) }
            .map { $0.clamped(to: snippet.sourceRange) }
        var merged: [Range<Int>] = []
        for range in shown {
            if let last = merged.last, range.lowerBound <= last.upperBound {
                merged[merged.count - 1] = last.lowerBound..<max(last.upperBound, range.upperBound)
            } else {
                merged.append(range)
            }
        }
        let bytes = Array(snippet.text.utf8)
        #expect(
            snippet.highlights.map { String(decoding: bytes[$0], as: UTF8.self) }
                == merged.map { collapsed(source[$0]) })
    }

    /// No two matches that fit together weigh more than what is shown, but for what repetitions add (3 x 5 %). They
    /// fit where they do so in bytes, as no character has more columns than bytes.
    private func expectBest(_ snippet: Snippet, _ tokens: TokenBuffer, _ terms: SnippetTerms, columns: Int) {
        func weight(_ records: some Sequence<TokenBuffer.Record>) -> Float {
            Set(records.compactMap { terms.concept(of: $0, in: tokens) }).reduce(0) { $0 + terms.weights[$1] }
        }
        let matches = tokens.records.filter { terms.concept(of: $0, in: tokens) != nil }
        let shown = weight(
            matches.filter {
                snippet.sourceRange.contains(Int($0.start)) && Int($0.end) <= snippet.sourceRange.upperBound
            })
        for (number, first) in matches.enumerated() {
            for second in matches[number...].prefix(4) where Int(second.end) - Int(first.start) <= columns {
                #expect(weight([first, second]) <= shown * 1.2 + 0.001)
            }
        }
    }
}
