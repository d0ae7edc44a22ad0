import ArgumentParser
import BenchmarkCorpus
import Foundation
import InvertedIndex
import ProvisionIndex
import Retrieval

/// Measures how often a misspelt word is corrected to the word that was meant, and how long that takes; see README.md.
@main
struct SuggestionQuality: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "SuggestionQuality", abstract: "Measure spelling suggestions on misspelt words of an index.")

    @Argument(help: "Folder of the index, as concord index makes it.")
    var folder: String

    @Option(help: "Words that are misspelt.")
    var words = 1000

    @Option(help: "Seed of the random numbers.")
    var seed: UInt64 = 1

    @Flag(help: "Print each word that was not corrected to what was meant.")
    var misses = false

    private struct Tally {
        var words = 0
        var right = 0
        var other = 0
    }

    func validate() throws {
        if words < 1 { throw ValidationError("--words takes a number of at least 1.") }
    }

    func run() throws {
        let index = try IndexSearcher(directory: folder + "/" + ProvisionSchema.folder)
        var generator = SplitMix64(seed: seed)
        let sample = try sample(index, using: &generator)
        let suggester = SpellingSuggester(index: index)
        var tallies: [String: [Int: Tally]] = [:]
        var milliseconds: [Double] = []
        for word in sample {
            let edits = Int.random(in: 0..<4, using: &generator) == 0 && word.text.count > 6 ? 2 : 1
            let typo = Self.misspelt(word.text, edits: edits, using: &generator)
            // What is a word itself is no misspelling.
            guard try index.documentFrequency(TermSpace.exact.key(typo)) == 0 else { continue }
            let started = Date()
            let found = try suggester.suggestion(for: typo)
            milliseconds.append(Date().timeIntervalSince(started) * 1000)
            let isRight = found?.corrections.first?.correction == word.text
            tallies[word.language, default: [:]][edits, default: Tally()].words += 1
            if isRight {
                tallies[word.language, default: [:]][edits, default: Tally()].right += 1
            } else {
                if found != nil { tallies[word.language, default: [:]][edits, default: Tally()].other += 1 }
                if misses {
                    print("\(word.language)\t\(typo)\t\(word.text)\t\(found?.question ?? "-") \(found?.language ?? "")")
                }
            }
        }
        report(tallies, milliseconds.sorted())
    }

    /// Words of at least five letters that stand in twenty provisions, most of them of one language.
    private func sample(
        _ index: IndexSearcher, using generator: inout SplitMix64
    ) throws -> [(text: String, language: String)] {
        var frequencies: [[UInt8]: Int] = [:]
        try index.forEachTerm(prefix: [TermSpace.exact.rawValue]) { key, frequency in
            frequencies[key, default: 0] += frequency
            return true
        }
        var keys = frequencies.filter { key, frequency in
            let text = String(decoding: key.dropFirst(), as: UTF8.self).unicodeScalars
            return frequency >= 20 && text.count >= 5
                && text.allSatisfy { $0.properties.isAlphabetic && $0.value < 0x2E80 }
        }.keys.sorted { $0.lexicographicallyPrecedes($1) }
        keys.shuffle(using: &generator)
        var sample: [(text: String, language: String)] = []
        for key in keys where sample.count < words {
            let counts = index.facet(
                ProvisionSchema.ColumnName.language, in: try index.matches(.term(IndexTerm(key))))
            guard let most = counts.max(by: { $0.value < $1.value }),
                most.value * 10 >= counts.values.reduce(0, +) * 8
            else { continue }
            sample.append((String(decoding: key.dropFirst(), as: UTF8.self), most.key))
        }
        return sample
    }

    /// The word after random edits behind its first letter, the letters of which are its own.
    private static func misspelt(_ word: String, edits: Int, using generator: inout SplitMix64) -> String {
        var letters = Array(word.unicodeScalars)
        let own = letters
        for _ in 0..<edits {
            let place = Int.random(in: 1..<letters.count - 1, using: &generator)
            let letter = own.randomElement(using: &generator) ?? "a"
            switch Int.random(in: 0..<4, using: &generator) {
            case 0: letters.remove(at: place)
            case 1: letters.insert(letter, at: place)
            case 2: letters[place] = letter
            default: letters.swapAt(place, place + 1)
            }
        }
        var text = String.UnicodeScalarView()
        text.append(contentsOf: letters)
        return String(text)
    }

    private func report(_ tallies: [String: [Int: Tally]], _ milliseconds: [Double]) {
        func share(_ tally: Tally?) -> String {
            guard let tally, tally.words > 0 else { return "-" }
            return String(format: "%.2f of %d", Double(tally.right) / Double(tally.words), tally.words)
        }
        var all: [Int: Tally] = [:]
        print("language\tone edit\ttwo edits\tanother word given")
        for (language, byEdits) in tallies.sorted(by: { $0.key < $1.key }) {
            for (edits, tally) in byEdits {
                all[edits, default: Tally()].words += tally.words
                all[edits, default: Tally()].right += tally.right
                all[edits, default: Tally()].other += tally.other
            }
            let other = byEdits.values.reduce(0) { $0 + $1.other }
            print("\(language)\t\(share(byEdits[1]))\t\(share(byEdits[2]))\t\(other)")
        }
        print("all\t\(share(all[1]))\t\(share(all[2]))\t\(all.values.reduce(0) { $0 + $1.other })")
        guard !milliseconds.isEmpty else { return }
        func quantile(_ part: Double) -> Double { milliseconds[Int(part * Double(milliseconds.count - 1))] }
        print(
            String(
                format: "milliseconds a word: median %.2f, 95 %% %.2f, highest %.2f", quantile(0.5), quantile(0.95),
                quantile(1)))
    }
}
