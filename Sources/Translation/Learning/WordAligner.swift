internal import Foundation

/// Learns from parallel texts which words translate which: IBM Model 1, trained by expectation maximisation.
///
/// Source: P. F. Brown, S. A. Della Pietra, V. J. Della Pietra and R. L. Mercer, "The mathematics of statistical machine
/// translation: parameter estimation", Computational Linguistics 19(2), 1993, section 4.2. Every target word of a piece
/// is the translation of one source word of the piece or of the empty word (NULL), all alike before the words are seen:
///
///     p(t₁…tₘ | s₁…sₗ) = ∏ⱼ (n·p(tⱼ|NULL) + Σᵢ p(tⱼ|sᵢ)) / (l + n)
///
/// The weight *n* of NULL, and the smoothing that keeps rare words from collecting whatever stands beside them, are from
/// R. C. Moore, "Improving IBM Word-Alignment Model 1", ACL 2004, sections 4 and 5. His start from log-likelihood ratios
/// is not taken: the symmetrised table (``SymmetricTable``) drops the pairs that it would drop.
///
/// Work is ordered by source word, not by piece: a word's probabilities are spread over an array of the target
/// vocabulary, and the pieces in which it occurs are gone through. So the inner loop has no lookup, and beside the
/// pruned table only a number for each target token is kept. Sums are taken in a fixed order; the same pieces give the
/// same table, to the bit.
public struct WordAligner: Sendable {
    /// How it is trained.
    public struct Settings: Sendable, Hashable {
        /// Rounds of expectation and maximisation, at least 1.
        public var iterations = 8
        /// Weight of NULL in words, above 0.
        public var nullWeight: Float = 3
        /// Occurrences added to every pair while training, at least 0; the table that comes out is without them.
        public var smoothing: Double = 0.002
        /// Pairs less probable are forgotten after a round, 0 to 1.
        public var leastProbability: Float = 1e-5
        /// Translations kept of a source word, at least 1: this bounds the memory.
        public var longestRow = 1_000

        /// The defaults.
        public init() {}
    }

    /// What training gave.
    public struct Result: Sendable {
        /// The table.
        public var table: TranslationTable
        /// Perplexity of a target word before each round; with no smoothing and pruning it never rises.
        public var perplexities: [Double]
    }

    private let settings: Settings

    /// An aligner of these settings.
    public init(settings: Settings = Settings()) { self.settings = settings }

    /// Learns p(target | source).
    ///
    /// - Parameters:
    ///   - sourceCount: size of the source vocabulary; the numbers of source words are less.
    ///   - targetCount: size of the target vocabulary.
    public func train(_ pieces: ParallelPieces, sourceCount: Int, targetCount: Int) -> Result {
        var training = Training(
            pieces: pieces, occurrences: Occurrences(pieces.source, wordCount: sourceCount), targetCount: targetCount,
            settings: settings)
        var perplexities: [Double] = []
        for iteration in 0..<max(1, settings.iterations) {
            perplexities.append(training.expect())
            training.maximise(smoothing: iteration + 1 < settings.iterations ? settings.smoothing : 0)
        }
        return Result(table: TranslationTable(rows: training.rows ?? []), perplexities: perplexities)
    }

    /// In which pieces each source word occurs, and how often.
    private struct Occurrences {
        var starts: [Int]
        var pieces: [UInt32]
        var counts: [Float]

        init(_ side: ParallelPieces.Side, wordCount: Int) {
            var distinct: [(word: UInt32, count: Float)] = []
            var sizes = [Int](repeating: 0, count: wordCount + 1)
            var byPiece: [(word: UInt32, piece: UInt32, count: Float)] = []
            for piece in 0..<(side.starts.count - 1) {
                distinct.removeAll(keepingCapacity: true)
                for word in side.tokens[side.starts[piece]..<side.starts[piece + 1]].sorted() {
                    if distinct.last?.word == word {
                        distinct[distinct.count - 1].count += 1
                    } else {
                        distinct.append((word, 1))
                    }
                }
                for item in distinct {
                    sizes[Int(item.word) + 1] += 1
                    byPiece.append((item.word, UInt32(piece), item.count))
                }
            }
            for word in 0..<wordCount { sizes[word + 1] += sizes[word] }
            starts = sizes
            pieces = [UInt32](repeating: 0, count: byPiece.count)
            counts = [Float](repeating: 0, count: byPiece.count)
            for item in byPiece {
                pieces[sizes[Int(item.word)]] = item.piece
                counts[sizes[Int(item.word)]] = item.count
                sizes[Int(item.word)] += 1
            }
        }
    }

    private struct Training {
        let pieces: ParallelPieces
        let occurrences: Occurrences
        let targetCount: Int
        let settings: Settings
        private let allTargets: [Int]
        /// nil before the first round, when every translation is as probable as any.
        var rows: [[TranslationTable.Entry]]?
        var null: [Float]
        /// For each target token the sum over the source words it may translate, then its reciprocal.
        var sums: [Float]

