import Foundation
import Testing
import TextAnalysis

@testable import Translation

@Suite("Learned translations are kept in files")
struct LearnedLexiconTests {
    private static let rows = [
        "act\tacte\t0.2\t0.4\tact\tactes", "act\tloi\t0.7\t0.9\tact\tloi", "licenc\tlicenc\t0.8\t0.9\tlicence\tlicence",
        "statut\tloi\t0.3\t0.05\tstatute\tloi",
    ]

    @Test("Translations are found in both directions, best score first")
    func lookup() throws {
        let folder = try LearnedLexiconFolder()
        try folder.write(rows: Self.rows)
        let lexicon = try folder.lexicon()
        #expect(lexicon.pairs == [.init(first: "en", second: "fr")])
        let there = try lexicon.translations(of: "act", from: "en-CA", to: "FR")
        #expect(
            there == [
                .init(stem: "loi", reading: "loi", probability: 0.7, reverseProbability: 0.9),
                .init(stem: "acte", reading: "actes", probability: 0.2, reverseProbability: 0.4),
            ])
        let back = try lexicon.translations(of: Array("loi".utf8), from: "fr", to: "en")
        #expect(back.map(\.stem) == ["act", "statut"])
        #expect(back.map(\.probability) == [0.9, 0.05])
        #expect(back.map(\.reading) == ["act", "statute"])
        for stem in ["", "a", "acta", "zzz", "statut\0"] {
            #expect(try lexicon.translations(of: stem, from: "en", to: "fr").isEmpty)
        }
        #expect(try lexicon.translations(of: "act", from: "en", to: "de").isEmpty)
        #expect(try lexicon.translations(of: "act", from: "en", to: "en").isEmpty)
        #expect(try lexicon.translations(of: "act", from: "", to: "").isEmpty)
    }

    @Test("A file is described by its first line alone; a fault behind it is met with the first translation")
    func description() throws {
        let folder = try LearnedLexiconFolder()
        try folder.write(rows: ["act\tloi\t7\t0.9\tact\tloi"], promised: 12)
        let lexicon = try folder.lexicon()
        let pair = LearnedLexicon.Pair(first: "en", second: "fr")
        #expect(
            try lexicon.description(of: pair) == .init(count: 12, analysisVersion: 3, provenance: "made by hand"))
        #expect(throws: LearnedLexiconError.self) { try lexicon.translations(of: "act", from: "en", to: "fr") }
        for text in ["", "\n", "act\tloi\n"] {
            try folder.write(text)
            #expect(throws: LearnedLexiconError.self) { try lexicon.description(of: pair) }
        }
    }

    @Test("What was learned is read as it was written")
    func roundTrip() throws {
        let (english, french) = (StemReader(language: "en"), StemReader(language: "fr"))
        var pieces = ParallelPieces()
        let texts = [
            ("the licences", "les licences"), ("a licence for export", "une licence d’exportation"),
            ("exports", "exportations"), ("the export", "l’exportation"), ("licences", "licences"),
            ("the (a) 12 transit", "le a) 12 transit"), ("transit", "transit"),
        ]
        // As often as a pair must be seen to be kept.
        for _ in 0..<10 {
            for (left, right) in texts {
                pieces.append(source: english.stems(of: left), target: french.stems(of: right))
            }
        }
        let (source, target) = (english.vocabulary, french.vocabulary)
        #expect(source.number(of: "12") == nil)
        let sizes = (source.stems.count, target.stems.count)
        let table = SymmetricTable(
            forward: WordAligner().train(pieces, sourceCount: sizes.0, targetCount: sizes.1).table,
            backward: WordAligner().train(pieces.reversed, sourceCount: sizes.1, targetCount: sizes.0).table)
        let writer = LearnedLexiconWriter(provenance: "a test\tof\nseven pieces")
        let (text, count) = writer.text(table, languages: ("en", "fr"), vocabularies: (source, target))
        #expect(count == table.pairs.count)
        #expect(count >= 3)

        let folder = try LearnedLexiconFolder()
        try folder.write(text)
        let lexicon = try folder.lexicon()
        #expect(
            try lexicon.description(of: .init(first: "en", second: "fr"))
                == .init(count: count, analysisVersion: Analyzer.version, provenance: "a test of seven pieces"))
        for pair in table.pairs {
            let (left, right) = (source.stems[Int(pair.source)], target.stems[Int(pair.target)])
            let there = try lexicon.translations(of: left, from: "en", to: "fr").first { $0.stem == right }
            let found = try #require(there)
            #expect(abs(found.probability - Double(pair.forward)) <= 0.0001)
            #expect(abs(found.reverseProbability - Double(pair.backward)) <= 0.0001)
            #expect(found.reading == target.reading(of: pair.target))
            #expect(try lexicon.translations(of: right, from: "fr", to: "en").contains { $0.stem == left })
        }
        let export = try #require(try lexicon.translations(of: "export", from: "en", to: "fr").first)
        #expect(export.reading == "exportation")
    }

    @Test("A limit of bytes leaves out the pairs of least score")
    func longest() throws {
        let (english, french) = (StemReader(language: "en"), StemReader(language: "fr"))
        _ = (english.stems(of: "act licence"), french.stems(of: "loi licence"))
        let table = SymmetricTable(
            forward: TranslationTable(rows: [
                [.init(target: 0, probability: 0.3, evidence: 9)], [.init(target: 1, probability: 0.9, evidence: 9)],
            ]),
            backward: TranslationTable(rows: [
                [.init(target: 0, probability: 0.3, evidence: 9)], [.init(target: 1, probability: 0.9, evidence: 9)],
            ]))
        var writer = LearnedLexiconWriter(provenance: "a test")
        writer.longest = 60
        let (text, count) = writer.text(
            table, languages: ("en", "fr"), vocabularies: (english.vocabulary, french.vocabulary))
        #expect(count == 1)
        #expect(text.contains("licence\tlicence\n"))
        #expect(!text.contains("\tloi"))
    }
}
