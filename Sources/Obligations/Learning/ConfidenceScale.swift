/// From the second stage's logits to confidences.
///
/// First a rising line of knots, found by isotonic regression, from probabilities to observed shares. Then the scale
/// is bent so that 0.5 is the line above which a row counts as given: at a share of ``cut`` the micro F1 of
/// predictions that were kept out of training is best, and that share lies below one half.
struct ConfidenceScale: Sendable, Equatable {
    /// (probability, share that was right), both rising from 0 to 1.
    var knots: [SIMD2<Double>] = [SIMD2(0, 0), SIMD2(1, 1)]
    /// Share that becomes 0.5, above 0 and at most 0.5.
    var cut = 0.5

    func confidence(of probability: Double) -> Double {
        let share = self.share(of: probability)
        return share >= cut ? 0.5 + 0.5 * (share - cut) / (1 - cut) : 0.5 * share / cut
    }

    func share(of probability: Double) -> Double {
        guard let last = knots.last, probability < last.x else { return knots.last?.y ?? probability }
        var left = SIMD2<Double>(0, 0)
        for knot in knots {
            if probability <= knot.x {
                let width = knot.x - left.x
                return width > 0 ? left.y + (knot.y - left.y) * (probability - left.x) / width : knot.y
            }
            left = knot
        }
        return left.y
    }

    /// Knots by pool-adjacent-violators over equal parts of the predictions, weighted towards the upper end where
    /// there are few.
    ///
    /// Source: M. Ayer et al., "An empirical distribution function for sampling with incomplete information", Annals
    /// of Mathematical Statistics 26(4), 1955.
    init(probabilities: [Double], outcomes: [Bool]) {
        let order = probabilities.indices.sorted {
            probabilities[$0] != probabilities[$1] ? probabilities[$0] < probabilities[$1] : $0 < $1
        }
        var blocks: [(sum: Double, hits: Double, count: Double)] = []
        var place = 0
        while place < order.count {
            // A block holds enough to be measured; near the top, where most decisions fall it is a sixth of the rest.
            let size = max(40, (order.count - place) / 6)
            var block = (sum: 0.0, hits: 0.0, count: 0.0)
            for index in order[place..<min(order.count, place + size)] {
                block = (block.sum + probabilities[index], block.hits + (outcomes[index] ? 1 : 0), block.count + 1)
            }
            place += size
            blocks.append(block)
            while blocks.count > 1, let last = blocks.last,
                blocks[blocks.count - 2].hits / blocks[blocks.count - 2].count >= last.hits / last.count
            {
                blocks.removeLast()
                let before = blocks.removeLast()
                blocks.append((before.sum + last.sum, before.hits + last.hits, before.count + last.count))
            }
        }
        knots = [SIMD2(0, 0)]
        for block in blocks {
            let knot = SIMD2(block.sum / block.count, block.hits / block.count)
            if let last = knots.last, knot.x > last.x, knot.y >= last.y, knot.x < 1 { knots.append(knot) }
        }
        knots.append(SIMD2(1, 1))
    }

    init() {}

    init(knots: [SIMD2<Double>], cut: Double) {
        self.knots = knots
        self.cut = cut
    }
}