        init(pieces: ParallelPieces, occurrences: Occurrences, targetCount: Int, settings: Settings) {
            self.pieces = pieces
            self.occurrences = occurrences
            self.targetCount = targetCount
            self.settings = settings
            allTargets = Array(0..<targetCount)
            null = [Float](repeating: 1 / Float(max(1, targetCount)), count: targetCount)
            sums = [Float](repeating: 0, count: pieces.target.tokens.count)
        }

        /// Fills ``sums`` and gives the perplexity of the table as it is.
        mutating func expect() -> Double {
            let tokens = pieces.target.tokens
            // Moved out, so that the loop may write to it while it reads the rest, and moved back.
            var sums = self.sums
            self.sums = []
            defer { self.sums = sums }
            for token in tokens.indices { sums[token] = settings.nullWeight * null[Int(tokens[token])] }
            var dense = [Float](repeating: 0, count: targetCount)
            for word in 0..<(occurrences.starts.count - 1) {
                spread(word, over: &dense)
                forEachOccurrence(of: word) { range, count in
                    for token in range { sums[token] += count * dense[Int(tokens[token])] }
                }
                clear(word, from: &dense)
            }
            var logarithms = 0.0
            for piece in 0..<pieces.count {
                let words = Double(pieces.source.starts[piece + 1] - pieces.source.starts[piece])
                let all = log2(words + Double(settings.nullWeight))
                for token in pieces.target.starts[piece]..<pieces.target.starts[piece + 1] {
                    logarithms += log2(Double(sums[token])) - all
                }
            }
            for token in tokens.indices { sums[token] = 1 / sums[token] }
            return tokens.isEmpty ? 1 : exp2(-logarithms / Double(tokens.count))
        }

        /// Makes the table that the expected counts give.
        mutating func maximise(smoothing: Double) {
            let tokens = pieces.target.tokens
            let sums = self.sums
            var dense = [Float](repeating: 0, count: targetCount)
            var counts = [Double](repeating: 0, count: targetCount)
            var made: [[TranslationTable.Entry]] = []
            made.reserveCapacity(occurrences.starts.count - 1)
            for word in 0..<(occurrences.starts.count - 1) {
                spread(word, over: &dense)
                forEachOccurrence(of: word) { range, count in
                    for token in range {
                        let target = Int(tokens[token])
                        counts[target] += Double(count * dense[target] * sums[token])
                    }
                }
                clear(word, from: &dense)
                made.append(takeRow(word, &counts, smoothing: smoothing))
            }
            for token in tokens.indices {
                let target = Int(tokens[token])
                counts[target] += Double(settings.nullWeight * null[target] * sums[token])
            }
            let total = counts.reduce(0, +)
            // NULL keeps a little of every word, so that no token is left without any source.
            let least = 1e-9
            for target in 0..<targetCount { null[target] = Float((counts[target] + least) / (total + least)) }
            rows = made
        }

        /// The row of a word from its counts, which are set to zero.
        private func takeRow(
            _ word: Int, _ counts: inout [Double], smoothing: Double
        ) -> [TranslationTable.Entry] {
            let candidates = rows.map { $0[word].map { Int($0.target) } } ?? allTargets
            var total = smoothing * Double(targetCount)
            for target in candidates { total += counts[target] }
            var row: [TranslationTable.Entry] = []
            for target in candidates where counts[target] > 0 {
                let probability = Float((counts[target] + smoothing) / total)
                if probability >= settings.leastProbability {
                    row.append(
                        .init(target: UInt32(target), probability: probability, evidence: Float(counts[target])))
                }
                counts[target] = 0
            }
            if row.count > settings.longestRow {
                row.sort { ($1.probability, $0.target) < ($0.probability, $1.target) }
                row.removeLast(row.count - settings.longestRow)
                row.sort { $0.target < $1.target }
            }
            return row
        }

        private func spread(_ word: Int, over dense: inout [Float]) {
            if let rows {
                for entry in rows[word] { dense[Int(entry.target)] = entry.probability }
            } else {
                for target in dense.indices { dense[target] = 1 / Float(targetCount) }
            }
        }

        private func clear(_ word: Int, from dense: inout [Float]) {
            guard let rows else { return }
            for entry in rows[word] { dense[Int(entry.target)] = 0 }
        }

        @inline(__always)
        private func forEachOccurrence(of word: Int, _ body: (Range<Int>, Float) -> Void) {
            for place in occurrences.starts[word]..<occurrences.starts[word + 1] {
                let piece = Int(occurrences.pieces[place])
                body(pieces.target.starts[piece]..<pieces.target.starts[piece + 1], occurrences.counts[place])
            }
        }
    }
}
