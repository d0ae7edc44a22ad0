/// Groups of texts that are nearly the same.
struct NearDuplicates {
    /// Resemblance from which two texts count as the same: consolidations and gazettes of one provision differ in
    /// numbers, signs and single words.
    static let threshold = 0.8

    /// Groups in the order of their first text. The first text of a group leads it, and every other resembles the leader
    /// by at least the threshold; leaders resemble each other by less. Texts join the leader they resemble most. (Chains
    /// of small changes, which single linkage would join into one group, stay apart.)
    ///
    /// - Parameter sets: the texts, best first. Texts without words are groups of their own.
    static func groups(_ sets: [ShingleSet], threshold: Double = threshold) -> [[Int]] {
        var groups: [[Int]] = []
        // A run leads to the groups whose leader has it, so only pairs that share something are compared.
        var leaders: [UInt64: [Int]] = [:]
        for (text, set) in sets.enumerated() {
            var common: [Int: Int] = [:]
            for hash in set.hashes { for group in leaders[hash] ?? [] { common[group, default: 0] += 1 } }
            var best: (group: Int, share: Double)?
            for (group, count) in common.sorted(by: { $0.key < $1.key }) {
                let share = ShingleSet.share(count, set.hashes.count, sets[groups[group][0]].hashes.count)
                if share >= threshold, share > best?.share ?? 0 { best = (group, share) }
            }
            if let best {
                groups[best.group].append(text)
            } else {
                for hash in set.hashes { leaders[hash, default: []].append(groups.count) }
                groups.append([text])
            }
        }
        return groups
    }
}
