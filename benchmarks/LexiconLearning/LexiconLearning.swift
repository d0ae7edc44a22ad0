import ArgumentParser
import Foundation
import Translation

/// Learns the translation lexicon; see README.md.
@main
struct LexiconLearning: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "LexiconLearning", abstract: "Learn which words translate which from parallel laws.")

    @Option(help: "Folder of the sets; canada-parallel in it is learned from.")
    var sets = "../shared/qrels"

    @Option(help: "Folder of the model texts.")
    var corpus = "corpus"

    @Option(help: "Pairs of languages to learn, as 'en-fr,en-ru'; without it every pair of the model texts' languages.")
    var pairs = ""

    @Option(help: "Folder that receives a file a pair.")
    var output = "Sources/Translation/Resources/learned"

    @Option(help: ArgumentHelp("Folder of lexicons made by hand, to compare with.", valueName: "folder"))
    var hand: String?

    @Option(help: "Most frequent words that are compared in each direction.")
    var words = 200

    @Option(help: "Rounds of training.")
    var rounds = WordAligner.Settings().iterations

    @Option(help: "Weight of the empty word.")
    var nullWeight = WordAligner.Settings().nullWeight

    @Option(help: "Occurrences added to every pair of words.")
    var smoothing = WordAligner.Settings().smoothing

    @Option(help: "Least score of a pair that is kept.")
    var leastScore = SymmetricTable.Limits().leastScore

    @Option(help: "Least expected number of times that two words translate each other.")
    var leastEvidence = SymmetricTable.Limits().leastEvidence

    @Flag(help: "List the words whose best translation no hand lexicon gives.")
    var verbose = false

    func validate() throws {
        if words < 1 { throw ValidationError("--words takes a number from 1.") }
        if rounds < 1 || rounds > 100 { throw ValidationError("--rounds takes a number from 1 to 100.") }
        if !(nullWeight > 0) || nullWeight > 1_000 { throw ValidationError("--null-weight is above 0, to 1000.") }
        if !(smoothing >= 0) || smoothing > 1 { throw ValidationError("--smoothing is from 0 to 1.") }
        if !(leastScore >= 0) || leastScore > 1 { throw ValidationError("--least-score is from 0 to 1.") }
        if !(leastEvidence >= 0) { throw ValidationError("--least-evidence is 0 or more.") }
    }

    func run() throws {
        let chosen = try chosenPairs()
        let canada = try CanadianSections(folder: sets + "/canada-parallel")
        let models = try ModelClauses(folder: corpus)
        let sources = [
            canada.titles, canada.headings, canada.definitions, canada.texts, models.headings, models.clauses,
            try ConceptNames().names,
        ]
        print("\(canada.leftOut.count) Canadian sections left out, which questions ask for")
        try FileManager.default.createDirectory(atPath: output, withIntermediateDirectories: true)
        for (first, second) in chosen {
            try learn(first, second, from: sources)
            if (first, second) == ("en", "fr") { try ask(canada) }
        }
    }

    private func learn(_ first: String, _ second: String, from sources: [ParallelTexts]) throws {
        var settings = WordAligner.Settings()
        (settings.iterations, settings.nullWeight, settings.smoothing) = (rounds, nullWeight, smoothing)
        var limits = SymmetricTable.Limits()
        (limits.leastScore, limits.leastEvidence) = (leastScore, leastEvidence)
        var result: PairLearning?
        let time = ContinuousClock().measure {
            result = PairLearning(first, second, from: sources, settings: settings, limits: limits)
        }
        guard let learning = result else { return }
        print("\n\(first)-\(second)")
        for (name, pieces) in learning.counts { print("  \(pieces) pieces: \(name)") }
        for (language, side, vocabulary) in [
            (first, learning.pieces.source, learning.vocabularies.source),
            (second, learning.pieces.target, learning.vocabularies.target),
        ] {
            print("  \(language): \(side.tokens.count) words, \(vocabulary.stems.count) different")
        }
        for (name, values) in [
            ("\(first) to \(second)", learning.perplexities.forward),
            ("\(second) to \(first)", learning.perplexities.backward),
        ] {
            print("  perplexity \(name): " + values.map { String(format: "%.1f", $0) }.joined(separator: " "))
        }
        let kinds = learning.counts.map { "\($0.pieces) pieces of \($0.name)" }.joined(separator: ", ")
        let writer = LearnedLexiconWriter(
            provenance: "IBM Model 1 in both directions, \(rounds) rounds, null weight \(nullWeight), smoothing "
                + "\(smoothing); pairs of both with geometric mean of at least \(leastScore) and \(leastEvidence) "
                + "expected occurrences; trained on \(kinds)")
        let (text, count) = writer.text(
            learning.table, languages: (first, second), vocabularies: learning.vocabularies)
        try text.write(toFile: "\(output)/\(first)-\(second).tsv", atomically: true, encoding: .utf8)
        print("  \(count) pairs of words, \(text.utf8.count) bytes, \(time)")
        try compare(learning)
    }

    private func ask(_ canada: CanadianSections) throws {
        let lexicon = try LearnedLexicon(folder: URL(fileURLWithPath: output))
        for (from, to) in [("en", "fr"), ("fr", "en")] {
            let held = try HeldOutWords(canada.leftOut, lexicon: lexicon, from: from, to: to)
            print(
                "  \(from) to \(to): of \(held.words) words of the \(canada.leftOut.count) questions left out, "
                    + "\(held.translated) have a translation, and \(held.met) one that stands in the section asked for")
        }
    }

    private func compare(_ learning: PairLearning) throws {
        let (first, second) = (learning.first, learning.second)
        guard let hand, first == "en" || second == "en" else { return }
        let path = "\(hand)/\(first == "en" ? second : first).tsv"
        let lexicon = try LearnedLexicon(folder: URL(fileURLWithPath: output))
        let agreement = try HandAgreement(learning, lexicon: lexicon, hand: path, words: words)
        for (name, count) in [
            ("\(first) to \(second)", agreement.forward), ("\(second) to \(first)", agreement.backward),
        ] {
            print(
                "  \(name): of the \(count.words) most frequent words of the hand lexicon, its translation is "
                    + "learned best for \(count.best), among the best three for \(count.amongThree)")
            guard verbose else { continue }
            for (word, learned) in count.others {
                print("    \(word): \(learned.isEmpty ? "nothing" : learned.joined(separator: ", "))")
            }
        }
    }

    private func chosenPairs() throws -> [(String, String)] {
        let languages = ModelClauses.languages
        guard !pairs.isEmpty else {
            return languages.indices.flatMap { first in
                languages[(first + 1)...].map { (languages[first], $0) }
            }
        }
        return try pairs.split(separator: ",").map { pair in
            let tags = pair.split(separator: "-").map(String.init)
            guard tags.count == 2, tags[0] < tags[1], tags.allSatisfy(languages.contains) else {
                throw ValidationError(
                    "'\(pair)' is no pair: two of \(languages.joined(separator: ", ")) in this order, as 'en-fr'.")
            }
            return (tags[0], tags[1])
        }
    }
}
