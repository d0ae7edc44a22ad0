import Legislation

/// Finds which provisions of two expressions of a law are the same, also where they were numbered anew.
///
/// In this order: the same eId with the same text; the same text, where it is long enough to be one provision's own;
/// the same eId with much of the same words; much the same words, the likest first; the same eId.
struct ProvisionMatcher {
    /// Places of provisions that are the same, in no order.
    private(set) var pairs: [(old: Int, new: Int)] = []

    private let old: [Provision]
    private let new: [Provision]
    private var openOld: Set<Int>
    private var openNew: Set<Int>

    /// Shorter texts are said by many provisions.
    private static let ownLength = 24
    private static let sameNumber = 0.35
    private static let sameWords = 0.6
    /// Words that more provisions have say nothing about which is which.
    private static let commonWord = 40

    init(_ old: [Provision], _ new: [Provision]) {
        self.old = old
        self.new = new
        openOld = Set(old.indices)
        openNew = Set(new.indices)
        pairByNumber { $0.text == $1.text }
        pairByText()
        pairByNumber { WordDifference.similarity($0.text, $1.text) >= Self.sameNumber }
        pairByWords()
        pairByNumber { _, _ in true }
    }

    private mutating func pairByNumber(where isSame: (Provision, Provision) -> Bool) {
        let places = Dictionary(openNew.map { (new[$0].eId, $0) }) { first, _ in first }
        for left in old.indices where openOld.contains(left) {
            guard let right = places[old[left].eId], isSame(old[left], new[right]) else { continue }
            pair(left, right)
        }
    }

    private mutating func pair(_ left: Int, _ right: Int) {
        pairs.append((left, right))
        openOld.remove(left)
        openNew.remove(right)
    }

    private mutating func pairByText() {
        var places: [String: (old: [Int], new: [Int])] = [:]
        for place in openOld where old[place].text.utf8.count >= Self.ownLength {
            places[old[place].text, default: ([], [])].old.append(place)
        }
        for place in openNew { places[new[place].text]?.new.append(place) }
        for entry in places.values where entry.old.count == 1 && entry.new.count == 1 {
            pair(entry.old[0], entry.new[0])
        }
    }

    private mutating func pairByWords() {
        let newCounts = Dictionary(uniqueKeysWithValues: openNew.map { ($0, WordDifference.counts(of: new[$0].text)) })
        var holders: [Substring: [Int]] = [:]
        for (place, counts) in newCounts { for word in counts.keys { holders[word, default: []].append(place) } }
        var candidates: [(similarity: Double, old: Int, new: Int)] = []
        for left in openOld {
            let counts = WordDifference.counts(of: old[left].text)
            var likely: Set<Int> = []
            for word in counts.keys {
                if let places = holders[word], places.count <= Self.commonWord { likely.formUnion(places) }
            }
            for right in likely {
                let similarity = WordDifference.similarity(counts, newCounts[right] ?? [:])
                if similarity >= Self.sameWords { candidates.append((similarity, left, right)) }
            }
        }
        candidates.sort { ($1.similarity, $0.old, $0.new) < ($0.similarity, $1.old, $1.new) }
        for (_, left, right) in candidates where openOld.contains(left) && openNew.contains(right) {
            pair(left, right)
        }
    }
}
